package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.binary.RankMetric;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Whether two models cannot differ in a metric on any rows like these, because they give the same scores, or the same
 * ranking to a metric that reads nothing else. Equal decisions at a threshold are no such proof: they say that the
 * models did not differ here, not that they never do. Time O(rows), and one sort a model for a metric that reads
 * rankings; safe for use by several threads.
 *
 * <pre>{@code
 * boolean alike = Likeness.of(BinaryMetrics.ROC_AUC, candidate, baseline);
 * }</pre>
 *
 * @since 0.1
 */
public final class Likeness {

    private Likeness() {}

    /**
     * {@return whether the two cannot differ in the metric}
     *
     * @param <P> the kind of predictions
     * @param metric any metric
     * @param candidate a model's predictions
     * @param baseline another model's on the same rows
     */
    public static <P extends Predictions> boolean of(Metric<P> metric, P candidate, P baseline) {
        if (sameOutputs(candidate, baseline)) {
            return true;
        }
        return metric instanceof RankMetric
                && candidate instanceof BinaryPredictions ours
                && baseline instanceof BinaryPredictions theirs
                && sameRanking(ours.groups(), theirs.groups());
    }

    private static boolean sameOutputs(Predictions candidate, Predictions baseline) {
        if (candidate instanceof BinaryPredictions ours && baseline instanceof BinaryPredictions theirs) {
            return same(ours, ours::score, theirs::score);
        }
        if (candidate instanceof RegressionPredictions ours && baseline instanceof RegressionPredictions theirs) {
            return same(ours, ours::predicted, theirs::predicted);
        }
        if (candidate instanceof RankingPredictions ours && baseline instanceof RankingPredictions theirs) {
            return same(ours, ours::score, theirs::score);
        }
        return candidate instanceof MulticlassPredictions ours
                && baseline instanceof MulticlassPredictions theirs
                && IntStream.range(0, ours.classes().size())
                        .allMatch(c -> same(ours, row -> ours.score(c, row), row -> theirs.score(c, row)));
    }

    private static boolean same(Predictions rows, IntToDoubleFunction ours, IntToDoubleFunction theirs) {
        for (int row = 0; row < rows.rows(); row++) {
            if (rows.weight(row) > 0 && ours.applyAsDouble(row) != theirs.applyAsDouble(row)) {
                return false;
            }
        }
        return true;
    }

    /** Rows of equal score are sorted by number, so equal rankings have equal rows at every rank. */
    private static boolean sameRanking(ScoreGroups ours, ScoreGroups theirs) {
        if (ours.size() != theirs.size()) {
            return false;
        }
        for (int group = 0; group < ours.size(); group++) {
            if (ours.end(group) != theirs.end(group)) {
                return false;
            }
        }
        for (int rank = 0; rank < ours.rows(); rank++) {
            if (ours.row(rank) != theirs.row(rank)) {
                return false;
            }
        }
        return true;
    }
}
