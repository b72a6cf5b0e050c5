package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.Interval;

/**
 * Where the observed share of a bin would lie if the model were calibrated.
 *
 * @param bin the bin as observed
 * @param expected quantiles of the share over resampled labels, at a level for this bin alone
 * @since 0.1
 */
public record ConsistencyBar(ReliabilityBin bin, Interval expected) {

    /** {@return whether the observed share lies where it would for a calibrated model} */
    public boolean isConsistent() {
        return expected.contains(bin.observed());
    }
}
