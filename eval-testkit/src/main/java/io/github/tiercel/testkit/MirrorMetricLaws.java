package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Value;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The laws of a rank metric that treats both ends alike, such as ROC-AUC, Gini, concordance or Kendall's tau, besides
 * those of every rank metric: turned round, the value is mirrored in its range. Metrics of the top of an order, such as
 * average precision, do not keep them.
 *
 * @param <P> the kind of predictions the metric reads
 * @since 0.1
 */
public interface MirrorMetricLaws<P extends Predictions> extends RankMetricLaws<P> {

    /**
     * {@code M(labels, -scores) = lower + upper - M(labels, scores)}, the ends being those of the metric's range. Ties
     * that count for one side fail here.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42")
    default void reversedScoresMirrorTheValue(@ForAll("predictions") P predictions) {
        Claim<P> claim = Claim.of(this, "reversed scores mirror the value");
        claim.equal(mirrored(claim.value(predictions)), claim.value(Scores.times(predictions, -1)));
    }

    /**
     * The same for labels, where they have an order: positive rows become negative, numbers are negated. The value is
     * mirrored if it is defined both times.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42")
    default void reversedLabelsMirrorTheValue(@ForAll("predictions") P predictions) {
        Claim<P> claim = Claim.of(this, "reversed labels mirror the value");
        Value value = claim.value(predictions);
        Kind.of(predictions)
                .withLabelsReversed(predictions)
                .map(claim::value)
                .filter(reversed -> value.isDefined() && reversed.isDefined())
                .ifPresent(reversed -> claim.equal(mirrored(value), reversed));
    }

    private Value mirrored(Value value) {
        return value.isDefined()
                ? Value.of(metric().range().lower() + metric().range().upper() - value.orNaN())
                : value;
    }
}
