package io.github.tiercel.cli.demo;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The flights that come with the command: those of January to April to learn from, those of May and June to evaluate
 * on.
 *
 * @param past to learn from
 * @param holdout labels of those to evaluate on, with a slice a month
 * @param features what models read of these
 */
record Flights(List<PastFlight> past, EvaluationSet holdout, Features<Flight> features) {

    /** The label of a flight more than 60 minutes late. */
    static final String LATE = "1";

    /** The label of the others. */
    static final String NOT_LATE = "0";

    private static final int FIRST_HELD_OUT = 5;
    private static final List<String> MONTHS = List.of("May", "June");

    static Flights of(Columns table) {
        FlightColumns columns = new FlightColumns(table);
        List<PastFlight> past = new ArrayList<>();
        List<Flight> future = new ArrayList<>();
        int[] heldOut = IntStream.range(0, table.rows())
                .filter(row -> columns.month(row) >= FIRST_HELD_OUT)
                .toArray();
        for (int row = 0; row < table.rows(); row++) {
            if (columns.month(row) < FIRST_HELD_OUT) {
                past.add(columns.past(row));
            }
        }
        for (int row : heldOut) {
            future.add(columns.flight(row));
        }
        return new Flights(
                past, labels(table.select(heldOut), months(columns, heldOut)), Features.of(future, Flight::digest));
    }

    private static TextColumn months(FlightColumns columns, int[] rows) {
        int[] codes = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            codes[i] = columns.month(rows[i]) - FIRST_HELD_OUT;
        }
        return TextColumn.wrap("month", codes, MONTHS);
    }

    private static EvaluationSet labels(Columns table, TextColumn months) {
        List<Column> columns = List.of(table.column("late"), table.column("id"), months);
        ColumnRoles roles = ColumnRoles.label("late").positive(LATE).id("id").slice("month");
        return EvaluationSet.from(Columns.of(table.source(), table.rows(), columns), roles);
    }
}
