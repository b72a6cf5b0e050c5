package io.github.tiercel.evaluation;

import io.github.tiercel.data.UsageException;
import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.ThroughputProfile;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something of how a model behaves in service that a {@link Judge} reads, and that is to be measured therefore.
 *
 * <pre>{@code
 * Gates.of("p99@batch=64 <= 20ms").serving();   // [p99@batch=64]
 * }</pre>
 *
 * @param quantity the name of a percentile of latency, such as {@code "p99"}, or {@code "throughput"}, {@code "memory"}
 *     or {@code "size"}
 * @param batchRows rows in each call that is meant; empty for those of the first latency measured, and for throughput
 *     for batches of 1,024 rows, or single ones where a latency is to be kept
 * @param arrivalsPerSecond the rate of calls of the open loop whose latency is meant; empty for the closed loop, or for
 *     the first latency measured
 * @param keptP99 the latency at the 99th percentile that calls must keep whose throughput is meant; empty for calls as
 *     fast as can be
 * @since 0.1
 */
public record ServingDemand(
        String quantity, OptionalInt batchRows, OptionalDouble arrivalsPerSecond, Optional<Duration> keptP99) {

    private static final String THROUGHPUT = "throughput";
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * {@return a demand without settings}
     *
     * @param quantity the name of a percentile, {@code "throughput"}, {@code "memory"} or {@code "size"}
     */
    public static ServingDemand of(String quantity) {
        return new ServingDemand(quantity, OptionalInt.empty(), OptionalDouble.empty(), Optional.empty());
    }

    /**
     * {@return a demand for a latency}
     *
     * @param quantity the name of a percentile
     * @param batchRows rows in each call
     * @param arrivalsPerSecond the rate of calls of the open loop
     */
    public static ServingDemand ofLatency(String quantity, OptionalInt batchRows, OptionalDouble arrivalsPerSecond) {
        return new ServingDemand(quantity, batchRows, arrivalsPerSecond, Optional.empty());
    }

    /**
     * {@return a demand for a throughput}
     *
     * @param batchRows rows in each call
     * @param keptP99 the latency at the 99th percentile that calls must keep
     */
    public static ServingDemand ofThroughput(OptionalInt batchRows, Optional<Duration> keptP99) {
        return new ServingDemand(THROUGHPUT, batchRows, OptionalDouble.empty(), keptP99);
    }

    /** {@return whether a percentile of latency is meant} */
    public boolean isLatency() {
        return quantity.startsWith("p");
    }

    /** {@return whether throughput is meant} */
    public boolean isThroughput() {
        return quantity.equals(THROUGHPUT);
    }

    /** {@return how many rows the calls have whose throughput is meant} */
    public int throughputRows() {
        return batchRows.orElse(keptP99.isPresent() ? 1 : BatchInference.DEFAULT_BATCH_ROWS);
    }

    /**
     * {@return the latency that is meant: the first one if neither batch size nor rate is named, else that of single
     * rows unless a batch size is named, in the closed loop unless a rate is; empty if it was not measured}
     *
     * @param profile what was measured of a model
     */
    public Optional<LatencyProfile> in(ServingProfile profile) {
        return profile.latency().stream().filter(this::isMet).findFirst();
    }

    private boolean isMet(LatencyProfile latency) {
        if (batchRows.isEmpty() && arrivalsPerSecond.isEmpty()) {
            return true;
        }
        return arrivalsPerSecond.equals(latency.arrivalsPerSecond()) && batchRows.orElse(1) == latency.batchRows();
    }

    /**
     * {@return the throughput that is meant; empty if it was not measured}
     *
     * @param profile what was measured of a model
     */
    public Optional<ThroughputProfile> throughputIn(ServingProfile profile) {
        Optional<Double> limit = keptP99.map(most -> most.toNanos() / NANOS_PER_MILLI);
        return profile.throughput().stream()
                .filter(found -> found.batchRows() == throughputRows()
                        && found.latencyLimitMillis().equals(toOptionalDouble(limit)))
                .findFirst();
    }

    private static OptionalDouble toOptionalDouble(Optional<Double> number) {
        return number.stream().mapToDouble(Double::doubleValue).findFirst();
    }

    /**
     * Refuses demands on models none of which was measured.
     *
     * @param demands what is read
     * @param profiles what was measured of each model
     * @throws UsageException if something is read, and nothing was measured of any model
     */
    public static void requireMeasured(
            Collection<ServingDemand> demands, Collection<Optional<ServingProfile>> profiles) {
        if (!demands.isEmpty() && profiles.stream().allMatch(Optional::isEmpty)) {
            throw new UsageException(
                    "NOT_MEASURED",
                    "A gate limits "
                            + demands.stream().map(ServingDemand::toString).collect(Collectors.joining(", "))
                            + ", but no model was measured in service. Add --latency and --model"
                            + " (in code: Candidate.withServing), or leave the gate out.");
        }
    }

    /**
     * {@return at what a latency or throughput is meant, as gates spell it: {@code batch=8,rate=200} or
     * {@code batch=8,p99=5ms}; empty if that is not said}
     */
    public String settings() {
        return Stream.of(
                        batchRows.stream().mapToObj(rows -> "batch=" + rows),
                        arrivalsPerSecond.stream().mapToObj(rate -> "rate=" + plain(BigDecimal.valueOf(rate))),
                        keptP99.stream().map(most -> "p99=" + plain(BigDecimal.valueOf(most.toNanos(), 6)) + "ms"))
                .flatMap(setting -> setting)
                .collect(Collectors.joining(","));
    }

    /** {@return the demand as gates spell it: {@code p99@batch=8,rate=200}} */
    @Override
    public String toString() {
        return settings().isEmpty() ? quantity : quantity + "@" + settings();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
