package io.github.tiercel.training;

import java.util.Optional;
import java.util.OptionalDouble;

/** Follows the monitored metric from epoch to epoch. One thread. */
interface ProgressRule {

    /**
     * Looks at the next epoch.
     *
     * @param now the epoch's scores; empty if the evaluation failed
     * @param value the monitored value; empty if it failed or is undefined
     */
    Step next(Optional<EpochScores> now, OptionalDouble value);

    /** Takes note of scores of more rows of an epoch that was looked at before. */
    default void widen(EpochScores more) {}
}
