package io.github.tiercel.metrics.regression;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pinball loss, the error of a predicted quantile: the weighted mean of {@code max(alpha (y - p), (alpha - 1) (y -
 * p))}.
 *
 * <p>At alpha 0.9 a prediction below the label costs nine times as much as one above it by the same distance, so that
 * the 0.9 quantile costs least. At 0.5 it is half the mean absolute error. Called {@code mean_pinball_loss} in
 * scikit-learn. Its name here carries alpha: {@code pinball_0.9}.
 *
 * @param alpha the quantile that is predicted, in (0, 1)
 * @since 0.1
 */
public record Pinball(double alpha) implements RowErrorMetric {

    static final String PREFIX = "pinball_";

    private static final Pattern ALPHA = Pattern.compile("0\\.\\d+");

    /**
     * Checks alpha.
     *
     * @throws IllegalArgumentException if {@code alpha} is not in (0, 1)
     */
    public Pinball {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be in (0, 1), got " + alpha);
        }
    }

    @Override
    public String name() {
        return PREFIX + BigDecimal.valueOf(alpha).stripTrailingZeros().toPlainString();
    }

    @Override
    public double rowError(double label, double predicted) {
        double error = label - predicted;
        return error >= 0 ? alpha * error : (alpha - 1) * error;
    }

    static Optional<Pinball> named(String name) {
        String alpha = name.substring(PREFIX.length());
        if (!ALPHA.matcher(alpha).matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(alpha);
        // One metric has one name: 0.9 is neither .9 nor 0.90.
        return number > 0 && number < 1
                ? Optional.of(new Pinball(number))
                        .filter(metric -> metric.name().equals(name))
                : Optional.empty();
    }
}
