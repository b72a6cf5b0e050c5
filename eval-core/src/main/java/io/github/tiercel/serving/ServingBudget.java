package io.github.tiercel.serving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a model may take in service, declared before it is trained: latency, throughput, memory, size.
 *
 * <p>Limits of latency are for single rows in the closed loop unless {@link #batchRows} or {@link #arrivals} say
 * otherwise, which go for all percentiles of a budget, whichever is said first; {@link #and} joins budgets for calls of
 * different kinds. A limit of throughput says itself what calls it is for.
 *
 * <p>Immutable; each method returns a changed copy. Rules are read by {@code Gates}, early checks by
 * {@link ServingCheck}, and {@link LatencyProbe.Builder#forBudget} measures what a budget is about.
 *
 * <pre>{@code
 * ServingBudget budget = ServingBudget.of().p99(Duration.ofMillis(5)).memory(512L << 20)
 *         .and(ServingBudget.of().batchRows(64).p99(Duration.ofMillis(20)));
 * budget.rules();   // p99 <= 5ms, p99@batch=64 <= 20ms, memory <= 512MiB
 * }</pre>
 *
 * @since 0.1
 */
public final class ServingBudget {

    private static final ServingBudget NONE = new ServingBudget(
            LatencyCase.SINGLE_ROWS, Map.of(), List.of(), Map.of(), OptionalLong.empty(), OptionalLong.empty());

    private final LatencyCase calls;
    private final Map<Percentile, Duration> percentiles;
    private final List<LatencyLimit> others;
    private final Map<ThroughputCase, Double> throughput;
    private final OptionalLong memory;
    private final OptionalLong size;

    private ServingBudget(
            LatencyCase calls,
            Map<Percentile, Duration> percentiles,
            List<LatencyLimit> others,
            Map<ThroughputCase, Double> throughput,
            OptionalLong memory,
            OptionalLong size) {
        this.calls = calls;
        this.percentiles = percentiles;
        this.others = others;
        this.throughput = throughput;
        this.memory = memory;
        this.size = size;
    }

    /** {@return a budget without limits} */
    public static ServingBudget of() {
        return NONE;
    }

    /**
     * {@return this budget with a limit of the median latency}
     *
     * @param most above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public ServingBudget p50(Duration most) {
        return with(Percentile.P50, most);
    }

    /**
     * {@return this budget with a limit of the 90th percentile of latency}
     *
     * @param most above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public ServingBudget p90(Duration most) {
        return with(Percentile.P90, most);
    }

    /**
     * {@return this budget with a limit of the 95th percentile of latency}
     *
     * @param most above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public ServingBudget p95(Duration most) {
        return with(Percentile.P95, most);
    }

    /**
     * {@return this budget with a limit of the 99th percentile of latency}
     *
     * @param most above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public ServingBudget p99(Duration most) {
        return with(Percentile.P99, most);
    }

    private ServingBudget with(Percentile percentile, Duration most) {
        Map<Percentile, Duration> more = new EnumMap<>(Percentile.class);
        more.putAll(percentiles);
        more.put(percentile, new LatencyLimit(percentile, calls, most).most());
        return new ServingBudget(calls, more, others, throughput, memory, size);
    }

    /**
     * {@return this budget with its limits of latency for calls of so many rows}
     *
     * @param rows at least 1
     * @throws IllegalArgumentException if it is below 1
     */
    public ServingBudget batchRows(int rows) {
        return calling(new LatencyCase(rows, calls.callsPerSecond()));
    }

    /**
     * {@return this budget with its limits of latency for the open loop, each call timed from when it was due}
     *
     * @param callsPerSecond the rate, in [0.001, 1e6]
     * @throws IllegalArgumentException if it is out of its range
     */
    public ServingBudget arrivals(double callsPerSecond) {
        return calling(LatencyCase.open(callsPerSecond, calls.batchRows()));
    }

    private ServingBudget calling(LatencyCase other) {
        return new ServingBudget(other, percentiles, others, throughput, memory, size);
    }

    /**
     * {@return this budget with a limit of throughput in batches of 1,024 rows, one after the other, on as many threads
     * as the model allows: what gates mean by {@code throughput}}
     *
     * @param rowsPerSecond the least, above 0, in rows a second
     * @throws IllegalArgumentException if it is not above 0 or not finite
     */
    public ServingBudget throughput(double rowsPerSecond) {
        return throughput(rowsPerSecond, ThroughputCase.BATCH_WORK);
    }

    /**
     * {@return this budget with a limit of throughput in other batches}
     *
     * @param rowsPerSecond the least, above 0, in rows a second
     * @param rows rows in each call, at least 1
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ServingBudget throughput(double rowsPerSecond, int rows) {
        return throughput(rowsPerSecond, ThroughputCase.atOnce(rows));
    }

    /**
     * {@return this budget with a limit of the throughput at which latency is still kept: calls fall due at a fixed
     * rate, are made by one thread, and timed from when they were due}
     *
     * @param rowsPerSecond the least, above 0, in rows a second
     * @param rows rows in each call, at least 1
     * @param p99 what the 99th percentile of latency may be at that rate, above 0
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ServingBudget throughput(double rowsPerSecond, int rows, Duration p99) {
        return throughput(rowsPerSecond, ThroughputCase.keeping(p99, rows));
    }

    private ServingBudget throughput(double rowsPerSecond, ThroughputCase of) {
        if (!(rowsPerSecond > 0 && rowsPerSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("throughput must be above 0 rows a second, got " + rowsPerSecond);
        }
        Map<ThroughputCase, Double> more = new LinkedHashMap<>(throughput);
        more.put(of, rowsPerSecond);
        return new ServingBudget(calls, percentiles, others, more, memory, size);
    }

    /**
     * {@return this budget with a limit of the memory that the process takes at most}
     *
     * @param bytes above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public ServingBudget memory(long bytes) {
        return new ServingBudget(calls, percentiles, others, throughput, aboveZero("memory", bytes), size);
    }

    /**
     * {@return this budget with a limit of the size of the model's files}
     *
     * @param bytes above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public ServingBudget size(long bytes) {
        return new ServingBudget(calls, percentiles, others, throughput, memory, aboveZero("size", bytes));
    }

    private static OptionalLong aboveZero(String name, long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException(name + " must be above 0 bytes, got " + bytes);
        }
        return OptionalLong.of(bytes);
    }

    /**
     * {@return this budget and another: a model must keep both. Where both limit the same throughput, memory or size,
     * the stricter limit stands}
     *
     * @param other limits of latency for other calls, for example
     */
    public ServingBudget and(ServingBudget other) {
        List<LatencyLimit> more = new ArrayList<>(others);
        more.addAll(other.latency());
        Map<ThroughputCase, Double> most = new LinkedHashMap<>(throughput);
        other.throughput.forEach((of, rows) -> most.merge(of, rows, Math::max));
        return new ServingBudget(
                calls, percentiles, List.copyOf(more), most, least(memory, other.memory), least(size, other.size));
    }

    private static OptionalLong least(OptionalLong one, OptionalLong other) {
        if (one.isEmpty()) {
            return other;
        }
        return OptionalLong.of(Math.min(one.getAsLong(), other.orElse(Long.MAX_VALUE)));
    }

    /** {@return the limits as gate rules, in the words of the command: {@code p99@batch=64 <= 20ms}} */
    public List<String> rules() {
        List<String> rules = new ArrayList<>();
        latency().forEach(limit -> rules.add(limit.rule()));
        throughput.forEach((of, rows) -> rules.add(of.demand() + " >= " + Amounts.plain(rows) + "/s"));
        memory.ifPresent(bytes -> rules.add("memory <= " + Amounts.bytes(bytes)));
        size.ifPresent(bytes -> rules.add("size <= " + Amounts.bytes(bytes)));
        return List.copyOf(rules);
    }

    /** Rows in the calls that limits are about. */
    Set<Integer> batchSizes() {
        Set<Integer> sizes = new LinkedHashSet<>();
        latency().forEach(limit -> sizes.add(limit.of().batchRows()));
        throughput.keySet().forEach(of -> sizes.add(of.batchRows()));
        return sizes;
    }

    List<LatencyLimit> latency() {
        List<LatencyLimit> limits = new ArrayList<>();
        percentiles.forEach((percentile, most) -> limits.add(new LatencyLimit(percentile, calls, most)));
        limits.addAll(others);
        return limits;
    }

    /** By what it is measured of, the least throughput in rows a second. */
    Map<ThroughputCase, Double> throughput() {
        return Collections.unmodifiableMap(throughput);
    }

    OptionalLong size() {
        return size;
    }

    OptionalLong memory() {
        return memory;
    }
}
