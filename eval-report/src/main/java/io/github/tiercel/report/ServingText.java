package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.LatencyPercentile;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.MemoryUse;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.ThroughputProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a model behaves in service, as facts with a name each and no full stop. */
final class ServingText {

    /** Names are as long, so that facts stand below each other. */
    private static final int NAME = 12;

    /**
     * One thing that was measured.
     *
     * @param name for example {@code "throughput"}
     * @param text what was found of it
     */
    record Fact(String name, String text) {

        /** {@return for example {@code "throughput: 1,234,567 rows/s [1,198,000, 1,271,000], batch 256, 2 threads"}} */
        String sentence() {
            return name + ": " + text;
        }
    }

    private ServingText() {}

    /** {@return the lines for a terminal; none of a model that was not measured} */
    static List<String> lines(Optional<ServingProfile> serving, Layout layout) {
        List<String> lines = new ArrayList<>();
        for (Fact fact : serving.map(ServingText::facts).orElse(List.of())) {
            String name = String.format(Locale.ROOT, "%-" + NAME + "s", fact.name());
            lines.addAll(Paragraph.lines(name + fact.text(), "", 2, layout.width()));
        }
        return lines;
    }

    static List<Fact> facts(ServingProfile serving) {
        List<Fact> facts = new ArrayList<>();
        serving.latency().forEach(latency -> facts.add(new Fact("latency", of(latency))));
        facts.addAll(ofModel(serving));
        return facts;
    }

    /** {@return what is measured of the model as a whole} */
    static List<Fact> ofModel(ServingProfile serving) {
        List<Fact> facts = new ArrayList<>();
        serving.throughput().forEach(throughput -> facts.add(new Fact("throughput", of(throughput))));
        serving.memory().ifPresent(memory -> facts.add(new Fact("memory", of(memory))));
        serving.modelBytes().ifPresent(bytes -> facts.add(new Fact("size", ByteText.of(bytes))));
        return facts;
    }

    /** {@return at what it was measured: {@code "batch 8, 200 calls a second"}} */
    static String setting(LatencyProfile latency) {
        String batch = String.format(Locale.ROOT, "batch %,d", latency.batchRows());
        return latency.arrivalsPerSecond().isPresent()
                ? batch + ", " + Digits.toCopy(latency.arrivalsPerSecond().getAsDouble()) + " calls a second"
                : batch + ", closed loop";
    }

    /** {@return for example {@code "0.0523 ms [0.0494, 0.0601]"}, or {@code "805 ms [at least 800]"}} */
    static String of(LatencyPercentile percentile) {
        String number = number(percentile.millis(), " ms", percentile.interval());
        return percentile.interval().isPresent() ? number : number + atLeast(percentile);
    }

    private static String atLeast(LatencyPercentile percentile) {
        return percentile.atLeastMillis().stream()
                .mapToObj(least ->
                        " [at least " + Digits.of(least, Optional.empty()).plain(least) + "]")
                .collect(Collectors.joining());
    }

    /** {@return the same without the interval} */
    static String value(LatencyPercentile percentile) {
        return Digits.ofSkewed(percentile.millis(), percentile.interval()).plain(percentile.millis()) + " ms";
    }

    /** {@return for example {@code "1,234,567 rows/s [1,198,000, 1,271,000]"}} */
    static String rate(ThroughputProfile throughput) {
        return number(throughput.rowsPerSecond(), " rows/s", throughput.interval());
    }

    private static String number(double value, String unit, Optional<Interval> interval) {
        Digits digits = Digits.ofSkewed(value, interval);
        return digits.plain(value)
                + unit
                + interval.map(ends -> " " + digits.plain(ends)).orElse("");
    }

    private static String of(LatencyProfile latency) {
        return setting(latency)
                + ": " + percentiles(latency)
                + String.format(Locale.ROOT, "; %,d calls in %s", latency.calls(), counted(latency.runs(), "run"))
                + latency.noise().map(noise -> "; noisy: " + noise).orElse("");
    }

    /** Only the last interval: a line has no room for more, and limits are mostly on the tail. */
    private static String percentiles(LatencyProfile latency) {
        String last = latency.percentiles().entrySet().stream()
                .filter(entry -> entry.getValue().interval().isPresent())
                .map(Map.Entry::getKey)
                .reduce("", (earlier, later) -> later);
        return latency.percentiles().entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + (entry.getKey().equals(last) ? of(entry.getValue()) : value(entry.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String of(ThroughputProfile throughput) {
        return rate(throughput)
                + String.format(Locale.ROOT, ", batch %,d, ", throughput.batchRows())
                + counted(throughput.threads(), "thread")
                + throughput.latencyLimitMillis().stream()
                        .mapToObj(limit -> ", p99 within " + Digits.toCopy(limit) + " ms")
                        .collect(Collectors.joining())
                + throughput.noise().map(noise -> "; noisy: " + noise).orElse("");
    }

    private static String of(MemoryUse memory) {
        List<String> parts = new ArrayList<>();
        memory.residentBytes().ifPresent(bytes -> parts.add(ByteText.of(bytes) + " at most"));
        memory.modelBytes().ifPresent(bytes -> parts.add(ByteText.of(bytes) + " of it for the model"));
        parts.add(ByteText.of(memory.heapBytes()) + " of Java heap");
        return String.join(", ", parts);
    }

    private static String counted(int number, String noun) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : noun + "s");
    }
}
