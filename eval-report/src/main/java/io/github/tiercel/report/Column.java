package io.github.tiercel.report;

import java.util.List;

/**
 * One column of a table.
 *
 * @param heading what stands above it, possibly empty
 * @param side how its cells are placed
 * @param least the width down to which a table may shrink it, by cutting its cells; 0 if it is never cut
 */
record Column(Cell heading, Side side, int least) {

    /** How cells are placed in their column. */
    enum Side {
        LEFT,
        RIGHT,
        /** Decimal points below each other. */
        POINT
    }

    static Column left(String heading) {
        return new Column(new Cell(heading, Tone.FAINT), Side.LEFT, 0);
    }

    static Column right(String heading) {
        return new Column(new Cell(heading, Tone.FAINT), Side.RIGHT, 0);
    }

    static Column point(String heading) {
        return new Column(new Cell(heading, Tone.FAINT), Side.POINT, 0);
    }

    Column shrinkingTo(int columns) {
        return new Column(heading, side, columns);
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
