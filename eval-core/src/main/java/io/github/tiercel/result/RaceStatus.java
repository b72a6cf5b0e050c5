package io.github.tiercel.result;

/**
 * How a race ended for a candidate.
 *
 * @since 0.1
 */
public enum RaceStatus {
    /** The only one left: all others were dropped or failed. */
    WON,
    /** Still in when the race ended. */
    SURVIVED,
    /** Worse than the best of that time by more than chance. */
    DROPPED,
    /** Not known to be worse by more than chance, but the rows that the budget had left went to better ones. */
    CUT_BY_BUDGET,
    /** The model failed, or the metric has no value for it. */
    FAILED;

    /** {@return whether the candidate was in to the end} */
    public boolean isLeft() {
        return this == WON || this == SURVIVED;
    }
}
