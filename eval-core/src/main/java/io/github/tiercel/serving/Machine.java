package io.github.tiercel.serving;

import java.util.OptionalDouble;

/** The machine that the probe runs on, as far as it looks at it. */
interface Machine extends Clock {

    /** Does a fixed piece of work, a fraction of a millisecond of arithmetic. */
    void work();

    /** How many threads run or want to, on average over the last minute; empty if the system does not say. */
    OptionalDouble load();

    /** How many processors that load is shared among. */
    int processors();
}
