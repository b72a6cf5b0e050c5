package io.github.tiercel.evaluation;

/**
 * Which interval stands first in a result.
 *
 * @since 0.1
 */
public enum IntervalKind {
    /** The analytic interval that suits the metric, from influence values or counts; the bootstrap stands beside it. */
    INFLUENCE,
    /** The bias-corrected and accelerated bootstrap interval, where there is one. Needs all rows. */
    BOOTSTRAP
}
