package io.github.tiercel.serving;

import io.github.tiercel.metrics.interval.QuantileRanks;

/** The percentiles that a profile has. */
enum Percentile {
    P50("p50", 0.5),
    P90("p90", 0.9),
    P95("p95", 0.95),
    P99("p99", 0.99),
    P999("p99.9", 0.999);

    private final String text;
    private final double fraction;

    Percentile(String text, double fraction) {
        this.text = text;
        this.fraction = fraction;
    }

    String text() {
        return text;
    }

    /** The rank, from 1, of the percentile of so many values. */
    long rank(long values) {
        // 0.95 * 20 must not become 20 by rounding.
        return Math.max(1, (long) Math.ceil(fraction * values * (1 - 1e-12)));
    }

    /** Bounds at a two-sided level. */
    QuantileRanks ranks(double level) {
        return new QuantileRanks(fraction, (1 - level) / 2);
    }
}
