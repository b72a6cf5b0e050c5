package io.github.tiercel.data;

import io.github.tiercel.metrics.Task;
import java.util.HashSet;
import java.util.Set;

/** Reads labels from a table, in the form of the task that was named or is unmistakable. */
final class LabelReader {

    private static final int BINARY_VALUES = 2;

    private LabelReader() {}

    static Labels read(Columns columns, ColumnRoles roles) {
        Column label = columns.column(roles.label());
        String source = columns.source();
        return switch (roles.task().orElseGet(() -> guess(label, roles))) {
            case BINARY -> BinaryLabels.of(label, roles.positive(), source);
            case MULTICLASS -> ClassLabels.of(label, roles.classes(), source);
            case REGRESSION -> NumberLabels.of(label, source);
            case RANKING ->
                RelevanceLabels.of(
                        label,
                        columns.column(roles.query()
                                .orElseThrow(() -> new UsageException(
                                        "USAGE",
                                        "Ranking needs to know which rows belong"
                                                + " to one query. Name the column with --query."))),
                        source);
        };
    }

    /** What else is said of the columns, or labels that are no classes to anybody, leave one task only. */
    private static Task guess(Column label, ColumnRoles roles) {
        if (roles.query().isPresent()) {
            return Task.RANKING;
        }
        if (!roles.classes().isEmpty()) {
            return Task.MULTICLASS;
        }
        boolean named = roles.positive().isPresent();
        return !named && label instanceof NumberColumn numbers && isMeasured(numbers) ? Task.REGRESSION : Task.BINARY;
    }

    /** Several numbers, some of which are not whole. */
    private static boolean isMeasured(NumberColumn numbers) {
        Set<Double> seen = new HashSet<>();
        boolean fractional = false;
        for (int row = 0; row < numbers.rows() && !(fractional && seen.size() > BINARY_VALUES); row++) {
            double value = numbers.value(row);
            if (!numbers.isMissing(row) && Double.isFinite(value)) {
                fractional |= value != Math.rint(value);
                if (seen.size() <= BINARY_VALUES) {
                    seen.add(value);
                }
            }
        }
        return fractional && seen.size() > BINARY_VALUES;
    }
}
