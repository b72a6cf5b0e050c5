package io.github.tiercel.store;

import io.github.tiercel.sampling.Strata;

/** The strata by which the rows of each source were first put in order. Rows are in ascending order of their keys. */
interface Orders {

    /**
     * {@return the strata that the rows had when they were seen first: those given, if that is now}
     *
     * @param source the SHA-256 of what tells the rows and their content
     * @param own the strata that the rows have now
     */
    Strata firstOf(String source, Strata own);
}
