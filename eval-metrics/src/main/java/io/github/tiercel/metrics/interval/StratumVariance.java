package io.github.tiercel.metrics.interval;

/** Variances of a stratified sample from sums of contributions within strata. */
final class StratumVariance {

    private StratumVariance() {}

    /** What one stratum adds to the variance around the value on the whole set; 0 if it was taken whole. */
    static double of(Design design, int h, double sum, double squares) {
        // Rows outside a slice count as zeros of their stratum, so the mean is over all sampled units.
        double around = Math.max(0, squares - sum * sum / design.sampled(h));
        double factor = factor(design, h);
        return factor == 0 ? 0 : factor * around;
    }

    /** What the sum of squares around the mean of one stratum counts; 0 if it was taken whole. */
    static double factor(Design design, int h) {
        double sampled = design.sampled(h);
        return sampled < 2 || sampled == design.population(h)
                ? 0
                : sampled / (sampled - 1) * (1 - sampled / design.population(h));
    }

    /** The variance of two strata, by Satterthwaite's rule over the units present in each. */
    static Variance joined(double one, double oneUnits, double other, double otherUnits) {
        double value = one + other;
        double spread = spread(one, oneUnits) + spread(other, otherUnits);
        return new Variance(value, spread == 0 ? Double.POSITIVE_INFINITY : value * value / spread);
    }

    /** A slice rests on its own units only, though the others count as zeros. */
    static double spread(double variance, double present) {
        return variance == 0 ? 0 : variance * variance / Math.max(1, present - 1);
    }

    /**
     * The variance of the whole set itself, as estimated from a sample of it.
     *
     * @param sum the sum of {@code u²} over the sample weight
     * @param all the units of the set
     * @param standFor how many of them the units that count stand for
     */
    static Variance ofSet(double sum, double all, double standFor) {
        // A slice is a world of its own size, so its degrees of freedom are those of the units it stands for.
        double freedom = Math.max(1, Math.min(all, Math.rint(standFor)) - 1);
        return new Variance(sum * all / (all - 1), freedom);
    }

    /** The sum of two independent variances. */
    static Variance combine(Variance a, Variance b) {
        double value = a.value() + b.value();
        double spread = a.value() * a.value() / a.degreesOfFreedom() + b.value() * b.value() / b.degreesOfFreedom();
        return new Variance(value, spread == 0 ? b.degreesOfFreedom() : value * value / spread);
    }
}
