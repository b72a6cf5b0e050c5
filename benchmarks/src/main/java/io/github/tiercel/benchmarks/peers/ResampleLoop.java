package io.github.tiercel.benchmarks.peers;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/** The bootstrap that one writes around a library for the JVM: draw rows with return, compute, repeat. */
record ResampleLoop(RowMetrics metrics) implements Peer {

    private static final int LEAST_REPLICATES = 5;
    private static final double LEAST_SECONDS = 5;
    private static final long SEED = 1;

    @Override
    public List<Measurement> measure(DataFile file, int replicates) throws IOException {
        Rows rows = file.read();
        SplittableRandom random = new SplittableRandom(SEED);
        Warmed.up(() -> replicate(rows, random));
        Loop loop = loop(rows, random);
        return List.of(new Measurement(
                metrics.library(),
                Job.REPLICATES,
                metrics.computes(),
                loop.describe(replicates),
                loop.extrapolatedTo(replicates),
                metrics.values(rows)));
    }

    private Loop loop(Rows rows, SplittableRandom random) {
        Timing points = Timing.of(() -> metrics.values(rows));
        Timing total = new Timing(0, 0);
        int run = 0;
        while (run < LEAST_REPLICATES || total.wallSeconds() < LEAST_SECONDS) {
            total = total.plus(Timing.of(() -> replicate(rows, random)));
            run++;
        }
        return new Loop(points, total, run);
    }

    private void replicate(Rows rows, SplittableRandom random) {
        metrics.values(rows.resample(random));
    }
}
