package io.github.tiercel.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What to slice by: a column, {@code month & origin} for every pair of values, or {@code distance:4} for so many bins
 * of a column of numbers, each of about as many rows. A column of exactly that name goes before.
 */
final class SliceSpec {

    private static final String AND = " & ";
    private static final Pattern BINS = Pattern.compile("(.+):(\\d{1,9})", Pattern.DOTALL);
    private static final int MOST_BINS = 100;
    private static final double MOST_EXACT = 0x1p53;

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

    /** Every pair of values of two columns. */
    static TextColumn crossed(TextColumn one, TextColumn other) {
        return crossed(one.name() + AND + other.name(), List.of(one, other));
    }

    private static TextColumn crossed(String name, List<TextColumn> parts) {
        TextColumn crossed = quoted(parts.get(0));
        for (TextColumn part : parts.subList(1, parts.size())) {
            crossed = crossed(name, crossed, quoted(part));
        }
        return crossed;
    }

    /** A row that lacks one of the values has no value of the pair. */
    private static TextColumn crossed(String name, TextColumn one, TextColumn other) {
        Map<Long, Integer> pairs = new HashMap<>();
        List<String> dictionary = new ArrayList<>();
        int[] codes = new int[one.rows()];
        for (int row = 0; row < codes.length; row++) {
            if (one.isMissing(row) || other.isMissing(row)) {
                codes[row] = TextColumn.MISSING;
                continue;
            }
            long pair = (long) one.code(row) << Integer.SIZE | other.code(row);
            Integer code = pairs.get(pair);
            if (code == null) {
                code = pairs.size();
                pairs.put(pair, code);
                dictionary.add(one.text(row) + AND + other.text(row));
            }
            codes[row] = code;
        }
        return TextColumn.wrap(name, codes, dictionary);
    }

    private static TextColumn quoted(TextColumn part) {
        int[] codes = new int[part.rows()];
        Arrays.setAll(codes, part::code);
        return TextColumn.wrap(
                part.name(),
                codes,
                part.dictionary().stream().map(SliceSpec::told).toList());
    }

    /** Without quotes "a & b" of one column and "c" of the other would be "a" and "b & c". */
    private static String told(String value) {
        return value.contains(AND) ? '"' + value + '"' : value;
    }

    static TextColumn binned(String name, Column column, int bins) {
        if (bins < 2 || bins > MOST_BINS) {
            throw new UsageException(
                    "USAGE",
                    "Slice \"" + name + "\" asks for " + bins + " bins. Ask for 2 to " + MOST_BINS + ", for example \""
                            + column.name() + ":4\".");
        }
        if (column instanceof NumberColumn numbers) {
            // Adding zero turns -0 into 0, which sorts behind it though they are equal.
            return binned(name, column, bins, row -> numbers.value(row) + 0.0, false);
        }
        if (column instanceof IntegerColumn integers) {
            requireExact(name, integers);
            return binned(name, column, bins, integers::value, true);
        }
        throw new DataException(
                "NO_NUMBERS",
                "Slice \"" + name + "\" needs numbers to bin, but column \"" + column.name()
                        + "\" holds text. Slice by \"" + column.name() + "\" itself.");
    }

    /** Beyond 2^53 neighbours are one double, so that bins would be named after numbers that are not there. */
    private static void requireExact(String name, IntegerColumn column) {
        for (int row = 0; row < column.rows(); row++) {
            if (!column.isMissing(row) && Math.abs((double) column.value(row)) > MOST_EXACT) {
                throw new DataException(
                        "NUMBERS_TOO_LARGE",
                        "Slice \"" + name + "\" cannot bin " + column.value(row)
                                + ", as numbers beyond 2^53 cannot be told from their neighbours. Such numbers are ids, as a"
                                + " rule: slice by another column.");
            }
        }
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
