package io.github.tiercel.serving;

import io.github.tiercel.evaluation.ServingDemand;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What throughput is measured of.
 *
 * @param batchRows rows in each call
 * @param p99Nanos the 99th percentile of latency to keep, in nanoseconds; empty to call as fast as can be
 */
record ThroughputCase(int batchRows, OptionalLong p99Nanos) {

    /** What gates mean by throughput without further words. */
    static final ThroughputCase BATCH_WORK =
            atOnce(ServingDemand.of("throughput").throughputRows());

    ThroughputCase {
        if (batchRows < 1) {
            throw new IllegalArgumentException("batchRows must be at least 1, got " + batchRows);
        }
    }

    static ThroughputCase atOnce(int batchRows) {
        return new ThroughputCase(batchRows, OptionalLong.empty());
    }

    static ThroughputCase keeping(Duration p99, int batchRows) {
        if (p99.isNegative() || p99.isZero()) {
            throw new IllegalArgumentException("p99 must be above 0, got " + p99);
        }
        return new ThroughputCase(batchRows, OptionalLong.of(Nanos.of(p99)));
    }

    /** How many threads call a model that allows so many: a latency is kept by one. */
    int threads(int allowed) {
        return p99Nanos.isPresent() ? 1 : allowed;
    }

    /** As gates spell it: {@code throughput@batch=64,p99=20ms}. */
    String demand() {
        return ServingDemand.ofThroughput(
                        batchRows == usualRows() ? OptionalInt.empty() : OptionalInt.of(batchRows),
                        p99Nanos.stream().mapToObj(Duration::ofNanos).findFirst())
                .toString();
    }

    private int usualRows() {
        return p99Nanos.isPresent() ? 1 : BATCH_WORK.batchRows();
    }

    /** For people: "batches of 64 rows at a p99 of 20ms". */
    String text() {
        return "batches of " + batchRows + (batchRows == 1 ? " row" : " rows")
                + p99Nanos.stream()
                        .mapToObj(nanos -> " at a p99 of " + Amounts.time(Duration.ofNanos(nanos)))
                        .collect(Collectors.joining());
    }
}
