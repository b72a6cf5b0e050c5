package io.github.tiercel.report;

import io.github.tiercel.result.LatencyPercentile;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.LatencyProfile.LatencyBin;
import io.github.tiercel.result.MemoryUse;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.ThroughputProfile;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** The keys of how a model behaves in service. */
final class ServingJson {

    private final JsonSink json;
    private final EstimateJson estimates;

    ServingJson(JsonSink json, EstimateJson estimates) {
        this.json = json;
        this.estimates = estimates;
    }

    void write(ServingProfile serving) throws IOException {
        json.objects("profiles", serving.latency(), this::latency);
        json.object("throughput", serving.throughput().stream().findFirst(), this::throughput);
        if (serving.throughput().size() > 1) {
            List<ThroughputProfile> others =
                    serving.throughput().subList(1, serving.throughput().size());
            json.objects("more_throughput", others, this::throughput);
        }
        json.object("memory", serving.memory(), this::memory);
        bytes("model_bytes", serving.modelBytes());
        json.number("probe_ns", serving.probeNanos());
    }

    private void latency(LatencyProfile latency) throws IOException {
        json.count("batch_rows", latency.batchRows());
        json.number("arrivals_per_second", latency.arrivalsPerSecond());
        json.count("calls", latency.calls());
        json.count("warm_up_calls", latency.warmUpCalls());
        json.count("runs", latency.runs());
        json.number("seconds", latency.seconds());
        json.members("percentiles", latency.percentiles(), this::percentile);
        json.number("mean_ms", latency.meanMillis());
        json.number("min_ms", latency.minMillis());
        json.number("max_ms", latency.maxMillis());
        json.object("histogram", () -> histogram(latency.histogram()));
        json.optional(latency.noise(), noise -> json.text("noise", noise));
    }

    private void percentile(LatencyPercentile percentile) throws IOException {
        json.number("value", percentile.millis());
        json.optional(percentile.interval(), estimates::write);
        json.number("at_least", percentile.atLeastMillis());
        json.count("calls_needed", percentile.callsNeeded());
        json.numbers("runs", percentile.runs(), Double::doubleValue);
    }

    private void histogram(List<LatencyBin> bins) throws IOException {
        json.numbers("from_ms", bins, LatencyBin::fromMillis);
        json.numbers("to_ms", bins, LatencyBin::toMillis);
        json.counts("calls", bins, LatencyBin::calls);
    }

    private void throughput(ThroughputProfile throughput) throws IOException {
        json.number("value", throughput.rowsPerSecond());
        json.optional(throughput.interval(), estimates::write);
        json.count("batch_rows", throughput.batchRows());
        json.count("threads", throughput.threads());
        json.number("latency_limit_ms", throughput.latencyLimitMillis());
        json.optional(throughput.noise(), noise -> json.text("noise", noise));
    }

    private void memory(MemoryUse memory) throws IOException {
        bytes("resident_bytes", memory.residentBytes());
        bytes("model_bytes", memory.modelBytes());
        json.count("heap_bytes", memory.heapBytes());
    }

    private void bytes(String name, OptionalLong bytes) throws IOException {
        if (bytes.isPresent()) {
            json.count(name, bytes.getAsLong());
        }
    }
}
