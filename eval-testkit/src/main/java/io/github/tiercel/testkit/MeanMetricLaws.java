package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Value;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The law of a metric that is a weighted mean over rows or queries, such as log-loss, accuracy, mean absolute error or
 * nDCG, besides those of every metric: it can be merged from parts.
 *
 * @param <P> the kind of predictions the metric reads
 * @since 0.1
 */
public interface MeanMetricLaws<P extends Predictions> extends MetricLaws<P> {

    /**
     * {@return what a part counts in the mean: the sum of its weights unless overridden}
     *
     * <p>Override it for a mean that counts something else, such as queries.
     *
     * @param part some of the rows, on which the metric has a value
     */
    default double weightOf(P part) {
        return Arrays.stream(Rows.weights(part)).sum();
    }

    /**
     * The value on all rows is the mean of those on two parts, {@code M = (W_a M_a + W_b M_b) / (W_a + W_b)}, if all
     * three have a value; rows of a query stay together. A root of a mean, a ratio of sums and a mean of means fail
     * here.
     *
     * @param predictions any predictions
     * @param random chooses the parts
     */
    @Property(seed = "42")
    default void meanOfPartsIsTheWhole(@ForAll("predictions") P predictions, @ForAll Random random) {
        Claim<P> claim = Claim.of(this, "the mean of two parts is the whole");
        int[] part = Units.times(Kind.of(predictions).units(predictions), random, 0, 1);
        P a = rows(predictions, part, 0);
        P b = rows(predictions, part, 1);
        Value whole = claim.value(predictions);
        if (whole.isDefined() && claim.value(a).isDefined() && claim.value(b).isDefined()) {
            double share = weightOf(a) / (weightOf(a) + weightOf(b));
            claim.equal(
                    whole,
                    Value.of(share * claim.value(a).orNaN()
                            + (1 - share) * claim.value(b).orNaN()));
        }
    }

    private P rows(P predictions, int[] parts, int part) {
        return Rows.select(
                predictions,
                IntStream.range(0, parts.length)
                        .filter(row -> parts[row] == part)
                        .toArray());
    }
}
