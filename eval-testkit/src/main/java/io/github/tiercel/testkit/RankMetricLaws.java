package io.github.tiercel.testkit;

import io.github.tiercel.metrics.BinaryPredictions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The laws of a metric that depends on scores through their order alone, such as ROC-AUC or average precision, besides
 * those of every metric: {@code M(labels, f(scores)) = M(labels, scores)} for strictly increasing f.
 *
 * <p>They do not apply to a metric of a decision at a fixed threshold, nor to one that reads scores as probabilities.
 *
 * <pre>{@code
 * class RocAucProperties implements RankMetricLaws {
 *   public Metric<BinaryPredictions> metric() {
 *     return BinaryMetrics.ROC_AUC;
 *   }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public interface RankMetricLaws extends MetricLaws<BinaryPredictions> {

    /**
     * Scores times 2^-30, about 1e-9, give an equal value. The factor is a power of two because the product is exact
     * then and two scores cannot become one; a metric that rounds scores, or takes near ones for equal, fails here.
     *
     * @param predictions predictions whose scores are 0 or larger in size than 1e-290
     */
    @Property(seed = "42", tries = 200)
    default void smallerScaleOfScoresChangesNothing(@ForAll("predictions") BinaryPredictions predictions) {
        new Claim<>(metric(), "scores on a smaller scale change nothing", tolerance())
                .equal(predictions, Scores.times(predictions, 0x1p-30));
    }

    /**
     * Scores replaced by their rank (the number of distinct smaller scores) give an equal value.
     *
     * @param predictions any predictions, infinite scores included
     */
    @Property(seed = "42", tries = 200)
    default void ranksSayAsMuchAsScores(@ForAll("predictions") BinaryPredictions predictions) {
        new Claim<>(metric(), "ranks say as much as scores", tolerance()).equal(predictions, Scores.ranks(predictions));
    }

    /**
     * Scores -0.0 and 0.0 are equal: turning all zeros into either changes nothing.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42", tries = 200)
    default void zeroHasNoSign(@ForAll("predictions") BinaryPredictions predictions) {
        new Claim<>(metric(), "zero has no sign", tolerance()).equal(predictions, Scores.withMixedZeros(predictions));
    }
}
