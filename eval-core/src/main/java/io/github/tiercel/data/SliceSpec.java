package io.github.tiercel.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What to slice by: a column, {@code month & origin} for every pair of values, or {@code distance:4} for so many bins
 * of a column of numbers, each of about as many rows. A column of exactly that name goes before.
 */
final class SliceSpec {

    private static final String AND = " & ";
    private static final Pattern BINS = Pattern.compile("(.+):(\\d{1,9})", Pattern.DOTALL);
    private static final int MOST_BINS = 100;

    private SliceSpec() {}

    /**
     * {@return the columns that have to be read}
     *
     * @param names the columns that exist, as far as they are known
     */
    static List<String> columns(String text, Collection<String> names) {
        return parts(text, names).stream().map(part -> column(part, names)).toList();
    }

    private static List<String> parts(String text, Collection<String> names) {
        return names.contains(text) ? List.of(text) : Arrays.asList(text.split(AND, -1));
    }

    private static String column(String part, Collection<String> names) {
        Matcher bins = BINS.matcher(part);
        return bins.matches() && !names.contains(part) ? bins.group(1) : part;
    }

    /**
     * {@return the values to slice by}
     *
     * @throws IllegalArgumentException if a column does not exist, or the number of bins is not in [2, 100]
     * @throws DataException if a column of bins holds no numbers
     */
    static TextColumn of(String text, Columns columns) {
        List<TextColumn> parts = parts(text, columns.names()).stream()
                .map(part -> part(part, columns))
                .toList();
        return parts.size() == 1 ? parts.get(0) : crossed(text, parts);
    }

    private static TextColumn part(String part, Columns columns) {
        Matcher bins = BINS.matcher(part);
        return bins.matches() && !columns.names().contains(part)
                ? binned(part, columns.column(bins.group(1)), Integer.parseInt(bins.group(2)))
                : SliceColumn.of(columns.column(part));
    }

    /** A row that lacks one of the values has no value of the pair. */
    private static TextColumn crossed(String name, List<TextColumn> parts) {
        return SliceColumn.of(
                name,
                parts.get(0).rows(),
                row -> parts.stream().anyMatch(part -> part.isMissing(row)),
                row -> parts.stream().map(part -> told(part.text(row))).collect(Collectors.joining(AND)));
    }

    /** Without quotes "a & b" of one column and "c" of the other would be "a" and "b & c". */
    private static String told(String value) {
        return value.contains(AND) ? '"' + value + '"' : value;
    }

    static TextColumn binned(String name, Column column, int bins) {
        if (bins < 2 || bins > MOST_BINS) {
            throw new IllegalArgumentException("Slice \"" + name + "\" asks for " + bins + " bins. Ask for 2 to "
                    + MOST_BINS + ", for example \"" + column.name() + ":4\".");
        }
        if (column instanceof NumberColumn numbers) {
            // Adding zero turns -0 into 0, which sorts behind it though they are equal.
            return binned(name, column, bins, row -> numbers.value(row) + 0.0, false);
        }
        if (column instanceof IntegerColumn integers) {
            return binned(name, column, bins, integers::value, true);
        }
        throw new DataException("Slice \"" + name + "\" needs numbers to bin, but column \"" + column.name()
                + "\" holds text. Slice by \"" + column.name() + "\" itself.");
    }

    private static TextColumn binned(
            String name, Column column, int bins, IntToDoubleFunction numbers, boolean areWhole) {
        IntPredicate lacks = row -> column.isMissing(row) || Double.isNaN(numbers.applyAsDouble(row));
        double[] sorted = IntStream.range(0, column.rows())
                .filter(lacks.negate())
                .mapToDouble(numbers)
                .sorted()
                .toArray();
        NumberBins edges = NumberBins.of(sorted, bins, areWhole);
        return SliceColumn.of(name, column.rows(), lacks, row -> edges.name(numbers.applyAsDouble(row)));
    }
}
