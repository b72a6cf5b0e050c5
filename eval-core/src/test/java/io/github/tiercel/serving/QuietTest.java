package io.github.tiercel.serving;

import static io.github.tiercel.serving.VirtualMachine.MICRO;
import static io.github.tiercel.serving.VirtualMachine.MILLI;
import static io.github.tiercel.serving.VirtualMachine.latencies;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class QuietTest {

    private static final int RUNS = 5;

    private static List<LatencyRun> runs(int calls, IntFunction<LongSupplier> nanos) {
        List<LatencyRun> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            LatencyRun next = new LatencyRun(LatencyRun.noLatencies(), 1);
            LongSupplier ofRun = nanos.apply(run);
            for (int call = 0; call < calls; call++) {
                next.latencies().recordValue(ofRun.getAsLong());
            }
            runs.add(next);
        }
        return runs;
    }

    private static Optional<String> noise(List<LatencyRun> runs) {
        return Quiet.on(VirtualMachine.quiet()).noise(runs);
    }

    /**
     * By their bounds alone, five runs of calls that are all alike disagree at a percentile one time in 1,000 at most,
     * hence at one of two percentiles two times; that bounds must be apart by a factor makes it rarer.
     */
    @Test
    void aQuietMachineIsHardlyEverCalledNoisy() {
        int alarms = 0;
        for (int measurement = 0; measurement < 1_000; measurement++) {
            LongSupplier nanos = latencies(MILLI, 0.5, measurement);
            alarms += noise(runs(150, run -> nanos)).isPresent() ? 1 : 0;
        }
        assertEquals(0, alarms);
    }

    /** One run of five is slower by 60 %. */
    @Test
    void runsThatDifferAreSeen() {
        int seen = 0;
        for (int measurement = 0; measurement < 200; measurement++) {
            int seed = measurement;
            LongSupplier fast = latencies(MILLI, 0.2, seed);
            LongSupplier slow = latencies(1600 * MICRO, 0.2, seed + 1000);
            seen += noise(runs(150, run -> run == 2 ? slow : fast)).isPresent() ? 1 : 0;
        }
        assertEquals(200, seen);
    }

    @Test
    void theSentenceHasTheNumbers() {
        assertEquals(
                Optional.of("p50 was 1.00 ms in one run and 1.60 ms in another, which is more than" + " chance"),
                noise(runs(100, run -> () -> run == 4 ? 1600 * MICRO : 1000 * MICRO)));
    }

    /** The medians agree, but in one run every tenth call takes ten times as long. */
    @Test
    void tailsThatDifferAreSeen() {
        SplittableRandom random = new SplittableRandom(1);
        Optional<String> noise =
                noise(runs(2_000, run -> () -> run == 0 && random.nextInt(10) == 0 ? 10 * MILLI : MILLI));
        assertTrue(noise.orElseThrow().contains("p95 was 1.00 ms in one run and 10.0 ms in another"), noise.toString());
    }

    /** As slow models are called: 150 times a run, of which one in five takes ten times as long in one of the runs. */
    @Test
    void tailsThatDifferAreSeenInFewCalls() {
        int seen = 0;
        for (int measurement = 0; measurement < 200; measurement++) {
            SplittableRandom random = new SplittableRandom(measurement);
            LongSupplier nanos = latencies(MILLI, 0.2, measurement);
            seen += noise(runs(150, run -> () -> nanos.getAsLong() * (run == 3 && random.nextInt(5) == 0 ? 10 : 1)))
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertTrue(seen >= 198, "seen " + seen);
    }

    /** Too few calls to know anything of a run's percentile are no sign of noise. */
    @Test
    void fewCallsSayNothing() {
        assertEquals(Optional.empty(), noise(runs(3, run -> () -> (run + 1) * MILLI)));
    }

    @Test
    void workThatTakesLongerMeanwhileIsNoise() {
        int[] pieces = {0};
        VirtualMachine machine = new VirtualMachine(() -> pieces[0]++ < 70 ? 400 : 600, OptionalDouble.empty());
        Quiet quiet = Quiet.on(machine);
        quiet.listen();
        assertEquals(Optional.empty(), quiet.noise(List.of()));
        quiet.listen();
        assertEquals(
                Optional.of("a fixed piece of work took 400 ns once and 600 ns another time"), quiet.noise(List.of()));
    }

    @Test
    void moreThreadsThanProcessorsAreNoise() {
        assertEquals(Optional.empty(), loaded(3));
        assertEquals(Optional.of("the load is 3.1 on 2 processors"), loaded(3.1));
    }

    private static Optional<String> loaded(double load) {
        return Quiet.on(new VirtualMachine(() -> MICRO, OptionalDouble.of(load)))
                .noise(List.of());
    }
}
