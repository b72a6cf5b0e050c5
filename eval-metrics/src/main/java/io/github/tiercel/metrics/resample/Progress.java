package io.github.tiercel.metrics.resample;

/**
 * Hears how far long work has come.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (done, all) -> {};

    /**
     * Hears of replicates that are done; called by whichever thread has done them, one call at a time.
     *
     * @param done how many are done, rising
     * @param all how many there will be at most
     */
    void replicates(int done, int all);
}
