package io.github.tiercel.serving;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.result.NumberSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * How numbers of two sets differ, both sorted and not empty. Where one side has only numbers of 32 bits the other is
 * rounded to as many, which leaves its order: services often read that much of what training had in 64, and no value
 * would equal another.
 */
final class NumberSkew {

    /** Below, the p-value is 1 to the last bit, and the series that gives it converges too slowly. */
    private static final double CERTAIN = 0.1;

    private static final KolmogorovSmirnovTest TEST = new KolmogorovSmirnovTest();

    private final double[] known;
    private final double[] found;
    private final boolean isWhole;
    private final boolean isFloat;
    private final double[] reference;
    private final double[] data;

    NumberSkew(double[] known, double[] found, boolean isWhole) {
        this.known = known;
        this.found = found;
        this.isWhole = isWhole;
        this.isFloat = !isWhole && (areFloats(known) || areFloats(found));
        this.reference = isFloat ? rounded(known) : known;
        this.data = isFloat ? rounded(found) : found;
    }

    private static boolean areFloats(double[] values) {
        return Arrays.stream(values).allMatch(value -> (float) value == value);
    }

    private static double[] rounded(double[] values) {
        return Arrays.stream(values).map(value -> (float) value).toArray();
    }

    /** The largest distance of the two distribution functions, read behind all rows of a value. */
    double distance() {
        double largest = 0;
        int below = 0;
        int others = 0;
        while (below < reference.length && others < data.length) {
            double value = Math.min(reference[below], data[others]);
            below = behind(reference, below, value);
            others = behind(data, others, value);
            largest = Math.max(largest, Math.abs((double) below / reference.length - (double) others / data.length));
        }
        return largest;
    }

    private static int behind(double[] sorted, int from, double value) {
        int place = from;
        while (place < sorted.length && sorted[place] == value) {
            place++;
        }
        return place;
    }

    /** The asymptotic p-value; with ties it is too large, and so on the safe side. */
    double pValue() {
        double distance = distance();
        double harmonic = (double) reference.length * data.length / ((double) reference.length + data.length);
        if (distance * Math.sqrt(harmonic) < CERTAIN) {
            return 1;
        }
        return Math.max(0, TEST.approximateP(distance, reference.length, data.length));
    }

    /** {@return the values of both, if these are few; else none} */
    double[] fewValues(int most) {
        double[] values = DoubleStream.concat(Arrays.stream(distinct(reference)), Arrays.stream(distinct(data)))
                .sorted()
                .distinct()
                .toArray();
        return values.length <= most ? values : new double[0];
    }

    private static double[] distinct(double[] sorted) {
        return DoubleStream.of(sorted).distinct().toArray();
    }

    /** Rows of each value. */
    Histogram byValue(double[] values) {
        List<String> names = Arrays.stream(values).mapToObj(this::text).toList();
        return Histogram.of(names, counts(reference, values), counts(data, values));
    }

    /** Bins of about as many rows of the reference each, the outer ones open. */
    Histogram byQuantile(int bins) {
        double[] starts = starts(bins);
        List<String> names = new ArrayList<>();
        for (int bin = 0; bin < starts.length; bin++) {
            String from = bin == 0 ? "(-inf" : "[" + text(starts[bin]);
            String to = bin + 1 == starts.length ? "inf)" : text(starts[bin + 1]) + ")";
            names.add(from + ", " + to);
        }
        return Histogram.of(names, counts(reference, starts), counts(data, starts));
    }

    private double[] starts(int bins) {
        double[] starts = new double[bins];
        int count = 0;
        for (int bin = 0; bin < bins; bin++) {
            double start = reference[(int) ((long) reference.length * bin / bins)];
            if (count == 0 || start > starts[count - 1]) {
                starts[count++] = start;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static int[] counts(double[] sorted, double[] starts) {
        int[] counts = new int[starts.length];
        int bin = 0;
        for (double value : sorted) {
            while (bin + 1 < starts.length && value >= starts[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
        return counts;
    }

    private String text(double number) {
        if (isWhole) {
            return Long.toString((long) number);
        }
        return isFloat ? Float.toString((float) number) : Double.toString(number);
    }

    NumberSummary ofReference() {
        return summary(known);
    }

    NumberSummary ofData() {
        return summary(found);
    }

    private static NumberSummary summary(double[] sorted) {
        CompensatedSum sum = new CompensatedSum();
        Arrays.stream(sorted).forEach(sum::add);
        return new NumberSummary(
                sum.value() / sorted.length,
                sorted[0],
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                sorted[sorted.length - 1]);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
