package io.github.tiercel.inference;

/**
 * How many rows a model gets in one call: a given number, or the one at which it is fastest.
 *
 * <p>Finding that goes by the clock, so which number is found may differ from run to run. It is therefore not done for
 * a model whose scores {@linkplain Predictor#isBatchVariant() depend on the batch}, nor for one without a fingerprint,
 * which nobody has tried for that: such a model gets {@value BatchInference#DEFAULT_BATCH_ROWS} rows.
 *
 * <pre>{@code
 * Evaluator.of(set).features(rows).batchSize(BatchSize.fitted()).build();
 * }</pre>
 *
 * @param rows rows in a batch, at least 1; where the size is fitted, those of a model that is not to be tried
 * @param isFitted whether a faster number is looked for before rows are inferred
 * @since 0.1
 */
public record BatchSize(int rows, boolean isFitted) {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if {@code rows} is below 1
     */
    public BatchSize {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, got " + rows);
        }
    }

    /**
     * {@return a given size}
     *
     * @param rows rows in a batch, at least 1
     */
    public static BatchSize of(int rows) {
        return new BatchSize(rows, false);
    }

    /** {@return the size at which a model is fastest, as {@link BatchFit} finds it} */
    public static BatchSize fitted() {
        return new BatchSize(BatchInference.DEFAULT_BATCH_ROWS, true);
    }
}
