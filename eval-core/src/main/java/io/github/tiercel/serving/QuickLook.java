package io.github.tiercel.serving;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A few short runs of calls in the closed loop, and what they say about limits. */
record QuickLook(RepeatedRuns runs) {

    private static final double NANOS_PER_SECOND = 1e9;

    private static final String OUTLOOK = ": this model will fail its gate unless it becomes faster.";

    /** {@return what to say if the model is over the limit, or cannot keep up with the rate of the limit} */
    Optional<String> over(LatencyLimit limit) {
        return exceeding(limit).or(() -> tooSlowFor(limit));
    }

    private Optional<String> exceeding(LatencyLimit limit) {
        Percentile percentile = limit.percentile();
        long most = limit.most().toNanos();
        OptionalLong least = runs.sorted().lowerBound(percentile, runs.level());
        boolean isOver = least.orElse(0) > most
                && runs.runs().stream()
                        .allMatch(run -> new SortedLatencies(run.latencies()).percentile(percentile) > most);
        return isOver
                ? Optional.of(percentile.text() + " of " + calls(limit.of().batchRows()) + " is about "
                        + Nanos.text(runs.sorted().percentile(percentile)) + " (at least "
                        + Nanos.text(least.getAsLong()) + "), above the budget's " + Nanos.text(most) + OUTLOOK)
                : Optional.empty();
    }

    /** At a rate that the model cannot keep up with, latency grows for as long as calls arrive. */
    private Optional<String> tooSlowFor(LatencyLimit limit) {
        double rate = limit.of().callsPerSecond().orElse(0);
        long least = leastMedian();
        return rate * least > NANOS_PER_SECOND
                ? Optional.of(capital(calls(limit.of().batchRows())) + " take " + Nanos.text(least)
                        + " at the median, too long for the budget's " + Amounts.plain(rate) + " calls a second"
                        + OUTLOOK)
                : Optional.empty();
    }

    /** {@return what to say if the model scores fewer rows a second however many threads it allows} */
    Optional<String> below(double rowsPerSecond, ThroughputCase of, int allowed) {
        double most = of.batchRows() * (double) of.threads(allowed) * NANOS_PER_SECOND / leastMedian();
        return most < rowsPerSecond
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "Throughput of %s is at most about %s rows/s, below the budget's %s rows/s%s",
                        of.text(),
                        Amounts.threeDigits(most),
                        Amounts.plain(rowsPerSecond),
                        OUTLOOK))
                : Optional.empty();
    }

    private long leastMedian() {
        return Math.max(
                1, runs.sorted().lowerBound(Percentile.P50, runs.level()).orElse(0));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String calls(int rows) {
        return rows == 1 ? "single rows" : "batches of " + rows + " rows";
    }
}
