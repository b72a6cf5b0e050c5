package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.binary.StepSum;

/** A metric as a function of the steps of a replicate. */
@FunctionalInterface
interface StepFunction {

    /**
     * What adds up the steps of one replicate.
     *
     * @param positives the weight of all positive rows
     * @param negatives the weight of all negative rows
     * @param key 64 random bits that all functions of the replicate share, for what a metric has to draw itself
     */
    StepSum sum(double positives, double negatives, long key);
}
