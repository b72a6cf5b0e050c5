package io.github.tiercel.serving;

import java.util.OptionalLong;

/**
 * What throughput is measured of.
 *
 * @param batchRows rows in each call
 * @param p99Nanos the 99th percentile of latency to keep, in nanoseconds; empty to call as fast as can be
 */
record ThroughputCase(int batchRows, OptionalLong p99Nanos) {

    ThroughputCase {
        if (batchRows < 1) {
            throw new IllegalArgumentException("batchRows must be at least 1, got " + batchRows);
        }
    }
}
