package io.github.tiercel.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Numbers to places along one side of a picture.
 *
 * @param low the number at {@code from}
 * @param high the number at {@code to}, above {@code low}
 * @param from a place in pixels
 * @param to a place in pixels, before or behind {@code from}
 */
record Scale(double low, double high, double from, double to) {

    /** Numbers beyond it are left out: the distance of two of them could overflow. */
    private static final double LARGEST = 1e300;

    private static final double LEAST_SPAN = 1e-6;
    private static final double MARGIN = 0.05;

    /** Labels from here on would be too long without an exponent. */
    private static final double LONG = 1e6;

    /** {@return a scale that all finite numbers lie on, with a margin} */
    static Scale around(DoubleStream numbers, double from, double to) {
        DoubleSummaryStatistics ends = numbers.filter(number -> Math.abs(number) <= LARGEST)
                .collect(
                        DoubleSummaryStatistics::new,
                        DoubleSummaryStatistics::accept,
                        DoubleSummaryStatistics::combine);
        if (ends.getCount() == 0) {
            return new Scale(0, 1, from, to);
        }
        double largest = Math.max(Math.abs(ends.getMin()), Math.abs(ends.getMax()));
        double least = LEAST_SPAN * Math.max(1, largest);
        double margin = Math.max(least, (ends.getMax() - ends.getMin()) * MARGIN);
        return new Scale(ends.getMin() - margin, ends.getMax() + margin, from, to);
    }

    /** {@return the place of a number; of one beyond the scale, the end of the scale} */
    double at(double number) {
        double inside = Math.max(low, Math.min(high, number));
        return from + (inside - low) / (high - low) * (to - from);
    }

    /**
     * {@return round numbers on the scale}
     *
     * @param about how many
     * @param leastStep the least distance between two; 1 for counts
     */
    List<Double> ticks(int about, double leastStep) {
        double step = Math.max(leastStep, step((high - low) / about));
        // Adding zero turns -0 into 0.
        return LongStream.rangeClosed((long) Math.ceil(low / step), (long) Math.floor(high / step))
                .mapToObj(times -> times * step + 0.0)
                .toList();
    }

    /** The nearest of 1, 2 and 5 times a power of ten. */
    private static double step(double distance) {
        double power = Math.pow(10, Math.floor(Math.log10(distance)));
        double times = distance / power;
        if (times > 7) {
            return 10 * power;
        }
        return times > 3 ? 5 * power : times > 1.5 ? 2 * power : power;
    }

    /** {@return as many decimals as it takes to tell one tick from the next} */
    static String label(double tick, List<Double> ticks) {
        double step = ticks.size() < 2 ? 1 : ticks.get(1) - ticks.get(0);
        if (Math.abs(tick) >= LONG) {
            return String.format(Locale.ROOT, "%.2e", tick);
        }
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + MARGIN));
        return String.format(Locale.ROOT, "%,." + decimals + "f", tick);
    }
}
