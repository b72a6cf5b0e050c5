package io.github.tiercel.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;
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

    /** The least span, as a share of the numbers: a line as good as level looks level. */
    private static final double LEAST_SPAN = 1e-6;

    /** Numbers below it are drawn as zeros: their distance could vanish. */
    private static final double SMALLEST = 1e-290;

    private static final double MARGIN = 0.05;

    /** Labels from here on would be too long without an exponent, and so would those of ticks below the second one. */
    private static final double LONG = 1e7;

    private static final double SHORT = 1e-4;

    /** More would leave the picture: ticks that close to each other share a label. */
    private static final int MOST_DECIMALS = 4;

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
        double least = LEAST_SPAN * (largest < SMALLEST ? 1 : largest);
        double margin = Math.max(least, (ends.getMax() - ends.getMin()) * MARGIN);
        return new Scale(ends.getMin() - margin, ends.getMax() + margin, from, to);
    }

    /** {@return the place of a number; of one beyond the scale, the end of the scale} */
    double at(double number) {
        double inside = Math.max(low, Math.min(high, number));
        return from + (inside - low) / (high - low) * (to - from);
    }

    /**
     * {@return round numbers on the scale; its low end alone if there is next to nothing between its ends}
     *
     * @param about how many
     * @param leastStep the least distance between two; 1 for counts
     */
    List<Double> ticks(int about, double leastStep) {
        if (high - low < SMALLEST) {
            return List.of(low);
        }
        double step = Math.max(leastStep, step((high - low) / about));
        // Adding zero turns -0 into 0.
        return LongStream.rangeClosed((long) Math.ceil(low / step), (long) Math.floor(high / step))
                .mapToObj(times -> times * step + 0.0)
                .toList();
    }

    /** {@return the least of 1, 1.5, 2, 2.5, 3, 4, 5, 6 and 8 times a power of ten that is no less than a number} */
    static double roundUp(double number) {
        double power = Math.pow(10, Math.floor(Math.log10(number)));
        return DoubleStream.of(1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
                .map(times -> times * power)
                .filter(round -> round >= number)
                .findFirst()
                .orElse(number);
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
        double largest = ticks.stream().mapToDouble(Math::abs).max().orElse(0);
        int decimals = -(int) Math.floor(Math.log10(step) + MARGIN);
        if (largest > 0 && (largest >= LONG || largest < SHORT)) {
            int exponent = (int) Math.floor(Math.log10(largest));
            return new Digits(Math.max(0, Math.min(MOST_DECIMALS, decimals + exponent)), exponent).plain(tick);
        }
        return new Digits(Math.max(0, decimals)).plain(tick);
    }
}
