package io.github.tiercel.data;

import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.sampling.RowOrder;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.sampling.StratifiedOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One class out of several for each row. */
final class ClassLabels implements Labels {

    private static final int FEWEST = 2;

    private final int[] labels;
    private final List<String> classes;

    /** Takes the array over. */
    ClassLabels(int[] labels, List<String> classes) {
        this.labels = labels;
        this.classes = List.copyOf(classes);
        if (classes.size() < FEWEST || Set.copyOf(classes).size() < classes.size()) {
            throw new UsageException("USAGE", "classes must be at least two with distinct names, got " + classes);
        }
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0 || labels[row] >= classes.size()) {
                throw new IllegalArgumentException(
                        "labels must be in [0, " + classes.size() + "), got " + labels[row] + " at row " + row);
            }
        }
    }

    /** Reads a column; unless the classes are declared, they are the values of the column in their natural order. */
    static ClassLabels of(Column column, List<String> declared, String source) {
        UnlabelledRows.refuse(column, source);
        List<String> classes = declared.isEmpty() ? LabelText.sorted(column) : declared;
        Map<String, Integer> indices = new HashMap<>();
        classes.forEach(name -> indices.put(name, indices.size()));
        int[] labels = new int[column.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] =
                    Optional.ofNullable(indices.get(LabelText.of(column, row))).orElse(-1);
        }
        Offenders strangers = Offenders.of(labels.length, row -> labels[row] < 0);
        if (strangers.exist()) {
            throw undeclared(column, source, strangers, classes);
        }
        if (classes.size() < FEWEST) {
            throw new DataException(
                    "LABEL_VALUES",
                    "All " + Offenders.number(labels.length) + " labels in column \"" + column.name()
                            + "\" of " + source + " are \"" + Shown.of(classes.get(0))
                            + "\". Telling classes apart takes at least two: declare the others with --classes.");
        }
        return new ClassLabels(labels, classes);
    }

    private static DataException undeclared(Column column, String source, Offenders rows, List<String> classes) {
        return new DataException(
                "LABEL_VALUES",
                "Label \"" + Shown.of(LabelText.of(column, rows.first())) + "\" in column \""
                        + column.name() + "\" of " + source + " is none of the classes " + String.join(", ", classes)
                        + " ("
                        + Offenders.number(rows.count()) + " of " + Offenders.number(column.rows()) + " rows, "
                        + rows.where()
                        + "). Every label needs a class that has scores: add its scores, or remove these rows.");
    }

    @Override
    public Task task() {
        return Task.MULTICLASS;
    }

    @Override
    public int rows() {
        return labels.length;
    }

    @Override
    public double value(int row) {
        return labels[row];
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public RowOrder order(long[] keys, long seed) {
        return StratifiedOrder.of(keys, Strata.ofClasses(labels, classes), seed);
    }

    @Override
    public ClassLabels select(int[] rows) {
        int[] some = new int[rows.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = labels[rows[i]];
        }
        return new ClassLabels(some, classes);
    }

    @Override
    public MulticlassPredictions join(double[][] scores, double @Nullable [] weights) {
        return weights == null
                ? MulticlassPredictions.wrap(classes, labels, scores)
                : MulticlassPredictions.wrap(classes, labels, scores, weights);
    }
}
