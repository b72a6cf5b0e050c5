package io.github.tiercel.report;

import io.github.tiercel.metrics.multiclass.ConfusionTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** Which classes are taken for which: all pairs of few classes, or the largest confusions of many. */
final class Confusions {

    /** With more classes, a table of all pairs is no longer read. */
    static final int MOST_CLASSES = 10;

    private static final int MOST_LISTED = 10;
    private static final int LEAST_NAME = 12;
    private static final int MOST_HEADING = 12;

    private static final Comparator<Confusion> LARGEST_FIRST = Comparator.comparingDouble(Confusion::weight)
            .reversed()
            .thenComparing(Confusion::label)
            .thenComparing(Confusion::decision);

    private Confusions() {}

    /** Rows of one class that were taken for another one. */
    private record Confusion(int label, int decision, double weight) {}

    /** {@return the table of pairs if it can be read, or else the largest confusions; nothing if there are none} */
    static List<String> lines(ConfusionTable table, Layout layout) {
        if (table.classes().size() <= MOST_CLASSES && pairs(table).fits(layout.width())) {
            return pairs(table).lines(layout);
        }
        TextTable largest = largest(table);
        return largest.rows().isEmpty() ? List.of() : largest.lines(layout);
    }

    /** {@return a row for each class, a column for each class predicted} */
    private static TextTable pairs(ConfusionTable table) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("class \\ predicted").shrinkingTo(LEAST_NAME));
        table.classes().forEach(name -> columns.add(Column.right(heading(name))));
        List<Row> rows = IntStream.range(0, table.classes().size())
                .mapToObj(label -> pairs(table, label))
                .toList();
        return new TextTable(columns, rows);
    }

    private static Row pairs(ConfusionTable table, int label) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(table.classes().get(label)));
        for (int decision = 0; decision < table.classes().size(); decision++) {
            double weight = table.weight(label, decision);
            Tone others = weight == 0 ? Tone.FAINT : Tone.NORMAL;
            cells.add(new Cell(WeightText.of(weight), label == decision ? Tone.GOOD : others));
        }
        return new Row(cells, Cell.EMPTY);
    }

    /** {@return a row for each of the largest confusions, the largest first; no row where no class is mistaken} */
    static TextTable largest(ConfusionTable table) {
        List<Column> columns = List.of(
                Column.left("class").shrinkingTo(LEAST_NAME),
                Column.left("taken for").shrinkingTo(LEAST_NAME),
                Column.right("weight"),
                Column.right("of the class"));
        return new TextTable(
                columns, listed(table).stream().map(found -> row(found, table)).toList());
    }

    private static Row row(Confusion found, ConfusionTable table) {
        return Row.of(
                Cell.of(table.classes().get(found.label())),
                Cell.of(table.classes().get(found.decision())),
                Cell.of(WeightText.of(found.weight())),
                Cell.of(Shares.percent(found.weight() / table.labelled(found.label()))));
    }

    private static List<Confusion> listed(ConfusionTable table) {
        PriorityQueue<Confusion> largest = new PriorityQueue<>(LARGEST_FIRST.reversed());
        int classes = table.classes().size();
        for (int pair = 0; pair < classes * classes; pair++) {
            Confusion found =
                    new Confusion(pair / classes, pair % classes, table.weight(pair / classes, pair % classes));
            if (found.label() != found.decision() && found.weight() > 0) {
                largest.add(found);
            }
            if (largest.size() > MOST_LISTED) {
                largest.remove();
            }
        }
        return largest.stream().sorted(LARGEST_FIRST).toList();
    }

    private static String heading(String name) {
        return DisplayText.cut(DisplayText.escaped(name), MOST_HEADING);
    }
}
