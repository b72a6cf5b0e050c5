package io.github.tiercel.metrics;

/**
 * What a reader of an estimate must know besides its interval. Flags tell of the interval, never of the value, and
 * change no verdict by themselves: a gate reads the interval, which is the wider for them.
 *
 * <pre>{@code
 * boolean rough = estimate.flags().contains(EstimateFlag.SMALL_SAMPLE);
 * }</pre>
 *
 * @since 0.1
 */
public enum EstimateFlag {
    /**
     * Fewer than 25 rows of the rarest class that the metric is about, or rows or queries where it is about no class
     * (or an effective number of positives below 100 in a sample): the interval is rough.
     */
    SMALL_SAMPLE,
    /**
     * The value lies at the edge of its range (a ROC-AUC of 1, no error at all), so the interval rests on a
     * conservative rule instead of an error, which would be 0.
     */
    AT_THE_EDGE,
    /**
     * The standard error was raised to that of a planning formula ({@code AucError.hanleyMcNeil} for ROC-AUC, the
     * effective number of positives for average precision), because the plain one is known to be too small here.
     */
    GUARDED
}
