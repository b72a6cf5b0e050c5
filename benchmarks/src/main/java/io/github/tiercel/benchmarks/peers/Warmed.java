package io.github.tiercel.benchmarks.peers;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs work until it is compiled before it takes the time. */
final class Warmed {

    private static final int LEAST_RUNS = 3;
    private static final double LEAST_SECONDS = 3;
    private static final int MEASUREMENTS = 5;

    /** Long enough that steps of 10 ms are at most one in a hundred. */
    private static final double SECONDS_PER_MEASUREMENT = 1;

    private Warmed() {}

    static void up(Runnable work) {
        double seconds = 0;
        for (int run = 0; run < LEAST_RUNS || seconds < LEAST_SECONDS; run++) {
            seconds += Timing.of(work).wallSeconds();
        }
    }

    /** The median of five measurements of one run; each measures as many runs as fill a second. */
    static Timing median(Runnable work) {
        up(work);
        int runs = (int)
                Math.max(1, Math.ceil(SECONDS_PER_MEASUREMENT / Timing.of(work).wallSeconds()));
        Timing[] timings =
                Stream.generate(() -> mean(work, runs)).limit(MEASUREMENTS).toArray(Timing[]::new);
        return new Timing(median(timings, Timing::cpuSeconds), median(timings, Timing::wallSeconds));
    }

    private static Timing mean(Runnable work, int runs) {
        return Timing.of(() -> IntStream.range(0, runs).forEach(run -> work.run()))
                .times(1.0 / runs);
    }

    private static double median(Timing[] timings, ToDoubleFunction<Timing> seconds) {
        return Arrays.stream(timings).mapToDouble(seconds).sorted().toArray()[timings.length / 2];
    }
}
