package io.github.tiercel.metrics.coverage;

import io.github.tiercel.metrics.Interval;
import java.util.Locale;
import java.util.Optional;

/** Counts how often intervals hold the truth, on which side they miss it, and how wide they are. */
final class Tally {

    private final double truth;
    private int intervals;
    private int below;
    private int above;
    private int none;
    private double width;

    Tally(double truth) {
        this.truth = truth;
    }

    void add(Optional<Interval> interval) {
        if (interval.isEmpty()) {
            none++;
            return;
        }
        intervals++;
        below += interval.get().upper() < truth ? 1 : 0;
        above += interval.get().lower() > truth ? 1 : 0;
        width += interval.get().width();
    }

    /** The share of sets whose interval held the truth, among those that got one. */
    double coverage() {
        return 1 - (double) (below + above) / intervals;
    }

    double meanWidth() {
        return width / intervals;
    }

    /** How many sets got no interval. */
    int none() {
        return none;
    }

    /** {@code .944 / 0.218}: coverage and mean width; with the number of sets without an interval, if there are any. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f / %.3f", coverage(), meanWidth()) + (none > 0 ? ", none " + none : "");
    }
}
