package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.ScoreGroups;

/**
 * The piece of an interpolated precision-recall curve that one score group adds, with recall on the scale of weights.
 *
 * @param share the share of positive weight in the group, r
 * @param weight the weight of the group, n, above 0
 * @param positiveAbove the positive weight in higher groups, TP
 * @param above all weight in higher groups, b
 */
record PrArc(double share, double weight, double positiveAbove, double above) {

    static PrArc of(ScoreGroups groups, int group) {
        double weight = groups.positive(group) + groups.negative(group);
        double positiveAbove = groups.truePositives(group - 1);
        return new PrArc(
                groups.positive(group) / weight,
                weight,
                positiveAbove,
                positiveAbove + groups.falsePositives(group - 1));
    }

    /** {@code r (r n + (TP - r b) ln(1 + n / b))}: the integral of precision over the positive weight of the group. */
    double area() {
        return share * (share * weight + excess() * logarithm());
    }

    double byPositive() {
        return byShare() * (1 - share) / weight + byWeight();
    }

    double byNegative() {
        return byWeight() - byShare() * share / weight;
    }

    /** The derivative by TP, the rest of b staying as it is. */
    double byPositiveAbove() {
        return share * logarithm();
    }

    /** The derivative by b, TP staying as it is. */
    double byAnyAbove() {
        return isFirst() ? 0 : -share * (share * logarithm() + excess() * (weight / above) / (above + weight));
    }

    private double byShare() {
        return 2 * share * weight + (excess() - share * above) * logarithm();
    }

    private double byWeight() {
        return share * (share + excess() / (above + weight));
    }

    /** How much more of the weight above is positive than the group's share: 0 with nothing above. */
    private double excess() {
        return positiveAbove - share * above;
    }

    private double logarithm() {
        return isFirst() ? 0 : Math.log1p(weight / above);
    }

    private boolean isFirst() {
        return above == 0;
    }
}
