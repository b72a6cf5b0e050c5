package io.github.tiercel.report;

import java.util.List;

/**
 * One column of a table.
 *
 * @param heading what stands above it, possibly empty
 * @param side how its cells are placed
 * @param least the width down to which a table may shrink it, by cutting its cells; 0 if it is never cut
 * @param cut which part of a cell goes
 */
record Column(Cell heading, Side side, int least, Cut cut) {

    /** How cells are placed in their column. */
    enum Side {
        LEFT,
        RIGHT,
        /** Decimal points below each other. */
        POINT
    }

    /** What is cut where there is no room for all. */
    enum Cut {
        END,
        /** The name of a slice's column, and of its value the start: slices differ by their ends. */
        SLICE
    }

    static Column left(String heading) {
        return new Column(new Cell(heading, Tone.FAINT), Side.LEFT, 0, Cut.END);
    }

    static Column right(String heading) {
        return new Column(new Cell(heading, Tone.FAINT), Side.RIGHT, 0, Cut.END);
    }

    static Column point(String heading) {
        return new Column(new Cell(heading, Tone.FAINT), Side.POINT, 0, Cut.END);
    }

    Column shrinkingTo(int columns) {
        return new Column(heading, side, columns, cut);
    }

    /** {@return a column of the names of slices, each of which keeps its end} */
    static Column ofSlices(String heading, List<String> names) {
        return new Column(new Cell(heading, Tone.FAINT), Side.LEFT, SliceName.least(names), Cut.SLICE);
    }

    String cut(String text, int columns) {
        return cut == Cut.SLICE ? SliceName.cut(text, columns) : DisplayText.cut(text, columns);
    }

    boolean shrinks() {
        return least > 0;
    }

    /** {@return the cells with their decimal points below each other, if this column wants that} */
    List<Cell> aligned(List<Cell> cells) {
        if (side != Side.POINT) {
            return cells;
        }
        int most = cells.stream().mapToInt(Column::wholePart).max().orElse(0);
        return cells.stream().map(cell -> cell.indented(most - wholePart(cell))).toList();
    }

    private static int wholePart(Cell cell) {
        int point = cell.text().indexOf('.');
        return point < 0 ? cell.text().length() : point;
    }
}
