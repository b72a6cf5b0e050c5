package io.github.tiercel.inference;

/**
 * What it took to score rows.
 *
 * @param rows the rows scored
 * @param inferenceNanos wall time from the first batch to the last score, waiting included
 * @param waitingNanos the part of it in which the model waited for its rows to be assembled
 * @since 0.1
 */
public record InferenceTime(int rows, long inferenceNanos, long waitingNanos) {

    /** Nothing scored, no time. */
    public static final InferenceTime NONE = new InferenceTime(0, 0, 0);

    /** {@return the share of the time in which the model waited for its rows, from 0 to 1} */
    public double waitingShare() {
        return inferenceNanos == 0 ? 0 : Math.min(1, waitingNanos / (double) inferenceNanos);
    }

    /**
     * {@return the sum of both}
     *
     * @param other what else it took
     */
    public InferenceTime plus(InferenceTime other) {
        return new InferenceTime(
                rows + other.rows, inferenceNanos + other.inferenceNanos, waitingNanos + other.waitingNanos);
    }
}
