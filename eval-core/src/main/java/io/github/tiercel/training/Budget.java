package io.github.tiercel.training;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How long training may take. */
record Budget(OptionalInt epochs, Optional<Duration> time) {

    static final Budget NONE = new Budget(OptionalInt.empty(), Optional.empty());

    /**
     * Why training must end now; empty if it need not.
     *
     * @param done the epochs so far
     * @param nanos the time since the run began
     */
    Optional<String> exhausted(int done, long nanos) {
        if (epochs.isPresent() && done >= epochs.getAsInt()) {
            return Optional.of("the budget of " + epochs.getAsInt() + " epochs is used up");
        }
        return time.filter(most -> Duration.ofNanos(nanos).compareTo(most) >= 0)
                .map(most -> "the budget of " + most.toMillis() / 1000.0 + " s is used up");
    }
}
