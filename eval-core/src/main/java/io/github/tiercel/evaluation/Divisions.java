package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.TextColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The divisions of the rows that a search looks through: each column to slice by, and each pair of two of them, as far
 * as time allows.
 */
final class Divisions {

    /** Rows times pairs of columns: at some 100 ns a row, about ten seconds. */
    private static final long MOST_ROWS = 100_000_000;

    private final List<TextColumn> columns;
    private final List<List<TextColumn>> pairs;
    private final int searchedPairs;
    private final SampledRows rows;

    private Divisions(List<TextColumn> columns, SampledRows rows) {
        this.columns = columns;
        this.rows = rows;
        this.pairs = pairs(columns);
        this.searchedPairs = (int) Math.min(pairs.size(), MOST_ROWS / rows.size());
    }

    static Divisions of(EvaluationSet set, SampledRows rows) {
        return new Divisions(Configuration.searchedColumns(set), rows);
    }

    /** Pairs that are columns themselves are searched as such. */
    private static List<List<TextColumn>> pairs(List<TextColumn> columns) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.name()));
        List<List<TextColumn>> pairs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (TextColumn other : columns.subList(i + 1, columns.size())) {
                TextColumn one = columns.get(i);
                if (!names.contains(one.name() + " & " + other.name())
                        && !names.contains(other.name() + " & " + one.name())) {
                    pairs.add(List.of(one, other));
                }
            }
        }
        return pairs;
    }

    int pairs() {
        return pairs.size();
    }

    /** The first of them, if all would take too long. */
    int searchedPairs() {
        return searchedPairs;
    }

    void forEachSlice(Consumer<Slices.Slice> looker) {
        for (TextColumn column : columns) {
            Slices.of(column, rows).forEach(looker);
        }
        for (List<TextColumn> pair : pairs.subList(0, searchedPairs)) {
            slices(pair.get(0), pair.get(1)).forEach(looker);
        }
    }

    /** The pairs of values that are not the same rows as one of the values alone. */
    private List<Slices.Slice> slices(TextColumn one, TextColumn other) {
        int[] ofOne = counts(one);
        int[] ofOther = counts(other);
        return Slices.of(one.crossedWith(other), rows).stream()
                .filter(slice -> {
                    int row = rows.row(slice.places()[0]);
                    int size = slice.places().length;
                    return !one.isMissing(row)
                            && !other.isMissing(row)
                            && size < ofOne[one.code(row)]
                            && size < ofOther[other.code(row)];
                })
                .toList();
    }

    private int[] counts(TextColumn column) {
        int values = column.dictionary().size();
        int[] counts = new int[values + 1];
        for (int place = 0; place < rows.size(); place++) {
            counts[Slices.slot(column, rows.row(place), values)]++;
        }
        return counts;
    }
}
