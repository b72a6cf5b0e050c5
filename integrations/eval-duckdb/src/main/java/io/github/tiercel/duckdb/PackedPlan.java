package io.github.tiercel.duckdb;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.sampling.RowOrder;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.sampling.StratifiedOrder;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What the first pass finds out: where each row belongs.
 *
 * @param labels the labels of the rows that are packed
 * @param dropped the rows of the source that are left out
 * @param strata the strata; empty where groups are drawn whole
 * @param positions for each row that is packed its position
 */
record PackedPlan(EvaluationSet labels, BitSet dropped, Optional<Strata> strata, int[] positions) {

    /**
     * Orders rows.
     *
     * @param keys for each row its key, or that of its group
     * @param slices what to cross classes with
     */
    static PackedPlan of(EvaluationSet labels, BitSet dropped, long[] keys, boolean grouped, boolean crossed) {
        if (grouped) {
            RowOrder order = labels.order();
            return new PackedPlan(labels, dropped, Optional.empty(), positions(order));
        }
        Strata strata = crossed ? crossed(labels) : byLabel(labels);
        return new PackedPlan(
                labels, dropped, Optional.of(strata), positions(StratifiedOrder.of(keys, strata, labels.seed())));
    }

    private static int[] positions(RowOrder order) {
        int[] positions = new int[order.size()];
        for (int position = 0; position < positions.length; position++) {
            positions[order.row(position)] = position;
        }
        return positions;
    }

    /** The strata that the set in memory has, without the order of other keys that it would make for them. */
    private static Strata byLabel(EvaluationSet labels) {
        return switch (labels.task()) {
            case BINARY, MULTICLASS -> Strata.ofClasses(classes(labels), names(labels));
            case REGRESSION, RANKING -> Strata.ofQuantiles(numbers(labels));
        };
    }

    private static Strata crossed(EvaluationSet labels) {
        var slice = labels.slices().stream()
                .reduce((one, other) -> one.crossedWith(other))
                .orElseThrow();
        int[] codes = new int[labels.rows()];
        int missing = slice.dictionary().size();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = slice.isMissing(row) ? missing : slice.code(row);
        }
        List<String> values = new java.util.ArrayList<>(slice.dictionary());
        values.add("(missing)");
        return switch (labels.task()) {
            case BINARY, MULTICLASS -> Strata.ofClassesAndSlices(classes(labels), names(labels), codes, values);
            case REGRESSION, RANKING ->
                throw new IllegalArgumentException(
                        "Rows can be stratified by a column only beside classes, but the task is "
                                + labels.task().spelling() + ". Leave out the columns to stratify by.");
        };
    }

    private static int[] classes(EvaluationSet labels) {
        int[] classes = new int[labels.rows()];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = (int) labels.label(row);
        }
        return classes;
    }

    private static List<String> names(EvaluationSet labels) {
        return labels.classes().isEmpty() ? List.of("negative", "positive") : labels.classes();
    }

    private static double[] numbers(EvaluationSet labels) {
        double[] numbers = new double[labels.rows()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = labels.label(row);
        }
        return numbers;
    }
}
