package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Borrowed;
import io.github.tiercel.metrics.Estimate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An estimate from a sample that borrows from a model evaluated in full, beside the plain one.
 *
 * @param estimate the estimate to read: the difference estimate, or the plain one where nothing is borrowed; the
 *     methods of its intervals begin with {@code difference} in the first case
 * @param plain what the sample says by itself
 * @param share how much of the earlier model's error is taken off, in [0, 1]; empty where it was not estimated
 * @param correlation of the two models' contributions under the design, in [-1, 1]; its square is the share of the
 *     variance around the full set that the earlier model explains; empty where it was not estimated
 * @param dropped why nothing is borrowed; empty where something is
 * @since 0.1
 */
public record DifferenceEstimate(
        Estimate estimate,
        Estimate plain,
        OptionalDouble share,
        OptionalDouble correlation,
        Optional<NotBorrowed> dropped) {

    static DifferenceEstimate borrowed(Estimate estimate, Estimate plain, double share, double correlation) {
        return new DifferenceEstimate(
                estimate, plain, OptionalDouble.of(share), OptionalDouble.of(correlation), Optional.empty());
    }

    static DifferenceEstimate plain(Estimate plain, NotBorrowed why) {
        return new DifferenceEstimate(plain, plain, OptionalDouble.empty(), OptionalDouble.empty(), Optional.of(why));
    }

    static DifferenceEstimate plain(Estimate plain, NotBorrowed why, double share, double correlation) {
        return new DifferenceEstimate(
                plain, plain, OptionalDouble.of(share), OptionalDouble.of(correlation), Optional.of(why));
    }

    /**
     * {@return the estimate to read, which says what it borrowed from whom, if it did}
     *
     * @param reference the name of the earlier model
     */
    public Estimate from(String reference) {
        return dropped.isPresent()
                ? estimate
                : estimate.withBorrowed(new Borrowed(
                        reference,
                        plain.value(),
                        plain.population(),
                        plain.fullSet(),
                        share.orElseThrow(),
                        correlation.orElseThrow()));
    }

    /** {@return whether the estimate borrows from the earlier model} */
    public boolean isBorrowed() {
        return dropped.isEmpty();
    }
}
