package io.github.tiercel.serving;

import java.time.Duration;

/** The most that a percentile of latency may be. */
record LatencyLimit(Percentile percentile, LatencyCase of, Duration most) {

    LatencyLimit {
        if (most.isNegative() || most.isZero()) {
            throw new IllegalArgumentException("the limit of " + percentile.text() + " must be above 0, got " + most);
        }
    }

    /** As gates spell it: {@code p99@batch=64,rate=200 <= 20ms}. */
    String rule() {
        return percentile.text() + scope() + " <= " + Amounts.time(most);
    }

    private String scope() {
        String batch = of.batchRows() == 1 ? "" : "batch=" + of.batchRows();
        if (of.callsPerSecond().isEmpty()) {
            return batch.isEmpty() ? "" : "@" + batch;
        }
        String rate = "rate=" + Amounts.plain(of.callsPerSecond().getAsDouble());
        return "@" + (batch.isEmpty() ? rate : batch + "," + rate);
    }
}
