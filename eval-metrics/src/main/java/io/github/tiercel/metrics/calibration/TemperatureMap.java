package io.github.tiercel.metrics.calibration;

/**
 * Log-odds divided by a temperature: {@code p = 1 / (1 + exp(-logit / T))}. Increasing; 0.5 stays 0.5.
 *
 * @since 0.1
 */
public final class TemperatureMap implements CalibrationMap {

    private final double temperature;
    private final ScoreScale scale;

    TemperatureMap(double temperature, ScoreScale scale) {
        this.temperature = temperature;
        this.scale = scale;
    }

    /** {@return the temperature, in [0.01, 100]; above 1 for an overconfident model} */
    public double temperature() {
        return temperature;
    }

    @Override
    public double apply(double score) {
        Arguments.number("score", score);
        return Logit.inverse(scale.of(score) / temperature);
    }
}
