package io.github.tiercel.serving;

import io.github.tiercel.result.LatencyProfile.LatencyBin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Latencies in bins for people: eight to each doubling, at the same places in every profile, so that profiles can be
 * laid over each other. A latency within a thousandth of an edge may be counted beyond it.
 */
final class LatencyBins {

    private static final int PER_DOUBLING = 8;

    /** Below all bins: what took no time that the clock could see. */
    private static final int NO_TIME = Integer.MIN_VALUE;

    private LatencyBins() {}

    static List<LatencyBin> of(Histogram latencies) {
        Map<Integer, Long> counts = new TreeMap<>();
        for (HistogramIterationValue value : latencies.recordedValues()) {
            counts.merge(
                    bin(latencies.medianEquivalentValue(value.getValueIteratedTo())),
                    value.getCountAddedInThisIterationStep(),
                    Long::sum);
        }
        List<LatencyBin> bins = new ArrayList<>(counts.size());
        counts.forEach((bin, calls) -> bins.add(new LatencyBin(from(bin), to(bin), calls)));
        return bins;
    }

    private static int bin(long nanos) {
        return nanos == 0 ? NO_TIME : (int) Math.floor(PER_DOUBLING * Math.log((double) nanos) / Math.log(2));
    }

    private static double from(int bin) {
        return bin == NO_TIME ? 0 : Nanos.millis(Math.pow(2, (double) bin / PER_DOUBLING));
    }

    private static double to(int bin) {
        return bin == NO_TIME ? Nanos.millis(1) : from(bin + 1);
    }
}
