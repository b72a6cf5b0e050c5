package io.github.tiercel.data;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a label column with two values, one of which is positive. */
final class BinaryLabels {

    /** Pairs of which everybody would say the same one is positive; the positive one comes second. */
    private static final List<List<String>> UNMISTAKABLE = List.of(
            List.of("0", "1"),
            List.of("-1", "1"),
            List.of("false", "true"),
            List.of("no", "yes"),
            List.of("negative", "positive"),
            List.of("neg", "pos"));

    /** From here on a column holds numbers or names, not classes, and counting on would only cost memory. */
    private static final int MOST_COUNTED = 1000;

    private final boolean[] labels;
    private final String positive;

    private BinaryLabels(boolean[] labels, String positive) {
        this.labels = labels;
        this.positive = positive;
    }

    static BinaryLabels of(Column column, Optional<String> wanted, String source) {
        Offenders missing = Offenders.of(column.rows(), row -> isUnlabelled(column, row));
        if (missing.exist()) {
            throw new DataException(Offenders.number(missing.count()) + " of " + Offenders.number(column.rows())
                    + (missing.count() == 1 ? " rows has" : " rows have") + " no label in column \"" + column.name()
                    + "\" of " + source + " (" + missing.where()
                    + "). Rows without a label cannot be evaluated: remove them, or leave them out on purpose with"
                    + " --drop-unlabelled.");
        }
        Map<String, Integer> counts = count(column);
        if (counts.size() > 2) {
            throw thirdValue(column, counts);
        }
        String positive = wanted.map(value -> checked(canonical(column, value), column, counts))
                .orElseGet(() -> guess(column, counts));
        boolean[] labels = new boolean[column.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = canonical(column, row).equals(positive);
        }
        return new BinaryLabels(labels, positive);
    }

    /** A label that is not a number is no label: tables write missing numbers either way. */
    static boolean isUnlabelled(Column column, int row) {
        return column.isMissing(row) || (column instanceof NumberColumn numbers && Double.isNaN(numbers.value(row)));
    }

    boolean[] labels() {
        return labels;
    }

    String positive() {
        return positive;
    }

    private static Map<String, Integer> count(Column column) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int row = 0; row < column.rows() && counts.size() <= MOST_COUNTED; row++) {
            counts.merge(canonical(column, row), 1, Integer::sum);
        }
        return counts;
    }

    private static String canonical(Column column, int row) {
        // Adding 0.0 makes -0.0 and 0.0 one label.
        String text =
                column instanceof NumberColumn numbers ? Double.toString(numbers.value(row) + 0.0) : column.text(row);
        return canonical(column, text);
    }

    /** 1.0 and 1 are one label in a column of numbers, whatever type the reader gave it. */
    private static String canonical(Column column, String text) {
        return !(column instanceof TextColumn) && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String checked(String wanted, Column column, Map<String, Integer> counts) {
        if (!counts.containsKey(wanted) && counts.size() == 2) {
            throw new IllegalArgumentException("Positive label \"" + wanted + "\" does not occur in column \""
                    + column.name() + "\", which holds " + listed(counts) + ". Name one of them with --positive.");
        }
        return wanted;
    }

    private static String guess(Column column, Map<String, Integer> counts) {
        // Two spellings of one word are fewer words than values, and no guess.
        Set<String> lowerCase = lowerCase(counts);
        for (List<String> pair : UNMISTAKABLE) {
            if (pair.containsAll(lowerCase) && lowerCase.size() == counts.size()) {
                return counts.keySet().stream()
                        .filter(value -> value.equalsIgnoreCase(pair.get(1)))
                        .findFirst()
                        .orElse(pair.get(1));
            }
        }
        throw new IllegalArgumentException("Label column \"" + column.name() + "\" holds " + listed(counts)
                + ", and which one is positive cannot be guessed. Name it with --positive.");
    }

    private static Set<String> lowerCase(Map<String, Integer> counts) {
        return counts.keySet().stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static DataException thirdValue(Column column, Map<String, Integer> counts) {
        boolean numeric = !(column instanceof TextColumn) && counts.size() > 20;
        return new DataException("Label column \"" + column.name() + "\" has "
                + (counts.size() > MOST_COUNTED ? "more than " + Offenders.number(MOST_COUNTED) : counts.size())
                + " values: " + listed(counts) + ". A binary label has two"
                + (numeric
                        ? "; these look like numbers to predict. Name another label column."
                        : ". Drop or map the other rows, or name another label column."));
    }

    private static String listed(Map<String, Integer> counts) {
        String most = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(3)
                .map(entry -> "\"" + Shown.of(entry.getKey()) + "\" (" + Offenders.number(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
        return counts.size() > 3 ? most + " and others" : most;
    }
}
