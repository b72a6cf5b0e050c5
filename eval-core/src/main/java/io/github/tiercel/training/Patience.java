package io.github.tiercel.training;

/**
 * When to stop training: once a metric has not become better for some epochs. Keras's rule, plain values compared.
 *
 * <p>An epoch is better if its value beats the best one so far by more than {@code minDelta}, in the direction of the
 * metric: nobody says whether higher is better. An epoch without a value, because the model failed or the metric is
 * undefined, is not better. Values have a margin of error, which this rule does not look at: on a plateau it takes
 * noise for improvement, and goes on. {@link EarlyStopping} does look at it.
 *
 * <pre>{@code
 * Patience rule = Patience.of("log_loss", 3).withMinDelta(0.0005);
 * }</pre>
 *
 * @param monitor the name of the metric
 * @param epochs how many epochs in a row may pass without being better, at least 1; the last of them stops training
 * @param minDelta by how much an epoch must be better to count, at least 0
 * @since 0.1
 */
public record Patience(String monitor, int epochs, double minDelta) implements StoppingRule {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if {@code epochs} is below 1, or {@code minDelta} is negative or not finite
     */
    public Patience {
        requirePatience(epochs);
        requireMinDelta(minDelta);
    }

    /**
     * {@return a rule that counts every improvement, however small}
     *
     * @param monitor the name of the metric
     * @param epochs how many epochs in a row may pass without being better, at least 1
     */
    public static Patience of(String monitor, int epochs) {
        return new Patience(monitor, epochs, 0);
    }

    /**
     * {@return the rule with a least improvement}
     *
     * @param value by how much an epoch must be better to count, at least 0
     */
    public Patience withMinDelta(double value) {
        return new Patience(monitor, epochs, value);
    }

    static void requirePatience(int epochs) {
        if (epochs < 1) {
            throw new IllegalArgumentException("patience must be at least 1, got " + epochs);
        }
    }

    static void requireMinDelta(double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("minDelta must be a finite number of at least 0, got " + value);
        }
    }
}
