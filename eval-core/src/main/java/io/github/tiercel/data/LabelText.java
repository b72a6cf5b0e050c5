package io.github.tiercel.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The text of a label by which it is told from others: 1.0 and 1 are one label in a column of numbers. */
final class LabelText {

    private LabelText() {}

    static String of(Column column, int row) {
        // Adding 0.0 makes -0.0 and 0.0 one label.
        String text =
                column instanceof NumberColumn numbers ? Double.toString(numbers.value(row) + 0.0) : column.text(row);
        return of(column, text);
    }

    static String of(Column column, String text) {
        return !(column instanceof TextColumn) && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** The distinct labels: numbers by size, text by its characters, as scikit-learn sorts them. */
    static List<String> sorted(Column column) {
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < column.rows(); row++) {
            seen.add(of(column, row));
        }
        List<String> labels = new ArrayList<>(seen);
        labels.sort(
                column instanceof TextColumn
                        ? Comparator.naturalOrder()
                        : Comparator.comparingDouble(Double::parseDouble));
        return labels;
    }
}
