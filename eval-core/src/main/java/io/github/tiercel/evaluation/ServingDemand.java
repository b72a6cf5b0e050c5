package io.github.tiercel.evaluation;

import io.github.tiercel.data.UsageException;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.ServingProfile;
import java.math.BigDecimal;
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
 * @param batchRows rows in each call whose latency is meant; empty for that of the first latency measured
 * @param arrivalsPerSecond the rate of calls of the open loop that is meant; empty for the closed loop, or for the
 *     first latency measured
 * @since 0.1
 */
public record ServingDemand(String quantity, OptionalInt batchRows, OptionalDouble arrivalsPerSecond) {

    /** What a model as a whole is asked for: {@code "throughput"}, {@code "memory"} or {@code "size"}. */
    public static ServingDemand of(String quantity) {
        return new ServingDemand(quantity, OptionalInt.empty(), OptionalDouble.empty());
    }

    /** {@return whether a percentile of latency is meant} */
    public boolean isLatency() {
        return quantity.startsWith("p");
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

    /** {@return at what a latency is meant, as gates spell it: {@code batch=8,rate=200}; empty if that is not said} */
    public String settings() {
        return Stream.concat(
                        batchRows.stream().mapToObj(rows -> "batch=" + rows),
                        arrivalsPerSecond.stream().mapToObj(rate -> "rate=" + plain(rate)))
                .collect(Collectors.joining(","));
    }

    /** {@return the demand as gates spell it: {@code p99@batch=8,rate=200}} */
    @Override
    public String toString() {
        return settings().isEmpty() ? quantity : quantity + "@" + settings();
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
