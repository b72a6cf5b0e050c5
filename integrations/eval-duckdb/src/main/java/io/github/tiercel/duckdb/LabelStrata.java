package io.github.tiercel.duckdb;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.sampling.Stratification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The strata that labels, crossed with slices or not, give rows or kinds of rows. */
final class LabelStrata {

    private LabelStrata() {}

    /** The strata that the set in memory has, without the order of other keys that it would make for them. */
    static Strata ofRows(EvaluationSet labels, boolean crossed) {
        if (crossed) {
            refuseCrossedNumbers(labels.task());
            TextColumn slice = slice(labels);
            return Strata.ofClassesAndSlices(classes(labels), names(labels), codes(slice), values(slice));
        }
        return switch (labels.task()) {
            case BINARY, MULTICLASS -> Strata.ofClasses(classes(labels), names(labels));
            case REGRESSION, RANKING -> Strata.ofQuantiles(numbers(labels));
        };
    }

    /**
     * The strata of kinds of rows, each of which is a row of {@code kinds}, with classes.
     *
     * @param rows how many rows there are of each kind
     */
    static Stratification ofKinds(EvaluationSet kinds, boolean crossed, int[] rows) {
        if (crossed) {
            TextColumn slice = slice(kinds);
            return Stratification.ofClassesAndSlices(classes(kinds), names(kinds), codes(slice), values(slice), rows);
        }
        return Stratification.ofClasses(classes(kinds), names(kinds), rows);
    }

    static void refuseCrossedNumbers(Task task) {
        if (task != Task.BINARY && task != Task.MULTICLASS) {
            throw new IllegalArgumentException(
                    "Rows can be stratified by a column only beside classes, but the task is " + task.spelling()
                            + ". Leave out the columns to stratify by.");
        }
    }

    private static TextColumn slice(EvaluationSet labels) {
        return labels.slices().stream().reduce(TextColumn::crossedWith).orElseThrow();
    }

    private static int[] codes(TextColumn slice) {
        int[] codes = new int[slice.rows()];
        Arrays.setAll(codes, row -> slice.isMissing(row) ? slice.dictionary().size() : slice.code(row));
        return codes;
    }

    private static List<String> values(TextColumn slice) {
        List<String> values = new ArrayList<>(slice.dictionary());
        values.add("(missing)");
        return values;
    }

    private static int[] classes(EvaluationSet labels) {
        int[] classes = new int[labels.rows()];
        Arrays.setAll(classes, row -> (int) labels.label(row));
        return classes;
    }

    private static List<String> names(EvaluationSet labels) {
        return labels.classes().isEmpty() ? List.of("negative", "positive") : labels.classes();
    }

    private static double[] numbers(EvaluationSet labels) {
        double[] numbers = new double[labels.rows()];
        Arrays.setAll(numbers, labels::label);
        return numbers;
    }
}
