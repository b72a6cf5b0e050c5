package io.github.tiercel.coverage;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.compare.Difference;
import java.util.Locale;
import java.util.Optional;

/** What the prefixes of one size said of one metric, each drawn from rows of its own. */
final class PrefixTally {

    private final double world;
    private final Side fullSet = new Side();
    private final Side population = new Side();
    private int samples;
    private int valued;
    private int small;
    private double error;
    private double squares;

    PrefixTally(double world) {
        this.world = world;
    }

    /** Of an estimate, where the value on all rows is known. */
    void add(Estimate estimate, double full) {
        add(estimate.value().orNaN(), full);
        small += estimate.flags().contains(EstimateFlag.SMALL_SAMPLE) ? 1 : 0;
        fullSet.add(estimate.fullSet(), full);
        population.add(estimate.population(), world);
    }

    /** Of a difference, which aims at the world alone. */
    void add(Difference difference, double full) {
        add(difference.value().orNaN(), full);
        population.add(difference.interval(), world);
    }

    /** A value without an interval; one that is undefined says nothing. */
    void add(double value, double full) {
        samples++;
        if (!Double.isNaN(value)) {
            valued++;
            error += value - full;
            squares += (value - full) * (value - full);
        }
    }

    /** The root of the mean squared distance to the value on all rows. */
    double rootMeanSquare() {
        return Math.sqrt(squares / valued);
    }

    /** The mean distance to the value on all rows. */
    double bias() {
        return error / valued;
    }

    int samples() {
        return samples;
    }

    /** How many samples had an estimate that is flagged as one from few rows. */
    int small() {
        return small;
    }

    Side fullSet() {
        return fullSet;
    }

    Side population() {
        return population;
    }

    /** Intervals that aim at one of the two targets. */
    static final class Side {

        private int intervals;
        private int none;
        private int below;
        private int above;
        private double width;

        private void add(Optional<Interval> interval, double target) {
            if (interval.isEmpty()) {
                none++;
                return;
            }
            intervals++;
            below += interval.get().upper() < target ? 1 : 0;
            above += interval.get().lower() > target ? 1 : 0;
            width += interval.get().width();
        }

        /** How many held their target. */
        int held() {
            return intervals - below - above;
        }

        int intervals() {
            return intervals;
        }

        /** {@code 0.944 / 0.218}: coverage and mean width, and how many samples of a hundred had no interval. */
        @Override
        public String toString() {
            if (intervals == 0) {
                return "-";
            }
            String missing =
                    none == 0 ? "" : String.format(Locale.ROOT, ", none %.1f %%", 100.0 * none / (none + intervals));
            return String.format(Locale.ROOT, "%.3f / %.2g", (double) held() / intervals, width / intervals) + missing;
        }

        /** {@code 12 < 30}: how many intervals of a thousand lay below their target and above it. */
        String sides() {
            return Math.round(1000.0 * below / intervals) + " < " + Math.round(1000.0 * above / intervals);
        }
    }
}
