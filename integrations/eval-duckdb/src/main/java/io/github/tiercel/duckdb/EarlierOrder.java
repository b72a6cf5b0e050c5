package io.github.tiercel.duckdb;

import io.github.tiercel.sampling.Strata;
import java.util.Optional;

/** The order that rows had when they were packed with other labels. */
interface EarlierOrder {

    /** That of rows of which nothing is known. */
    EarlierOrder NONE = keys -> Optional.empty();

    /**
     * {@return the strata by which the rows with these keys were ordered; empty if they seem not to have been}
     *
     * @param keys the distinct keys of the rows, in the order of the source
     */
    Optional<Strata> strata(long[] keys);
}
