package io.github.tiercel.gate;

import io.github.tiercel.evaluation.ServingDemand;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.LatencyPercentile;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.MemoryUse;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.ThroughputProfile;
import io.github.tiercel.result.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what was measured of one model in service against one limit. */
final class ServingJudgement {

    private static final int DOUBT = 3;
    private static final String EVEN_SO = " even if the machine's noise had made it wrong by a factor of " + DOUBT;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.DOWN);

    private final Rule.OfServing rule;
    private final String quantity;

    private ServingJudgement(Rule.OfServing rule) {
        this.rule = rule;
        this.quantity = rule.demand().quantity();
    }

    /** Memory and size are as they are; all else is decided by its interval alone. */
    static GateResult of(Rule.OfServing rule, Optional<ServingProfile> measured) {
        ServingJudgement judgement = new ServingJudgement(rule);
        if (measured.isEmpty()) {
            return judgement.undecided("the model was not measured in service");
        }
        ServingProfile profile = measured.get();
        return switch (ServingQuantity.of(rule.demand())) {
            case LATENCY -> judgement.latency(profile);
            case THROUGHPUT -> judgement.throughput(profile);
            case MEMORY ->
                judgement.bytes(
                        profile.memory().map(MemoryUse::residentBytes).orElse(OptionalLong.empty()),
                        "the most memory that the process had");
            case SIZE -> judgement.bytes(profile.modelBytes(), "the size of the model's files");
        };
    }

    private GateResult latency(ServingProfile profile) {
        Optional<LatencyProfile> found = rule.demand().in(profile);
        if (found.isEmpty()) {
            return undecided("latency was not measured"
                    + (profile.latency().isEmpty() ? "" : " like that, but at " + allLatency(profile)));
        }
        LatencyProfile latency = found.get();
        LatencyPercentile percentile = latency.percentiles().get(quantity);
        if (percentile == null) {
            return undecided(quantity + " was not measured, but "
                    + String.join(", ", latency.percentiles().keySet()));
        }
        return percentile.interval().isEmpty() && isSlow(latency, percentile)
                ? slow(latency, percentile)
                : decided(latency, percentile);
    }

    private GateResult decided(LatencyProfile latency, LatencyPercentile percentile) {
        return result(
                verdict(percentile.interval(), latency.noise()),
                OptionalDouble.of(percentile.millis()),
                percentile.interval(),
                OptionalLong.of(latency.calls()),
                reason(latency, percentile));
    }

    /** Too few calls to show that a limit is kept can be enough to show that it is not. */
    private boolean isSlow(LatencyProfile latency, LatencyPercentile percentile) {
        double least = percentile.atLeastMillis().orElse(0) / (latency.noise().isPresent() ? DOUBT : 1);
        return !rule.comparator().holds(least, rule.limit());
    }

    private GateResult slow(LatencyProfile latency, LatencyPercentile percentile) {
        double least = percentile.atLeastMillis().orElseThrow();
        return result(
                Verdict.FAIL,
                OptionalDouble.of(percentile.millis()),
                Optional.empty(),
                OptionalLong.of(latency.calls()),
                "even with few calls, " + quantity + " is at least " + roundedDown(least) + " ms"
                        + (latency.noise().isPresent() ? ", too much" + EVEN_SO : ""));
    }

    private static String roundedDown(double millis) {
        return BigDecimal.valueOf(millis)
                .round(THREE_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What a noisy machine says may be wrong by this factor either way; what decides even so is decided. */
    private static Interval doubted(Interval ends) {
        return new Interval(ends.lower() / DOUBT, ends.upper() * DOUBT, ends.level(), ends.method());
    }

    private String reason(LatencyProfile latency, LatencyPercentile percentile) {
        return percentile
                .interval()
                .map(interval -> reason(interval, latency.noise()))
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        "too few calls to bound %s: %,d timed, %,d needed",
                        quantity,
                        latency.calls(),
                        percentile.callsNeeded()));
    }

    private GateResult throughput(ServingProfile profile) {
        Optional<ThroughputProfile> found = rule.demand().throughputIn(profile);
        if (found.isEmpty()) {
            return undecided("throughput was not measured"
                    + (profile.throughput().isEmpty() ? "" : " like that, but at " + allThroughput(profile)));
        }
        ThroughputProfile throughput = found.get();
        Optional<Interval> interval = throughput.interval();
        return result(
                verdict(interval, throughput.noise()),
                OptionalDouble.of(throughput.rowsPerSecond()),
                interval,
                OptionalLong.empty(),
                interval.map(ends -> reason(ends, throughput.noise()))
                        .orElse("one run bounds no throughput; measure several, or for longer"));
    }

    private GateResult bytes(OptionalLong bytes, String what) {
        if (bytes.isEmpty()) {
            return undecided(what + " is not known");
        }
        double number = (double) bytes.getAsLong();
        boolean holds = rule.comparator().holds(number, rule.limit());
        return result(
                holds ? Verdict.PASS : Verdict.FAIL,
                OptionalDouble.of(number),
                Optional.empty(),
                OptionalLong.empty(),
                what + (holds ? " satisfies the rule" : " does not satisfy the rule"));
    }

    private Verdict verdict(Optional<Interval> interval, Optional<String> noise) {
        Optional<Interval> sure = noise.isPresent() ? interval.map(ServingJudgement::doubted) : interval;
        return sure.map(ends -> rule.comparator().judge(ends, rule.limit())).orElse(Verdict.INCONCLUSIVE);
    }

    private String reason(Interval interval, Optional<String> noise) {
        if (noise.isEmpty()) {
            return reason(interval);
        }
        return verdict(Optional.of(interval), noise) == Verdict.INCONCLUSIVE
                ? "too noisy to tell: " + noise.get()
                : reason(interval) + "," + EVEN_SO;
    }

    private String reason(Interval interval) {
        return switch (rule.comparator().judge(interval, rule.limit())) {
            case PASS -> "the whole interval satisfies the rule";
            case FAIL -> "no value in the interval satisfies the rule";
            case INCONCLUSIVE -> "the interval spans the limit, so this measurement cannot decide; measure for longer";
        };
    }

    private static String allLatency(ServingProfile profile) {
        return settings(profile.latency().stream()
                .map(one -> ServingDemand.ofLatency("", OptionalInt.of(one.batchRows()), one.arrivalsPerSecond())));
    }

    private static String allThroughput(ServingProfile profile) {
        return settings(profile.throughput().stream()
                .map(one -> ServingDemand.ofThroughput(OptionalInt.of(one.batchRows()), keptP99(one))));
    }

    private static Optional<Duration> keptP99(ThroughputProfile throughput) {
        return throughput.latencyLimitMillis().stream()
                .mapToObj(millis -> Duration.ofNanos(Math.round(millis * NANOS_PER_MILLI)))
                .findFirst();
    }

    private static String settings(Stream<ServingDemand> demands) {
        return demands.map(ServingDemand::settings).collect(Collectors.joining(" and "));
    }

    private GateResult undecided(String reason) {
        return result(Verdict.INCONCLUSIVE, OptionalDouble.empty(), Optional.empty(), OptionalLong.empty(), reason);
    }

    private GateResult result(
            Verdict verdict, OptionalDouble value, Optional<Interval> interval, OptionalLong calls, String reason) {
        return new GateResult(
                rule.text(),
                verdict,
                value,
                interval,
                rule.limit(),
                0,
                OptionalLong.empty(),
                reason,
                Optional.of(ServingQuantity.of(rule.demand()).unit()),
                calls);
    }
}
