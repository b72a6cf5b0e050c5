package io.github.tiercel.serving;

import io.github.tiercel.result.SkewBin;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.GTest;

/** Rows of two sets counted in the same bins. */
record Histogram(List<SkewBin> bins) {

    /** Added to every count, so that an empty bin is no infinite difference. */
    private static final double SMOOTHING = 0.5;

    private static final GTest TEST = new GTest();

    Histogram {
        bins = List.copyOf(bins);
    }

    static Histogram of(List<String> values, int[] reference, int[] data) {
        return new Histogram(IntStream.range(0, values.size())
                .filter(bin -> reference[bin] + data[bin] > 0)
                .mapToObj(bin -> new SkewBin(values.get(bin), reference[bin], data[bin]))
                .toList());
    }

    /** The population stability index, {@code sum (q - p) ln(q / p)} over smoothed shares. */
    double stabilityIndex() {
        double rows = total(true);
        double others = total(false);
        double index = 0;
        for (SkewBin bin : bins) {
            double p = (bin.reference() + SMOOTHING) / (rows + SMOOTHING * bins.size());
            double q = (bin.data() + SMOOTHING) / (others + SMOOTHING * bins.size());
            index += (q - p) * Math.log(q / p);
        }
        return index;
    }

    /** The p-value of the G-test, the counts coming from one distribution; 1 where all are in one bin. */
    double pValue() {
        return bins.size() < 2 ? 1 : TEST.gTestDataSetsComparison(counts(true), counts(false));
    }

    private double total(boolean ofReference) {
        double total = 0;
        for (long count : counts(ofReference)) {
            total += count;
        }
        return total;
    }

    private long[] counts(boolean ofReference) {
        return bins.stream()
                .mapToLong(bin -> ofReference ? bin.reference() : bin.data())
                .toArray();
    }
}
