package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Support;
import java.util.List;
import java.util.Set;

/**
 * Whoever turns a result into a verdict. An evaluator asks it first what it will read, so that a rule on a metric that
 * nobody else asked for is computed too.
 *
 * @since 0.1
 */
public interface Judge {

    /** {@return the names of the metrics the judgement reads} */
    Set<String> metrics();

    /** {@return the columns whose slices the judgement reads} */
    Set<String> sliceColumns();

    /**
     * {@return whether the judgement reads this slice, which is listed then however few rows it has}
     *
     * @param column a column to slice by
     * @param value a value of it
     * @param support how much evidence its rows hold
     */
    default boolean reads(String column, String value, Support support) {
        return sliceColumns().contains(column);
    }

    /** {@return whether the judgement compares with a baseline} */
    boolean needsBaseline();

    /** {@return what the judgement reads of how models behave in service, so that it is measured before} */
    default Set<ServingDemand> serving() {
        return Set.of();
    }

    /**
     * Looks at the metrics before any model is asked for scores.
     *
     * @param metrics what will be computed, those that the judgement reads among them
     * @throws IllegalArgumentException if the judgement makes no sense of one of them
     */
    void check(List<Metric<?>> metrics);

    /**
     * {@return the result with judgements and verdict}
     *
     * @param result a result that holds all the judgement reads
     */
    EvaluationResult judge(EvaluationResult result);
}
