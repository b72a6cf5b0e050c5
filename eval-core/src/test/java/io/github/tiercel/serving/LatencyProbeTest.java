package io.github.tiercel.serving;

import static io.github.tiercel.serving.VirtualMachine.MICRO;
import static io.github.tiercel.serving.VirtualMachine.MILLI;
import static io.github.tiercel.serving.VirtualMachine.SECOND;
import static io.github.tiercel.serving.VirtualMachine.latencies;
import static io.github.tiercel.serving.VirtualMachine.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.LatencyPercentile;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.Verdict;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyProbeTest {

    private static final double LIMIT_MILLIS = 5;

    private final VirtualMachine machine = VirtualMachine.quiet();

    private LatencyProbe.Builder<double[]> probe(Predictor<double[]> model) {
        return LatencyProbe.of(model, rows());
    }

    private Interval p99(LatencyProfile latency) {
        return latency.percentile("p99").interval().orElseThrow();
    }

    private LatencyProfile measured(long medianNanos) {
        return probe(machine.model(latencies(medianNanos, 0.2, 7)))
                .build(machine)
                .measure()
                .latency()
                .get(0);
    }

    @Test
    void theIntervalOfASlowModelLiesAboveTheLimit() {
        LatencyProfile slow = measured(12 * MILLI);
        assertTrue(p99(slow).lower() > LIMIT_MILLIS, slow.toString());
        assertEquals(Optional.empty(), slow.noise());
    }

    @Test
    void theIntervalOfAFastModelLiesBelowTheLimit() {
        LatencyProfile fast = measured(MILLI);
        assertTrue(p99(fast).upper() < LIMIT_MILLIS, fast.toString());
        assertEquals(Optional.empty(), fast.noise());
    }

    /** The 99th percentile of a log-normal distribution is its median times exp(2.326 sigma). */
    @Test
    void theIntervalOfAModelAtTheEdgeHoldsTheLimit() {
        LatencyProfile edge = measured(Math.round(LIMIT_MILLIS * MILLI / Math.exp(2.326 * 0.2)));
        assertTrue(p99(edge).contains(LIMIT_MILLIS), edge.toString());
        assertEquals(Optional.empty(), edge.noise());
    }

    @Test
    void singleRowsComeFirstAndEachKindOfCallOnce() {
        List<LatencyProfile> latency = probe(machine.model(() -> MILLI))
                .batchRows(64, 1, 64)
                .arrivals(200, 1)
                .arrivals(100, 8)
                .build(machine)
                .measure()
                .latency();
        assertEquals(
                List.of(1, 64, 1, 8),
                latency.stream().map(LatencyProfile::batchRows).toList());
        assertEquals(
                List.of(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(200), OptionalDouble.of(100)),
                latency.stream().map(LatencyProfile::arrivalsPerSecond).toList());
    }

    @Test
    void callsAreSummedUp() {
        LatencyProfile latency = measured(MILLI);
        assertEquals(
                latency.calls(),
                latency.histogram().stream()
                        .mapToLong(LatencyProfile.LatencyBin::calls)
                        .sum());
        assertEquals(5, latency.runs());
        assertTrue(latency.warmUpCalls() > 0);
        // Five runs of 400 ms, each until the call at work has ended.
        assertEquals(2, latency.seconds(), 0.02);
        assertEquals(latency.seconds() * 1000 / latency.calls(), latency.meanMillis(), 1e-3 * latency.meanMillis());
    }

    /** At level 0.95, 720 calls bound the 99th percentile if two of them are above it: 144 in each of five runs. */
    @Test
    void aSlowModelIsCalledOftenEnoughToBoundItsPercentile() {
        LatencyProfile slow = probe(machine.model(() -> 20 * MILLI))
                .build(machine)
                .measure()
                .latency()
                .get(0);
        assertEquals(5 * 144, slow.calls());
        LatencyPercentile p99 = slow.percentile("p99");
        assertEquals(368, p99.callsNeeded());
        assertTrue(p99.interval().isPresent());
        assertEquals(Optional.empty(), slow.percentile("p99.9").interval());
        assertEquals(3688, slow.percentile("p99.9").callsNeeded());
    }

    @Test
    void aPercentileThatIsNotMeasuredIsRefused() {
        var thrown = assertThrows(
                IllegalArgumentException.class, () -> measured(MILLI).percentile("p98"));
        assertEquals("percentile must be one of [p50, p90, p95, p99, p99.9], got \"p98\"", thrown.getMessage());
    }

    @Test
    void aRunHasBothCallsAndTime() {
        LatencyProbe.Builder<double[]> probe =
                probe(machine.model(() -> MILLI)).runs(2).calls(30).runTime(Duration.ofMillis(10));
        assertEquals(60, probe.build(machine).measure().latency().get(0).calls());
        probe.runTime(Duration.ofMillis(50));
        assertEquals(100, probe.build(machine).measure().latency().get(0).calls());
    }

    @Test
    void whenTimeIsUpWhatIsThereIsJudged() {
        long began = machine.nanos();
        LatencyProfile late = probe(machine.model(() -> 800 * MILLI))
                .atMost(Duration.ofSeconds(10))
                .build(machine)
                .measure()
                .latency()
                .get(0);
        assertTrue(machine.nanos() - began < 13 * SECOND);
        assertTrue(late.calls() >= 5 && late.calls() < 15, late.toString());
        assertEquals(Optional.empty(), late.percentile("p99").interval());
        assertEquals(800, late.percentile("p99").millis(), 1);
    }

    /** In 30 s there are too few calls to bound p99 from above, but any model of 800 ms is over 200 ms. */
    @Test
    void aModelFarOverItsLimitFailsThoughItsCallsAreFew() {
        ServingProfile profile =
                probe(machine.model(() -> 800 * MILLI)).build(machine).measure();
        LatencyPercentile p99 = profile.latency().get(0).percentile("p99");
        assertEquals(Optional.empty(), p99.interval());
        assertEquals(800, p99.atLeastMillis().orElseThrow(), 1);
        Simulated rows = Simulated.rows(400, 0.3, 1);
        EvaluationResult unmeasured = Evaluator.of(rows.set().build())
                .build()
                .evaluate(Tier.full().withReplicates(0), List.of(rows.candidate()), Optional.empty());
        GateResult gate = Gates.of("p99 <= 200ms")
                .judge(unmeasured.withModels(List.of(unmeasured.model().withServing(profile))))
                .model()
                .gates()
                .get(0);
        assertEquals(Verdict.FAIL, gate.verdict());
        assertTrue(gate.reason().startsWith("even with few calls, p99 is at least "), gate.reason());
    }

    /** Whoever has no limit names the longest time there is. */
    @Test
    void aLimitBeyondAllTimeIsNone() {
        ServingProfile limited = measuredWithin(Duration.ofDays(1));
        assertFalse(limited.throughput().isEmpty());
        assertEquals(limited, measuredWithin(Duration.ofNanos(Long.MAX_VALUE)));
        assertEquals(limited, measuredWithin(ChronoUnit.FOREVER.getDuration()));
    }

    private ServingProfile measuredWithin(Duration most) {
        VirtualMachine own = VirtualMachine.quiet();
        return probe(own.model(() -> MILLI))
                .throughput(1, Duration.ofMillis(5))
                .atMost(most)
                .build(own)
                .measure();
    }

    @Test
    void aLongestLatencyBeyondAllTimeIsKeptByAnyModel() {
        ServingProfile profile = probe(machine.model(() -> MILLI))
                .throughput(1, ChronoUnit.FOREVER.getDuration())
                .runTime(Duration.ofMillis(10))
                .build(machine)
                .measure();
        assertEquals(List.of(), profile.throughput());
    }

    @Test
    void aCallLongerThanAllTheTimeIsMadeOnceToWarmUpAndOnceToCount() {
        LatencyProfile late = probe(machine.model(() -> 20 * SECOND))
                .atMost(Duration.ofSeconds(10))
                .build(machine)
                .measure()
                .latency()
                .get(0);
        assertEquals(1, late.warmUpCalls());
        assertEquals(1, late.calls());
        assertEquals(1, late.runs());
    }

    @Test
    void timeIsSharedAmongWhatIsMeasured() {
        long began = machine.nanos();
        ServingProfile profile = probe(machine.model(() -> 100 * MILLI))
                .batchRows(8)
                .arrivals(5, 1)
                .throughput(8)
                .atMost(Duration.ofSeconds(12))
                .build(machine)
                .measure();
        assertTrue(machine.nanos() - began < 14 * SECOND, () -> (machine.nanos() - began) + " ns");
        profile.latency().forEach(latency -> assertTrue(latency.calls() >= 10, latency.toString()));
        assertEquals(1, profile.throughput().size());
    }

    @Test
    void warmUpEndsWhenCallsBecomeNoFaster() {
        AtomicLong calls = new AtomicLong();
        LatencyProfile warm = probe(machine.model(() -> MILLI + 9 * MILLI / (1 + calls.getAndIncrement() / 50)))
                .build(machine)
                .measure()
                .latency()
                .get(0);
        assertTrue(warm.maxMillis() < 2, warm.toString());
        assertTrue(warm.warmUpCalls() > 200 && warm.warmUpCalls() < 2000, warm.toString());
        assertEquals(Optional.empty(), warm.noise());
    }

    /** A model that becomes faster for ever is measured all the same. */
    @Test
    void warmUpEndsWhenItsShareOfTimeIsUp() {
        double[] nanos = {100 * MILLI};
        LatencyProfile falling = probe(machine.model(() -> Math.round(nanos[0] *= 0.99)))
                .atMost(Duration.ofSeconds(8))
                .build(machine)
                .measure()
                .latency()
                .get(0);
        assertTrue(falling.warmUpCalls() < 25, falling.toString());
        assertTrue(falling.noise().orElseThrow().startsWith("p50 was "), falling.toString());
    }

    @Test
    void theSameSeedMeasuresTheSame() {
        VirtualMachine again = VirtualMachine.quiet();
        ServingProfile one = probe(machine.model(latencies(MILLI, 0.3, 3)))
                .arrivals(300, 1)
                .build(machine)
                .measure();
        ServingProfile other = probe(again.model(latencies(MILLI, 0.3, 3)))
                .arrivals(300, 1)
                .build(again)
                .measure();
        assertEquals(one, other);
    }

    @Test
    void rowsAreDrawnByTheSeed() {
        Features<double[]> many = Features.of(new double[][] {{1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}});
        assertEquals(drawn(many, 1), drawn(many, 1));
        assertFalse(drawn(many, 1).equals(drawn(many, 2)));
    }

    private String drawn(Features<double[]> features, long seed) {
        StringBuilder seen = new StringBuilder();
        LatencyProbe.of(
                        Predictor.<double[]>of(row -> {
                            machine.pass(MILLI);
                            seen.append(row[0]);
                            return row[0];
                        }),
                        features)
                .seed(seed)
                .runs(1)
                .calls(20)
                .runTime(Duration.ofMillis(1))
                .build(machine)
                .measure();
        return seen.toString();
    }

    @Test
    void whatTheCallerKnowsOfTheModelIsInTheProfile() {
        ServingProfile profile = probe(machine.model(() -> MILLI))
                .modelBytes(1234)
                .build(machine)
                .measure();
        assertEquals(OptionalLong.of(1234), profile.modelBytes());
        assertEquals(0, profile.probeNanos());
        assertEquals(Optional.empty(), profile.memory());
        assertEquals(List.of(), profile.throughput());
    }

    @Test
    void aBudgetSaysWhatIsMeasured() {
        ServingBudget budget = ServingBudget.of()
                .p99(Duration.ofMillis(5))
                .throughput(100)
                .throughput(50, 8, Duration.ofMillis(10))
                .memory(1 << 20)
                .and(ServingBudget.of().batchRows(64).arrivals(50).p95(Duration.ofMillis(20)));
        ServingProfile profile = probe(machine.model(() -> MILLI))
                .forBudget(budget)
                .build(machine)
                .measure();
        assertEquals(2, profile.latency().size());
        assertEquals(1, profile.latency().get(0).batchRows());
        assertEquals(64, profile.latency().get(1).batchRows());
        assertEquals(OptionalDouble.of(50), profile.latency().get(1).arrivalsPerSecond());
        assertEquals(1024, profile.throughput().get(0).batchRows());
        assertEquals(OptionalDouble.empty(), profile.throughput().get(0).latencyLimitMillis());
        assertEquals(8, profile.throughput().get(1).batchRows());
        assertEquals(OptionalDouble.of(10), profile.throughput().get(1).latencyLimitMillis());
        assertTrue(profile.memory().orElseThrow().heapBytes() > 0);
        assertEquals(OptionalLong.empty(), profile.memory().orElseThrow().modelBytes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runs | runs must be at least 1, got 0",
                "calls | calls must be at least 1, got 0",
                "batchRows | batchRows must be at least 1, got 0",
                "runTime | runTime must be above 0, got PT0S",
                "atMost | atMost must be above 0, got PT-1S",
                "level | level must be in (0, 1), got 1.0",
                "arrivals | callsPerSecond must be in [0.001, 1e6], got NaN",
                "throughput | batchRows must be at least 1, got 0",
                "p99 | p99 must be above 0, got PT0S",
                "modelBytes | modelBytes must be at least 0, got -1",
                "rows | features must have at least one row to call the model with, got none"
            })
    void whatMakesNoSenseIsRefused(String option, String message) {
        LatencyProbe.Builder<double[]> probe = probe(machine.model(() -> MILLI));
        var thrown = assertThrows(IllegalArgumentException.class, () -> {
            switch (option) {
                case "runs" -> probe.runs(0);
                case "calls" -> probe.calls(0);
                case "batchRows" -> probe.batchRows(8, 0);
                case "runTime" -> probe.runTime(Duration.ZERO);
                case "atMost" -> probe.atMost(Duration.ofSeconds(-1));
                case "level" -> probe.level(1);
                case "arrivals" -> probe.arrivals(Double.NaN, 1);
                case "throughput" -> probe.throughput(0);
                case "p99" -> probe.throughput(1, Duration.ZERO);
                case "modelBytes" -> probe.modelBytes(-1);
                default -> LatencyProbe.of(machine.model(() -> MILLI), Features.of(List.<double[]>of()));
            }
        });
        assertEquals(message, thrown.getMessage());
    }

    @Test
    void aModelThatAllowsNoThreadIsRefused() {
        Predictor<double[]> none = new Threaded(machine.model(() -> MILLI), 0);
        var thrown = assertThrows(
                IllegalArgumentException.class,
                () -> probe(none).throughput(1).build(machine).measure());
        assertEquals(
                "A model must allow at least one thread, but its concurrency() is 0. Give 1 if several threads must not"
                        + " call it at a time.",
                thrown.getMessage());
    }

    @Test
    void anInterruptionStopsWithinACall() {
        AtomicLong calls = new AtomicLong();
        Predictor<double[]> model = machine.model(() -> {
            if (calls.incrementAndGet() == 20) {
                Thread.currentThread().interrupt();
            }
            return MILLI;
        });
        var thrown = assertThrows(
                ModelException.class, () -> probe(model).build(machine).measure());
        assertTrue(Thread.interrupted(), "the flag is set again");
        assertTrue(thrown.isInterrupted());
        assertEquals(20, calls.get());
        assertEquals(
                "The latency probe was interrupted. Nothing it measured is kept; measure again.", thrown.getMessage());
    }

    @Test
    void aNoisyProfileSaysSo() {
        AtomicLong pieces = new AtomicLong();
        VirtualMachine throttled = new VirtualMachine(
                () -> pieces.getAndIncrement() < 90 ? 200 * MICRO : 300 * MICRO, OptionalDouble.of(7.25));
        LatencyProfile latency = probe(throttled.model(() -> MILLI))
                .build(throttled)
                .measure()
                .latency()
                .get(0);
        assertEquals(
                Optional.of("a fixed piece of work took 200 us once and 300 us another time; the"
                        + " load is 7.3 on 2 processors"),
                latency.noise());
    }
}
