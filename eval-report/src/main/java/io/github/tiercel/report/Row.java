package io.github.tiercel.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a table.
 *
 * @param cells the first cells; may be fewer than the columns
 * @param tail text behind them that runs over the columns left, possibly empty
 */
record Row(List<Cell> cells, Cell tail) {

    Row {
        cells = List.copyOf(cells);
    }

    static Row of(Cell... cells) {
        return new Row(List.of(cells), Cell.EMPTY);
    }

    /** {@return the same row with a tail instead of further cells} */
    Row ending(String text) {
        return new Row(cells, new Cell(text, Tone.FAINT));
    }

    /** {@return this row followed by another one; this row alone if it has a tail, which takes the space} */
    Row then(Row more) {
        if (!tail.isEmpty()) {
            return this;
        }
        List<Cell> all = new ArrayList<>(cells);
        all.addAll(more.cells);
        return new Row(all, more.tail);
    }

    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
}
