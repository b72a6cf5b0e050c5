package io.github.tiercel.serving;

import io.github.tiercel.result.LatencyProfile;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Measures latency: warms up, repeats runs, and listens for noise meanwhile. */
record LatencyMeasurement(Machine machine, ProbePlan plan) {

    /** A window long enough for compilers to notice what is called often, and to have a median. */
    static final Extent WINDOW = new Extent(20, 50_000_000, Long.MAX_VALUE);

    static final int WARM_UP_SHARE = 4;

    LatencyProfile profile(LatencyCase of, Calls calls, long mostNanos) throws InterruptedException {
        Quiet quiet = Quiet.on(machine);
        quiet.listen();
        long end = machine.nanos() + mostNanos;
        long warmUpCalls = new WarmUp(machine, WINDOW, mostNanos / WARM_UP_SHARE).run(calls);
        List<LatencyRun> runs = new ArrayList<>();
        for (int left = plan.runs(); left > 0; left--) {
            long mostOfRun = (end - machine.nanos()) / left;
            if (mostOfRun > 0 || runs.isEmpty()) {
                runs.add(of.loop(machine).run(calls, plan.run(of).within(mostOfRun)));
                quiet.listen();
            }
        }
        return profile(of, warmUpCalls, new RepeatedRuns(runs, plan.level()), quiet);
    }

    private static LatencyProfile profile(LatencyCase of, long warmUpCalls, RepeatedRuns runs, Quiet quiet) {
        Histogram all = runs.all();
        return new LatencyProfile(
                of.batchRows(),
                of.callsPerSecond(),
                all.getTotalCount(),
                warmUpCalls,
                runs.runs().size(),
                Nanos.seconds(runs.nanos()),
                runs.percentiles(),
                Nanos.millis(all.getMean()),
                Nanos.millis(all.getMinValue()),
                Nanos.millis(all.getMaxValue()),
                LatencyBins.of(all),
                quiet.noise(runs.runs()));
    }
}
