package io.github.tiercel.metrics;

/**
 * What a reader of an estimate must know besides its interval.
 *
 * @since 0.1
 */
public enum EstimateFlag {
    /**
     * Fewer than 25 rows of the rarest class that the metric is about, or rows or queries where it is about no class
     * (or an effective number of positives below 100 in a sample): the interval is rough.
     */
    SMALL_SAMPLE,
    /** The value lies at the edge of its range, so the interval rests on a conservative rule instead of an error. */
    AT_THE_EDGE,
    /** The standard error was raised by a planning formula because the plain one is known to be too small here. */
    GUARDED
}
