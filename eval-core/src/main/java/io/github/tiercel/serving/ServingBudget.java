package io.github.tiercel.serving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a model may take in service, declared before it is trained: latency, throughput, memory, size.
 *
 * <p>Limits of latency are for single rows in the closed loop unless {@link #batchRows} or {@link #arrivals} say
 * otherwise, which go for all percentiles of a budget, whichever is said first; {@link #and} joins budgets for calls of
 * different kinds.
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
            LatencyCase.SINGLE_ROWS,
            Map.of(),
            List.of(),
            OptionalDouble.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    private final LatencyCase calls;
    private final Map<Percentile, Duration> percentiles;
    private final List<LatencyLimit> others;
    private final OptionalDouble throughput;
    private final Optional<ThroughputCase> joined;
    private final OptionalLong memory;
    private final OptionalLong size;

    private ServingBudget(
            LatencyCase calls,
            Map<Percentile, Duration> percentiles,
            List<LatencyLimit> others,
            OptionalDouble throughput,
            Optional<ThroughputCase> joined,
            OptionalLong memory,
            OptionalLong size) {
        this.calls = calls;
        this.percentiles = percentiles;
        this.others = others;
        this.throughput = throughput;
        this.joined = joined;
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
        return new ServingBudget(calls, more, others, throughput, joined, memory, size);
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
        return new ServingBudget(other, percentiles, others, throughput, joined, memory, size);
    }

    /**
     * {@return this budget with a limit of throughput}
     *
     * @param rowsPerSecond the least, above 0, in rows a second
     * @throws IllegalArgumentException if it is not above 0 or not finite
     */
    public ServingBudget throughput(double rowsPerSecond) {
        if (!(rowsPerSecond > 0 && rowsPerSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("throughput must be above 0 rows a second, got " + rowsPerSecond);
        }
        return new ServingBudget(
                calls, percentiles, others, OptionalDouble.of(rowsPerSecond), Optional.empty(), memory, size);
    }

    /**
     * {@return this budget with a limit of the memory that the process takes at most}
     *
     * @param bytes above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public ServingBudget memory(long bytes) {
        return new ServingBudget(calls, percentiles, others, throughput, joined, aboveZero("memory", bytes), size);
    }

    /**
     * {@return this budget with a limit of the size of the model's files}
     *
     * @param bytes above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public ServingBudget size(long bytes) {
        return new ServingBudget(calls, percentiles, others, throughput, joined, memory, aboveZero("size", bytes));
    }

    private static OptionalLong aboveZero(String name, long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException(name + " must be above 0 bytes, got " + bytes);
        }
        return OptionalLong.of(bytes);
    }

    /**
     * {@return this budget and another: a model must keep both. Where both limit throughput, memory or size, the
     * stricter limit stands. Throughput is that of the calls of the budget that limits it, at their 99th percentile}
     *
     * @param other limits of latency for other calls, for example
     * @throws IllegalArgumentException if both limit throughput, and not of the same calls: gates know but one
     */
    public ServingBudget and(ServingBudget other) {
        requireSameThroughput(other);
        List<LatencyLimit> more = new ArrayList<>(others);
        more.addAll(other.latency());
        OptionalDouble most = throughput.isPresent() && other.throughput.isPresent()
                ? OptionalDouble.of(Math.max(throughput.getAsDouble(), other.throughput.getAsDouble()))
                : throughput.isPresent() ? throughput : other.throughput;
        return new ServingBudget(
                calls,
                percentiles,
                List.copyOf(more),
                most,
                throughput.isPresent()
                        ? joined
                        : other.throughput.stream()
                                .mapToObj(rows -> other.throughputCase())
                                .findFirst(),
                least(memory, other.memory),
                least(size, other.size));
    }

    private void requireSameThroughput(ServingBudget other) {
        if (throughput.isPresent()
                && other.throughput.isPresent()
                && !throughputCase().equals(other.throughputCase())) {
            throw new IllegalArgumentException("Both budgets limit throughput, one of "
                    + throughputCase().text() + ", the other of "
                    + other.throughputCase().text() + ", but it is measured of one kind of calls. Limit it in one of"
                    + " them.");
        }
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
        throughput.ifPresent(rows -> rules.add("throughput >= " + Amounts.plain(rows) + "/s"));
        memory.ifPresent(bytes -> rules.add("memory <= " + Amounts.bytes(bytes)));
        size.ifPresent(bytes -> rules.add("size <= " + Amounts.bytes(bytes)));
        return List.copyOf(rules);
    }

    /** Rows in the calls that limits are about. */
    Set<Integer> batchSizes() {
        Set<Integer> sizes = new LinkedHashSet<>();
        latency().forEach(limit -> sizes.add(limit.of().batchRows()));
        throughput.ifPresent(rows -> sizes.add(throughputCase().batchRows()));
        return sizes;
    }

    List<LatencyLimit> latency() {
        List<LatencyLimit> limits = new ArrayList<>();
        percentiles.forEach((percentile, most) -> limits.add(new LatencyLimit(percentile, calls, most)));
        limits.addAll(others);
        return limits;
    }

    /**
     * What throughput is measured of: the calls of the budget that limits it, under its limit of the 99th percentile if
     * it has one.
     */
    ThroughputCase throughputCase() {
        Duration p99 = percentiles.get(Percentile.P99);
        return joined.isPresent()
                ? joined.get()
                : new ThroughputCase(
                        calls.batchRows(), p99 == null ? OptionalLong.empty() : OptionalLong.of(p99.toNanos()));
    }

    OptionalDouble throughput() {
        return throughput;
    }

    OptionalLong size() {
        return size;
    }

    OptionalLong memory() {
        return memory;
    }
}
