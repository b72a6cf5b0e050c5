package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.RecallSteps;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;
import java.util.List;

/**
 * A metric that reads nothing but the steps of recall. All such metrics of one model share one pass, in point values
 * and in bootstrap replicates; where a replicate need not know single rows, it draws the negative rows between two
 * steps at once.
 *
 * @since 0.1
 */
public interface StepMetric extends ScoreGroupMetric {

    /**
     * {@return what adds up the steps of one pass}
     *
     * @param positives the weight of all positive rows, 0 for none
     * @param negatives the weight of all negative rows, 0 for none
     */
    StepSum sum(double positives, double negatives);

    @Override
    default Value value(ScoreGroups groups) {
        RecallSteps steps = groups.steps();
        StepSum sum = sum(steps.positives(), steps.negatives());
        StepPass.run(steps, List.of(sum));
        return sum.value();
    }
}
