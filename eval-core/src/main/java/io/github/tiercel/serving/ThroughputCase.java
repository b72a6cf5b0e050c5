package io.github.tiercel.serving;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Collectors;

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

    /** For people: "batches of 64 rows at a p99 of 20ms". */
    String text() {
        return "batches of " + batchRows + (batchRows == 1 ? " row" : " rows")
                + p99Nanos.stream()
                        .mapToObj(nanos -> " at a p99 of " + Amounts.time(Duration.ofNanos(nanos)))
                        .collect(Collectors.joining());
    }
}
