package io.github.tiercel.serving;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.ColumnType;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.compare.UnpairedProportions;
import io.github.tiercel.result.ColumnSkew;
import io.github.tiercel.result.MissingSkew;
import io.github.tiercel.result.SkewBin;
import io.github.tiercel.result.SkewTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** One column of two sets, compared by itself: p-values stand as they are. */
final class ColumnPair {

    private static final String KS = "ks";
    private static final String G = "g";

    private final Column reference;
    private final Column data;
    private final int bins;
    private final double level;

    ColumnPair(Column reference, Column data, int bins, double level) {
        this.reference = reference;
        this.data = data;
        this.bins = bins;
        this.level = level;
    }

    static boolean isText(Column column) {
        return column.type() == ColumnType.TEXT;
    }

    ColumnSkew skew() {
        if (reference instanceof TextColumn known && data instanceof TextColumn found) {
            return ofText(new TextSkew(known, found));
        }
        double[] ours = numbers(reference);
        double[] theirs = numbers(data);
        MissingSkew missing = missing(reference.rows() - ours.length, data.rows() - theirs.length);
        return ours.length == 0 || theirs.length == 0
                ? withoutValues(missing, List.of())
                : ofNumbers(new NumberSkew(ours, theirs, isWhole(reference) && isWhole(data)), missing);
    }

    private static boolean isWhole(Column column) {
        return column.type() == ColumnType.INTEGER;
    }

    /** Ascending, NaN left out as is what is missing. */
    private static double[] numbers(Column column) {
        double[] values = IntStream.range(0, column.rows())
                .filter(row -> !column.isMissing(row))
                // Adding 0.0 folds -0.0 into 0.0.
                .mapToDouble(row -> number(column, row) + 0.0)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        Arrays.sort(values);
        return values;
    }

    private static double number(Column column, int row) {
        return column instanceof IntegerColumn integers ? integers.value(row) : ((NumberColumn) column).value(row);
    }

    private ColumnSkew ofNumbers(NumberSkew numbers, MissingSkew missing) {
        double[] few = numbers.fewValues(bins);
        Histogram histogram = few.length > 0 ? numbers.byValue(few) : numbers.byQuantile(bins);
        return new ColumnSkew(
                reference.name(),
                true,
                OptionalDouble.of(histogram.stabilityIndex()),
                OptionalDouble.of(numbers.distance()),
                Optional.of(few.length > 0 ? test(G, histogram.pValue()) : test(KS, numbers.pValue())),
                missing,
                histogram.bins(),
                Optional.of(numbers.ofReference()),
                Optional.of(numbers.ofData()),
                0,
                List.of(),
                false,
                false,
                false);
    }

    private ColumnSkew ofText(TextSkew text) {
        int ours = missing(reference);
        int theirs = missing(data);
        Histogram histogram = text.histogram();
        if (ours == reference.rows() || theirs == data.rows()) {
            return withoutValues(missing(ours, theirs), histogram.bins());
        }
        return new ColumnSkew(
                reference.name(),
                false,
                OptionalDouble.of(histogram.stabilityIndex()),
                OptionalDouble.empty(),
                Optional.of(test(G, histogram.pValue())),
                missing(ours, theirs),
                histogram.bins(),
                Optional.empty(),
                Optional.empty(),
                text.unseenRows(),
                text.unseen(),
                false,
                false,
                false);
    }

    private static int missing(Column column) {
        return (int) IntStream.range(0, column.rows()).filter(column::isMissing).count();
    }

    /** A column without a value on one side differs in what is missing alone. */
    private ColumnSkew withoutValues(MissingSkew missing, List<SkewBin> counted) {
        return new ColumnSkew(
                reference.name(),
                !isText(reference),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                missing,
                counted,
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                false,
                false,
                false);
    }

    private MissingSkew missing(int ours, int theirs) {
        double difference = (double) theirs / data.rows() - (double) ours / reference.rows();
        Interval interval = UnpairedProportions.newcombe(theirs, data.rows(), ours, reference.rows(), level);
        Histogram table =
                Histogram.of(List.of("missing", "present"), new int[] {ours, reference.rows() - ours}, new int[] {
                    theirs, data.rows() - theirs
                });
        return new MissingSkew(
                ours,
                theirs,
                difference,
                interval,
                ours + theirs == 0 ? Optional.empty() : Optional.of(test(G, table.pValue())));
    }

    private static SkewTest test(String method, double pValue) {
        return new SkewTest(method, pValue, pValue);
    }
}
