package io.github.tiercel.metrics.interval;

import java.util.Optional;

/** What each unit contributes to the error of an estimate, summed up: what intervals from influence values read. */
interface Contributions {

    /** The units that count. */
    int units();

    /** Whether there are enough independent units for an error to exist, none of which outweighs all others. */
    boolean hasError();

    /** Efron's acceleration: {@code sum u³ / (6 (sum u²)^1.5)}, 0 without spread. */
    double acceleration();

    /** The variance as an estimate of the world. */
    default Variance population() {
        return population(fullSet());
    }

    /** The same where the variance around the value on the whole set is another, as that of a better estimate is. */
    Variance population(Variance around);

    /** The variance around the value on the whole set; 0 where this is no sample. */
    Variance fullSet();

    /** How the variances of a sample depend on its size; empty where this is no sample. */
    Optional<StratumSpreads> spreads();
}
