package io.github.tiercel.serving;

import static io.github.tiercel.serving.VirtualMachine.MILLI;
import static io.github.tiercel.serving.VirtualMachine.SECOND;
import static io.github.tiercel.serving.VirtualMachine.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.LatencyProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private final VirtualMachine machine = VirtualMachine.quiet();

    /** A call takes 1 ms, but one that begins in the first 200 ms of a second waits until they are over. */
    private Predictor<double[]> stalling() {
        return machine.modelAt(began -> Math.max(0, 200 * MILLI - began % SECOND) + MILLI);
    }

    /**
     * Coordinated omission: the closed loop meets each stall with one call in 800, so that its 99th percentile knows
     * nothing of it, though whoever arrives at a random moment meets it one time in five.
     */
    @Test
    void aStallOnceASecondShowsInTheOpenLoopOnly() {
        List<LatencyProfile> latency = LatencyProbe.of(stalling(), rows())
                .arrivals(100, 1)
                .runTime(Duration.ofSeconds(4))
                .build(machine)
                .measure()
                .latency();
        LatencyProfile closed = latency.get(0);
        LatencyProfile open = latency.get(1);
        assertEquals(1, closed.percentile("p99").millis(), 0.01);
        assertEquals(201, closed.maxMillis(), 1);
        // Of the calls due in a stall, at 0, 10, ... 190 ms, the first waits 201 ms, the second 192 ms, and so on.
        assertEquals(1, open.percentile("p50").millis(), 0.01);
        assertTrue(open.percentile("p90").millis() > 90, open.toString());
        assertTrue(open.percentile("p99").interval().orElseThrow().lower() > 180, open.toString());
        assertEquals(Optional.empty(), open.noise());
        double waited = open.histogram().stream()
                .filter(bin -> bin.fromMillis() > 2)
                .mapToLong(LatencyProfile.LatencyBin::calls)
                .sum();
        assertEquals(0.2, waited / open.calls(), 0.03);
    }

    @Test
    void callsBeginWhenTheyAreDue() throws InterruptedException {
        long began = machine.nanos();
        List<Long> starts = new ArrayList<>();
        Calls calls = () -> {
            starts.add((machine.nanos() - began) / MILLI);
            machine.pass(MILLI);
        };
        LatencyRun run = new OpenLoop(machine, 100).run(calls, new Extent(5, 0, Long.MAX_VALUE));
        assertEquals(List.of(0L, 10L, 20L, 30L, 40L), starts);
        assertEquals(41 * MILLI, run.nanos());
    }

    @Test
    void aCallThatIsLateBeginsAtOnceAndCountsFromWhenItWasDue() throws InterruptedException {
        long[] nanos = {25 * MILLI, MILLI, MILLI, MILLI};
        int[] next = {0};
        LatencyRun run =
                new OpenLoop(machine, 100).run(() -> machine.pass(nanos[next[0]++]), new Extent(4, 0, Long.MAX_VALUE));
        // Due at 0, 10, 20 and 30 ms, ended at 25, 26, 27 and 31 ms.
        SortedLatencies sorted = new SortedLatencies(run.latencies());
        assertEquals(1, sorted.atRank(1) / (double) MILLI, 0.01);
        assertEquals(7, sorted.atRank(2) / (double) MILLI, 0.01);
        assertEquals(16, sorted.atRank(3) / (double) MILLI, 0.01);
        assertEquals(25, sorted.atRank(4) / (double) MILLI, 0.02);
    }

    /** Else a model that cannot keep up would look the better the earlier one stops. */
    @Test
    void whenTimeIsUpCallsThatWaitCountWithTheirWait() throws InterruptedException {
        LatencyRun run =
                new OpenLoop(machine, 100).run(() -> machine.pass(95 * MILLI), new Extent(1000, 0, 90 * MILLI));
        // One call was made, of 95 ms; nine more were due by then, at 10, 20, ... 90 ms.
        assertEquals(10, run.calls());
        assertEquals(5, run.latencies().getMinValue() / (double) MILLI, 0.01);
        assertEquals(95, run.latencies().getMaxValue() / (double) MILLI, 0.1);
    }

    /** At one call in 100 s, a run of 30 s has the first one and does not wait for the next. */
    @Test
    void aCallThatIsDueTooLateIsNotWaitedFor() throws InterruptedException {
        long began = machine.nanos();
        LatencyRun run = new OpenLoop(machine, 0.01).run(() -> machine.pass(MILLI), new Extent(50, 0, 30 * SECOND));
        assertEquals(1, run.calls());
        assertEquals(MILLI, run.nanos());
        assertEquals(MILLI, machine.nanos() - began);
    }

    /** Of 36 billion calls that wait, half have waited for longer than half of the time. */
    @Test
    void howeverManyCallsWaitAreCountedAtOnce() throws InterruptedException {
        long hours = 10 * 3600 * SECOND;
        LatencyRun run = new OpenLoop(machine, 1e6).run(() -> machine.pass(hours), new Extent(100, 0, SECOND));
        assertEquals(36_000_000_000L, run.calls());
        SortedLatencies sorted = new SortedLatencies(run.latencies());
        assertEquals(0.5, sorted.percentile(Percentile.P50) / (double) hours, 1e-3);
        assertEquals(1, sorted.atRank(run.calls()) / (double) hours, 1e-3);
    }

    @Test
    void aRateThatIsNoDivisorOfASecondIsKeptInTheLongRun() throws InterruptedException {
        LatencyRun run = new OpenLoop(machine, 7).run(() -> {}, new Extent(7001, 0, Long.MAX_VALUE));
        assertEquals(1000 * SECOND, run.nanos());
    }
}
