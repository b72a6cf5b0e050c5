package io.github.tiercel.duckdb;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.sampling.RowOrder;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.sampling.StratifiedOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What the first pass finds out: where each row belongs. */
final class PackedPlan {

    private final EvaluationSet labels;
    private final BitSet dropped;
    private final Optional<Strata> strata;
    private final int[] positions;

    private PackedPlan(EvaluationSet labels, BitSet dropped, Optional<Strata> strata, RowOrder order) {
        this.labels = labels;
        this.dropped = dropped;
        this.strata = strata;
        this.positions = positions(order);
    }

    /**
     * Orders rows.
     *
     * @param labels the labels of the rows that are packed, and the slices to cross classes with
     * @param dropped the rows of the source that are left out
     * @param keys for each row its key; none where rows are drawn in groups
     * @param grouped whether rows are drawn in groups
     * @param crossed whether classes are crossed with slices
     * @param earlier the order that rows keep if they have one, unless classes are crossed
     */
    static PackedPlan of(
            EvaluationSet labels, BitSet dropped, long[] keys, boolean grouped, boolean crossed, EarlierOrder earlier) {
        if (grouped) {
            return new PackedPlan(labels, dropped, Optional.empty(), labels.order());
        }
        Strata strata = crossed ? crossed(labels) : earlier.strata(keys).orElseGet(() -> byLabel(labels));
        RowOrder order = StratifiedOrder.of(keys, strata, labels.seed());
        return new PackedPlan(labels, dropped, Optional.of(strata), order);
    }

    /** {@return the labels of the rows that are packed} */
    EvaluationSet labels() {
        return labels;
    }

    /** {@return how many rows are packed} */
    int rows() {
        return positions.length;
    }

    /** {@return whether a row of the source is left out} */
    boolean isDropped(int row) {
        return dropped.get(row);
    }

    int droppedRows() {
        return dropped.cardinality();
    }

    /** {@return the strata; empty where groups are drawn whole} */
    Optional<Strata> strata() {
        return strata;
    }

    /** {@return the position of a row that is packed} */
    int position(int row) {
        return positions[row];
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
        TextColumn slice =
                labels.slices().stream().reduce(TextColumn::crossedWith).orElseThrow();
        int[] codes = new int[labels.rows()];
        int missing = slice.dictionary().size();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = slice.isMissing(row) ? missing : slice.code(row);
        }
        List<String> values = new ArrayList<>(slice.dictionary());
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
