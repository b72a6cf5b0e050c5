package io.github.tiercel.serving;

import static io.github.tiercel.serving.VirtualMachine.MILLI;
import static io.github.tiercel.serving.VirtualMachine.SECOND;
import static io.github.tiercel.serving.VirtualMachine.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.ThroughputProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThroughputTest {

    private final VirtualMachine machine = VirtualMachine.quiet();

    private ThroughputProfile measured(LatencyProbe.Builder<double[]> probe) {
        return probe.build(machine).measure().throughput().get(0);
    }

    @Test
    void countsRowsASecond() {
        ThroughputProfile found =
                measured(LatencyProbe.of(machine.model(() -> 4 * MILLI), rows()).throughput(8));
        assertEquals(2000, found.rowsPerSecond(), 1e-6);
        Interval interval = found.interval().orElseThrow();
        assertTrue(interval.contains(2000) && interval.width() < 1e-6, interval.toString());
        assertEquals(8, found.batchRows());
        assertEquals(1, found.threads());
        assertEquals(OptionalDouble.empty(), found.latencyLimitMillis());
    }

    @Test
    void severalKindsAreMeasuredOneAfterTheOther() {
        List<ThroughputProfile> found = LatencyProbe.of(machine.model(() -> 4 * MILLI), rows())
                .throughput()
                .throughput(1, Duration.ofMillis(20))
                .throughput(1024)
                .build(machine)
                .measure()
                .throughput();
        assertEquals(
                List.of(1024, 1),
                found.stream().map(ThroughputProfile::batchRows).toList());
        assertEquals(256_000, found.get(0).rowsPerSecond(), 1e-6);
        assertEquals(OptionalDouble.empty(), found.get(0).latencyLimitMillis());
        // At up to a few calls too many a second, not enough calls are made for the queue to reach 20 ms.
        assertEquals(260, found.get(1).rowsPerSecond(), 10);
        assertEquals(OptionalDouble.of(20), found.get(1).latencyLimitMillis());
    }

    @Test
    void noiseIsHeardMeanwhile() {
        VirtualMachine busy = new VirtualMachine(() -> 200_000, OptionalDouble.of(7.25));
        ThroughputProfile found = LatencyProbe.of(busy.model(() -> MILLI), rows())
                .throughput(8)
                .build(busy)
                .measure()
                .throughput()
                .get(0);
        assertEquals(Optional.of("the load is 7.3 on 2 processors"), found.noise());
        assertEquals(
                Optional.empty(),
                measured(LatencyProbe.of(machine.model(() -> MILLI), rows()).throughput(8))
                        .noise());
    }

    @Test
    void oneRunHasNoInterval() {
        ThroughputProfile found = measured(LatencyProbe.of(machine.model(() -> 4 * MILLI), rows())
                .throughput(8)
                .runs(1));
        assertTrue(found.interval().isEmpty());
    }

    @Test
    void runsThatDifferWidenTheInterval() {
        ThroughputProfile found =
                measured(LatencyProbe.of(machine.modelAt(began -> began / SECOND % 2 == 0 ? MILLI : 2 * MILLI), rows())
                        .throughput(1));
        Interval interval = found.interval().orElseThrow();
        assertTrue(interval.contains(found.rowsPerSecond()) && interval.width() > 100, interval.toString());
    }

    /**
     * Calls take 1 ms, and one in 20 takes 5 ms. At a rate of r a second one in 20 makes others wait; the latency to
     * keep, 8 ms, is reached by a few of these in a row only.
     */
    @Test
    void findsTheRateThatKeepsALatency() {
        int[] calls = {0};
        Predictor<double[]> model = machine.model(() -> ++calls[0] % 20 == 0 ? 5 * MILLI : MILLI);
        ThroughputProfile found = measured(LatencyProbe.of(model, rows()).throughput(1, Duration.ofMillis(8)));
        // 20 calls take 24 ms, so that 833 a second are the most; when the queue empties in between, all keep 8 ms.
        assertTrue(found.rowsPerSecond() > 780 && found.rowsPerSecond() < 860, found.toString());
        assertEquals(OptionalDouble.of(8), found.latencyLimitMillis());
        assertEquals(1, found.threads());
    }

    @Test
    void noRateKeepsALatencyThatSingleCallsExceed() {
        ThroughputProfile found = measured(
                LatencyProbe.of(machine.model(() -> 10 * MILLI), rows()).throughput(4, Duration.ofMillis(5)));
        assertEquals(0, found.rowsPerSecond());
        assertEquals(0, found.interval().orElseThrow().upper());
    }

    @Test
    void aRateIsTriedWithEnoughCalls() throws InterruptedException {
        long began = machine.nanos();
        RateSearch search = new RateSearch(machine, 300 * MILLI, Long.MAX_VALUE);
        assertEquals(5, search.highest(() -> machine.pass(200 * MILLI), 1).orElseThrow(), 0.15);
        assertTrue(machine.nanos() - began > 50 * SECOND);
    }

    @Test
    void aRateWithNoneAboveThatFailsIsNoHighestOne() throws InterruptedException {
        // 50 calls at 1 a second leave time for 9 s and no more.
        RateSearch search = new RateSearch(machine, 300 * MILLI, machine.nanos() + 60 * SECOND);
        assertEquals(OptionalDouble.empty(), search.highest(() -> machine.pass(200 * MILLI), 1));
        RateSearch endless = new RateSearch(machine, MILLI, Long.MAX_VALUE);
        assertEquals(OptionalDouble.empty(), endless.highest(() -> {}, 1));
    }

    @Test
    void betweenARateThatIsKeptAndOneThatIsNotTimeMayRunOut() throws InterruptedException {
        // 50 s at 1 a second, 25 s at 2, 12.5 s at 4, 7 s at 8, which is too many.
        RateSearch search = new RateSearch(machine, 300 * MILLI, machine.nanos() + 97 * SECOND);
        assertEquals(4, search.highest(() -> machine.pass(200 * MILLI), 1).orElseThrow());
    }

    /** A limit longer than a short step is exceeded only by those who wait long enough. */
    @Test
    void aLongLatencyIsKeptByAsManyCallsAsTheModelCanMake() throws InterruptedException {
        RateSearch search = new RateSearch(machine, SECOND, Long.MAX_VALUE);
        double rate = search.highest(() -> machine.pass(MILLI), 500).orElseThrow();
        assertTrue(rate >= 1000 && rate < 1400, () -> "rate " + rate);
    }

    @Test
    void withoutTimeForASingleRateThereIsNoThroughput() {
        assertEquals(
                List.of(),
                LatencyProbe.of(machine.model(() -> 400 * MILLI), rows())
                        .throughput(1, Duration.ofSeconds(1))
                        .atMost(Duration.ofSeconds(20))
                        .build(machine)
                        .measure()
                        .throughput());
    }

    @Test
    void theSearchKeepsToItsTime() {
        long began = machine.nanos();
        LatencyProbe.of(machine.model(() -> 20 * MILLI), rows())
                .throughput(1, Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(40))
                .build(machine)
                .measure();
        assertTrue(machine.nanos() - began < 45 * SECOND);
    }

    /** Threads that wait for each other come through only if all of them call at the same time. */
    @Test
    void asManyThreadsCallAsTheModelAllows() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(3);
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        Calls calls = () -> {
            seen.add(Thread.currentThread());
            together.countDown();
            if (!together.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the others did not come");
            }
        };
        try (CallingThreads threads =
                new CallingThreads(List.of(calls, calls, calls), new ClosedLoop(ThisMachine.INSTANCE))) {
            assertTrue(threads.callsPerSecond(new Extent(10, 0, Long.MAX_VALUE)) > 0);
        }
        assertEquals(3, seen.size());
    }

    @Test
    void theProbeCallsWithThoseThreads() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        Predictor<double[]> model = Predictor.of(row -> {
            seen.add(Thread.currentThread());
            return row[0];
        });
        ThroughputProfile found = LatencyProbe.of(new Threaded(model, 2), rows())
                .throughput(2)
                .runs(2)
                .calls(10)
                .runTime(Duration.ofMillis(20))
                .build()
                .measure()
                .throughput()
                .get(0);
        assertEquals(2, found.threads());
        assertEquals(3, seen.size(), "two for throughput, and the one that measures latency");
    }

    @Test
    void whatAThreadThrowsComesAsItIs() {
        ModelException failure = new ModelException("no weights");
        Calls bad = () -> {
            throw failure;
        };
        try (CallingThreads threads = new CallingThreads(List.of(bad, bad), new ClosedLoop(machine))) {
            var thrown =
                    assertThrows(ModelException.class, () -> threads.callsPerSecond(new Extent(1, 0, Long.MAX_VALUE)));
            assertSame(failure, thrown);
        }
    }
}
