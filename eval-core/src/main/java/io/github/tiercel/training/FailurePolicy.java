package io.github.tiercel.training;

/**
 * What an epoch whose evaluation failed means for training. Either way the failure is reported and nothing is thrown.
 *
 * @since 0.1
 */
public enum FailurePolicy {
    /** Training goes on; the epoch counts as not better. */
    CONTINUE,
    /** Training is told to stop. */
    STOP
}
