package io.github.tiercel.serving;

import java.util.OptionalDouble;

/**
 * What latency is measured of.
 *
 * @param batchRows rows in each call
 * @param callsPerSecond the rate of the open loop; empty for the closed one
 */
record LatencyCase(int batchRows, OptionalDouble callsPerSecond) {

    static final LatencyCase SINGLE_ROWS = closed(1);

    private static final double LEAST_RATE = 0.001;
    private static final double MOST_RATE = 1e6;

    LatencyCase {
        if (batchRows < 1) {
            throw new IllegalArgumentException("batchRows must be at least 1, got " + batchRows);
        }
        double rate = callsPerSecond.orElse(1);
        if (!(rate >= LEAST_RATE && rate <= MOST_RATE)) {
            throw new IllegalArgumentException("callsPerSecond must be in [0.001, 1e6], got " + rate);
        }
    }

    static LatencyCase closed(int batchRows) {
        return new LatencyCase(batchRows, OptionalDouble.empty());
    }

    static LatencyCase open(double callsPerSecond, int batchRows) {
        return new LatencyCase(batchRows, OptionalDouble.of(callsPerSecond));
    }

    Loop loop(Clock clock) {
        return callsPerSecond.isPresent() ? new OpenLoop(clock, callsPerSecond.getAsDouble()) : new ClosedLoop(clock);
    }
}
