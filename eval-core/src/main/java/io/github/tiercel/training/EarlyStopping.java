package io.github.tiercel.training;

/**
 * When to stop training: once a metric has not become better for some epochs. Keras's rule of that name.
 *
 * <p>An epoch is better if its value beats the best one so far by more than {@code minDelta}, in the direction of the
 * metric: nobody says whether higher is better. An epoch without a value, because the model failed or the metric is
 * undefined, is not better. Values have a margin of error, which this rule does not look at: small samples make it
 * impatient.
 *
 * <pre>{@code
 * EarlyStopping rule = EarlyStopping.of("log_loss", 3).withMinDelta(0.0005);
 * }</pre>
 *
 * @param monitor the name of the metric
 * @param patience how many epochs in a row may pass without being better, at least 1; the last of them stops training
 * @param minDelta by how much an epoch must be better to count, at least 0
 * @since 0.1
 */
public record EarlyStopping(String monitor, int patience, double minDelta) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if {@code patience} is below 1, or {@code minDelta} is negative or not finite
     */
    public EarlyStopping {
        if (patience < 1) {
            throw new IllegalArgumentException("patience must be at least 1, got " + patience);
        }
        if (!(minDelta >= 0 && minDelta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("minDelta must be a finite number of at least 0, got " + minDelta);
        }
    }

    /**
     * {@return a rule that counts every improvement, however small}
     *
     * @param monitor the name of the metric
     * @param patience how many epochs in a row may pass without being better, at least 1
     */
    public static EarlyStopping of(String monitor, int patience) {
        return new EarlyStopping(monitor, patience, 0);
    }

    /**
     * {@return the rule with a least improvement}
     *
     * @param value by how much an epoch must be better to count, at least 0
     */
    public EarlyStopping withMinDelta(double value) {
        return new EarlyStopping(monitor, patience, value);
    }
}
