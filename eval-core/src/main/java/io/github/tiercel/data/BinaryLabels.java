package io.github.tiercel.data;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.sampling.RowOrder;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.sampling.StratifiedOrder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Yes or no for each row, as two values one of which is positive. */
final class BinaryLabels implements Labels {

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

    BinaryLabels(boolean[] labels, String positive) {
        this.labels = labels;
        this.positive = positive;
    }

    static BinaryLabels of(Column column, Optional<String> wanted, String source) {
        UnlabelledRows.refuse(column, source);
        Map<String, Integer> counts = count(column);
        if (counts.size() > 2) {
            throw thirdValue(column, counts);
        }
        String positive = wanted.map(value -> checked(LabelText.of(column, value), column, counts))
                .orElseGet(() -> guess(column, counts));
        boolean[] labels = new boolean[column.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = LabelText.of(column, row).equals(positive);
        }
        return new BinaryLabels(labels, positive);
    }

    String positive() {
        return positive;
    }

    @Override
    public Task task() {
        return Task.BINARY;
    }

    @Override
    public int rows() {
        return labels.length;
    }

    @Override
    public double value(int row) {
        return labels[row] ? 1 : 0;
    }

    @Override
    public List<String> classes() {
        return List.of();
    }

    @Override
    public RowOrder order(long[] keys, long seed) {
        int[] classes = new int[labels.length];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = labels[row] ? 1 : 0;
        }
        return StratifiedOrder.of(keys, Strata.ofClasses(classes, List.of("negative", "positive")), seed);
    }

    @Override
    public BinaryLabels select(int[] rows) {
        boolean[] some = new boolean[rows.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = labels[rows[i]];
        }
        return new BinaryLabels(some, positive);
    }

    @Override
    public BinaryPredictions join(double[][] scores, double @Nullable [] weights) {
        return weights == null
                ? BinaryPredictions.wrap(labels, scores[0])
                : BinaryPredictions.wrap(labels, scores[0], weights);
    }

    private static Map<String, Integer> count(Column column) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int row = 0; row < column.rows() && counts.size() <= MOST_COUNTED; row++) {
            counts.merge(LabelText.of(column, row), 1, Integer::sum);
        }
        return counts;
    }

    private static String checked(String wanted, Column column, Map<String, Integer> counts) {
        if (!counts.containsKey(wanted) && counts.size() == 2) {
            throw new UsageException(
                    "POSITIVE_LABEL",
                    "Positive label \"" + wanted + "\" does not occur in column \"" + column.name() + "\", which holds "
                            + listed(counts) + ". Name one of them with --positive.");
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
        throw new UsageException(
                "POSITIVE_LABEL",
                "Label column \"" + column.name() + "\" holds " + listed(counts)
                        + ", and which one is positive cannot be guessed. Name it with --positive"
                        + (column instanceof TextColumn
                                ? "."
                                : ", or say --task regression if these are numbers to predict."));
    }

    private static Set<String> lowerCase(Map<String, Integer> counts) {
        return counts.keySet().stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static DataException thirdValue(Column column, Map<String, Integer> counts) {
        boolean numeric = !(column instanceof TextColumn) && counts.size() > 20;
        return new DataException(
                "LABEL_VALUES",
                "Label column \"" + column.name() + "\" has "
                        + (counts.size() > MOST_COUNTED ? "more than " + Offenders.number(MOST_COUNTED) : counts.size())
                        + " values: " + listed(counts) + ". A binary label has two"
                        + (numeric
                                ? "; these look like numbers to predict: say --task regression, or name another label column."
                                : ". If these are classes, say --task multiclass with a score for each; else drop or map the"
                                        + " other rows, or name another label column."));
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
