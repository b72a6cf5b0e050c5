package io.github.tiercel.report;

import io.github.tiercel.result.LatencyProfile.LatencyBin;
import java.util.ArrayList;
import java.util.List;

/** A histogram of latency for a logarithmic axis: bins too narrow to be seen are merged with their neighbours. */
final class LatencyBars {

    /** Latencies beyond are none. */
    private static final double SHORTEST = 1e-6;

    private static final double LONGEST = 1e9;

    /** More bars tell no more, and make a page longer. */
    private static final int MOST = 48;

    private static final int FEW = 16;

    /**
     * Calls that took about as long.
     *
     * @param from the decimal logarithm of the least latency in milliseconds
     * @param to that of the one above all of them, larger
     * @param share which share of all calls they are
     */
    record Bar(double from, double to, double share) {

        /** {@return this bar and the next one as one} */
        Bar with(Bar next) {
            return new Bar(from, next.to, share + next.share);
        }

        /** {@return how high the bar is if its area is the share} */
        double density() {
            return share / (to - from);
        }
    }

    private LatencyBars() {}

    static List<Bar> of(List<LatencyBin> bins) {
        double all = bins.stream().mapToDouble(LatencyBin::calls).sum();
        List<Bar> bars = bins.stream()
                .filter(bin -> bin.calls() > 0 && isDuration(bin.toMillis()) && bin.toMillis() > bin.fromMillis())
                .map(bin -> new Bar(from(bin), Math.log10(bin.toMillis()), bin.calls() / all))
                .filter(bar -> bar.to() > bar.from())
                .toList();
        double low = bars.stream().mapToDouble(Bar::from).min().orElse(0);
        double high = bars.stream().mapToDouble(Bar::to).max().orElse(0);
        return merged(bars, (high - low) / MOST);
    }

    /** A logarithm knows no 0, at which the first bin may begin. */
    private static double from(LatencyBin bin) {
        return Math.log10(bin.fromMillis() >= SHORTEST ? bin.fromMillis() : bin.toMillis() / 2);
    }

    static boolean isDuration(double millis) {
        return millis >= SHORTEST && millis <= LONGEST;
    }

    /** {@return the same calls in half as many bars, for a table; a few are left as they are} */
    static List<Bar> halved(List<Bar> bars) {
        if (bars.size() <= FEW) {
            return bars;
        }
        List<Bar> halved = new ArrayList<>();
        for (int i = 0; i < bars.size(); i += 2) {
            Bar bar = bars.get(i);
            halved.add(i + 1 < bars.size() ? bar.with(bars.get(i + 1)) : bar);
        }
        return halved;
    }

    private static List<Bar> merged(List<Bar> bars, double least) {
        List<Bar> merged = new ArrayList<>();
        for (Bar bar : bars) {
            Bar last = merged.isEmpty() ? bar : merged.get(merged.size() - 1);
            // Only neighbours: where no call was, nothing is drawn.
            boolean isNeighbour = !merged.isEmpty() && bar.from() - last.to() < least && bar.from() >= last.from();
            if (isNeighbour && bar.to() - last.from() <= least) {
                merged.set(merged.size() - 1, last.with(bar));
            } else {
                merged.add(bar);
            }
        }
        return merged;
    }
}
