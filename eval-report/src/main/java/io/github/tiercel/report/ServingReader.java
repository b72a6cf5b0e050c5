package io.github.tiercel.report;

import io.github.tiercel.result.LatencyPercentile;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.LatencyProfile.LatencyBin;
import io.github.tiercel.result.MemoryUse;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.ThroughputProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Reads how a model behaves in service as {@link ServingJson} writes it. */
final class ServingReader {

    private static final String MODEL_BYTES = "model_bytes";
    private static final String MORE_THROUGHPUT = "more_throughput";
    private static final String CALLS = "calls";

    private ServingReader() {}

    static ServingProfile serving(JsonSource json) {
        return new ServingProfile(
                json.objects("profiles", ServingReader::latency),
                throughputs(json),
                json.maybeObject("memory", ServingReader::memory),
                bytes(json, MODEL_BYTES),
                json.number("probe_ns", Double.NaN));
    }

    private static LatencyProfile latency(JsonSource json) {
        return new LatencyProfile(
                json.count("batch_rows"),
                json.maybeNumber("arrivals_per_second", Double.NaN),
                json.whole(CALLS, 0, Long.MAX_VALUE),
                json.whole("warm_up_calls", 0, Long.MAX_VALUE),
                json.count("runs"),
                json.number("seconds", Double.NaN),
                json.members("percentiles", (name, percentile) -> percentile(percentile)),
                json.number("mean_ms", Double.NaN),
                json.number("min_ms", Double.NaN),
                json.number("max_ms", Double.NaN),
                json.object("histogram", ServingReader::histogram),
                json.maybeText("noise"));
    }

    private static LatencyPercentile percentile(JsonSource json) {
        return new LatencyPercentile(
                json.number("value", Double.NaN),
                EstimateReader.maybeInterval(json),
                json.maybeNumber("at_least", Double.NaN),
                json.whole("calls_needed", 0, Long.MAX_VALUE),
                Arrays.stream(json.numbers("runs", Double.NaN)).boxed().toList());
    }

    private static List<LatencyBin> histogram(JsonSource json) {
        double[] from = json.numbers("from_ms", Double.NaN);
        double[] to = json.numbers("to_ms", Double.NaN);
        List<Long> calls = json.wholes(CALLS);
        if (to.length != from.length || calls.size() != from.length) {
            throw json.wrong(
                    CALLS,
                    "has " + calls.size() + " numbers beside " + from.length + " lower and " + to.length
                            + " upper ends");
        }
        return IntStream.range(0, from.length)
                .mapToObj(bin -> new LatencyBin(from[bin], to[bin], calls.get(bin)))
                .toList();
    }

    private static List<ThroughputProfile> throughputs(JsonSource json) {
        List<ThroughputProfile> all = new ArrayList<>();
        json.maybeObject("throughput", ServingReader::throughput).ifPresent(all::add);
        if (json.has(MORE_THROUGHPUT)) {
            all.addAll(json.objects(MORE_THROUGHPUT, ServingReader::throughput));
        }
        return all;
    }

    private static ThroughputProfile throughput(JsonSource json) {
        return new ThroughputProfile(
                json.number("value", Double.NaN),
                EstimateReader.maybeInterval(json),
                json.count("batch_rows"),
                json.count("threads"),
                json.maybeNumber("latency_limit_ms", Double.NaN),
                json.maybeText("noise"));
    }

    private static MemoryUse memory(JsonSource json) {
        return new MemoryUse(
                bytes(json, "resident_bytes"), bytes(json, MODEL_BYTES), json.whole("heap_bytes", 0, Long.MAX_VALUE));
    }

    private static OptionalLong bytes(JsonSource json, String name) {
        return json.has(name) ? OptionalLong.of(json.whole(name, 0, Long.MAX_VALUE)) : OptionalLong.empty();
    }
}
