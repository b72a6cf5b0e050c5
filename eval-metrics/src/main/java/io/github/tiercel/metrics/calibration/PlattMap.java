package io.github.tiercel.metrics.calibration;

/**
 * A straight line of log-odds: {@code p = 1 / (1 + exp(-(intercept + slope x)))}, x being the score or its log-odds.
 * Increasing unless the slope is negative, as it is for scores that point the wrong way.
 *
 * @since 0.1
 */
public final class PlattMap implements CalibrationMap {

    private final double slope;
    private final double intercept;
    private final ScoreScale scale;

    PlattMap(double slope, double intercept, ScoreScale scale) {
        this.slope = slope;
        this.intercept = intercept;
        this.scale = scale;
    }

    /** {@return the slope; {@code -a_} in scikit-learn} */
    public double slope() {
        return slope;
    }

    /** {@return the intercept; {@code -b_} in scikit-learn} */
    public double intercept() {
        return intercept;
    }

    @Override
    public double apply(double score) {
        Arguments.number("score", score);
        return Logit.inverse(intercept + slope * scale.of(score));
    }
}
