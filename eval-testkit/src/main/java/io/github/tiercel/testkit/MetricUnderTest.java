package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.providers.TypeUsage;

/**
 * What a test says of its metric: all that the laws need to know.
 *
 * @param <P> the kind of predictions the metric reads; predictions of this kind are drawn by type
 * @since 0.1
 */
public interface MetricUnderTest<P extends Predictions> {

    /** {@return the metric under test} */
    Metric<P> metric();

    /**
     * {@return how far two values may differ and still be equal: 1e-10 unless overridden}
     *
     * <p>Rounding alone stays far below it: sums of a few dozen rows in another order differ by some 1e-15, and a
     * denominator that cancels, such as that of Cohen's kappa, multiplies this by at most 1e4 here.
     */
    default double tolerance() {
        return 1e-10;
    }

    /**
     * {@return the predictions to try the laws on: unless overridden, those that jqwik finds for the type, such as
     * {@link BinaryPredictionsArbitraries#any()}}
     *
     * <p>Override it for a metric that cannot take all of them, for example one that is defined for probabilities only
     * and refuses other scores with an exception.
     *
     * @param type the kind of predictions, P
     */
    @Provide
    default Arbitrary<P> predictions(TypeUsage type) {
        return Arbitraries.defaultFor(type);
    }
}
