package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The laws of a metric that depends on scores through their order alone, such as ROC-AUC, Spearman's correlation or
 * nDCG, besides those of every metric: {@code M(labels, f(scores)) = M(labels, scores)} for strictly increasing f.
 *
 * <p>The scores are all scores of a row and of all rows, so that the decisions of several classes keep these laws too;
 * in rankings they are those of one query, and f may be another function for each. The laws do not apply to a metric of
 * a decision at a fixed threshold, nor to one that reads scores as probabilities or as predicted numbers.
 *
 * <pre>{@code
 * class RocAucProperties implements RankMetricLaws<BinaryPredictions> {
 *   public Metric<BinaryPredictions> metric() {
 *     return BinaryMetrics.ROC_AUC;
 *   }
 * }
 * }</pre>
 *
 * @param <P> the kind of predictions the metric reads
 * @since 0.1
 */
public interface RankMetricLaws<P extends Predictions> extends MetricLaws<P> {

    /**
     * Scores times 2^-30, about 1e-9, give an equal value. The factor is a power of two because the product is exact
     * then and two scores cannot become one; a metric that rounds scores, or takes near ones for equal, fails here.
     *
     * @param predictions predictions whose scores are 0 or larger in size than 1e-290
     */
    @Property(seed = "42")
    default void smallerScaleOfScoresChangesNothing(@ForAll("predictions") P predictions) {
        Claim.of(this, "scores on a smaller scale change nothing")
                .equal(predictions, Scores.times(predictions, 0x1p-30));
    }

    /**
     * Scores replaced by their rank (the number of distinct smaller scores, in rankings of the same query) give an
     * equal value. A metric that reads distances between scores, or compares those of different queries, fails here.
     *
     * @param predictions any predictions, infinite scores included
     */
    @Property(seed = "42")
    default void ranksSayAsMuchAsScores(@ForAll("predictions") P predictions) {
        Claim.of(this, "ranks say as much as scores").equal(predictions, Scores.ranks(predictions));
    }

    /**
     * Scores -0.0 and 0.0 are equal: turning all zeros into either changes nothing. A metric that sorts by
     * {@link Double#compare} fails here.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42")
    default void zeroHasNoSign(@ForAll("predictions") P predictions) {
        Claim.of(this, "zero has no sign").equal(predictions, Scores.withMixedZeros(predictions));
    }
}
