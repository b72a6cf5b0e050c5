package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.UndefinedReason;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * What a logistic regression on one number reads: finite numbers, each with the weight of positive and of negative
 * rows.
 */
final class LogisticSample {

    private final double[] x;
    private final double[] positive;
    private final double[] negative;

    LogisticSample(double[] x, double[] positive, double[] negative) {
        this.x = x;
        this.positive = positive;
        this.negative = negative;
    }

    /** Labels against a function of the score, with weights brought to a sum in [1, 2). */
    static LogisticSample of(ScoreGroups groups, DoubleUnaryOperator x) {
        double scale = WeightScale.to(0, groups.total());
        double[] numbers = new double[groups.size()];
        double[] positive = new double[groups.size()];
        double[] negative = new double[groups.size()];
        for (int g = 0; g < numbers.length; g++) {
            numbers[g] = x.applyAsDouble(groups.score(g));
            positive[g] = scale * groups.positive(g);
            negative[g] = scale * groups.negative(g);
        }
        return new LogisticSample(numbers, positive, negative);
    }

    /** The same numbers with labels replaced by targets: a positive row counts part positive and the rest negative. */
    LogisticSample withTargets(double ofPositive, double ofNegative) {
        double[] morePositive = new double[x.length];
        double[] moreNegative = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            morePositive[i] = positive[i] * ofPositive + negative[i] * ofNegative;
            moreNegative[i] = positive[i] * (1 - ofPositive) + negative[i] * (1 - ofNegative);
        }
        return new LogisticSample(x, morePositive, moreNegative);
    }

    boolean isConstant() {
        return missingSlope()
                .filter(UndefinedReason.CONSTANT_PREDICTIONS::equals)
                .isPresent();
    }

    int size() {
        return x.length;
    }

    double x(int i) {
        return x[i];
    }

    double positive(int i) {
        return positive[i];
    }

    double negative(int i) {
        return negative[i];
    }

    /** Why no finite slope fits best; empty where one does (Silvapulle's condition for one number). */
    Optional<UndefinedReason> missingSlope() {
        double lowestPositive = Double.POSITIVE_INFINITY;
        double highestPositive = Double.NEGATIVE_INFINITY;
        double lowestNegative = Double.POSITIVE_INFINITY;
        double highestNegative = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (positive[i] > 0) {
                lowestPositive = Math.min(lowestPositive, x[i]);
                highestPositive = Math.max(highestPositive, x[i]);
            }
            if (negative[i] > 0) {
                lowestNegative = Math.min(lowestNegative, x[i]);
                highestNegative = Math.max(highestNegative, x[i]);
            }
        }
        if (Math.min(lowestPositive, lowestNegative) == Math.max(highestPositive, highestNegative)) {
            return Optional.of(UndefinedReason.CONSTANT_PREDICTIONS);
        }
        boolean overlap = lowestPositive < highestNegative && lowestNegative < highestPositive;
        return overlap ? Optional.empty() : Optional.of(UndefinedReason.SEPARABLE);
    }

    double total() {
        return sum(positive) + sum(negative);
    }

    /** The log-odds of the positive weight. */
    double logOdds() {
        return Math.log(sum(positive)) - Math.log(sum(negative));
    }

    double mean() {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < x.length; i++) {
            sum.add(x[i] * (positive[i] + negative[i]));
        }
        return sum.value() / total();
    }

    double lowest() {
        return Arrays.stream(x).min().orElse(0);
    }

    double highest() {
        return Arrays.stream(x).max().orElse(0);
    }

    /** The largest distance of a number from the centre. */
    double reach(double centre) {
        return Math.max(highest() - centre, centre - lowest());
    }

    private static double sum(double[] weights) {
        CompensatedSum sum = new CompensatedSum();
        for (double weight : weights) {
            sum.add(weight);
        }
        return sum.value();
    }
}
