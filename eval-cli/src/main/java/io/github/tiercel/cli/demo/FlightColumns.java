package io.github.tiercel.cli.demo;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The columns of the file of flights, by row. Times are read once for each distinct one. */
final class FlightColumns {

    /** Every column but the delay. */
    static final List<String> NAMES =
            List.of("id", "date", "distance", "origin", "destination", "origin_delay", "late");

    private static final int DATE_LENGTH = 10;
    private static final int HOUR_START = 11;
    private static final int HOUR_END = 13;

    private final TextColumn dates;
    private final IntegerColumn distance;
    private final TextColumn origin;
    private final TextColumn destination;
    private final NumberColumn originDelay;
    private final Column late;
    private final List<Departure> departures = new ArrayList<>();

    FlightColumns(Columns columns) {
        dates = (TextColumn) columns.column("date");
        distance = (IntegerColumn) columns.column("distance");
        origin = (TextColumn) columns.column("origin");
        destination = (TextColumn) columns.column("destination");
        originDelay = (NumberColumn) columns.column("origin_delay");
        late = columns.column("late");
        dates.dictionary().forEach(time -> departures.add(departure(time)));
    }

    int month(int row) {
        return departures.get(dates.code(row)).month();
    }

    Flight flight(int row) {
        Departure departure = departures.get(dates.code(row));
        return new Flight(
                departure.hour(),
                departure.weekday(),
                origin.text(row),
                destination.text(row),
                (int) distance.value(row),
                originDelay.isMissing(row) ? Double.NaN : originDelay.value(row));
    }

    PastFlight past(int row) {
        return new PastFlight(flight(row), late.text(row).equals(Flights.LATE));
    }

    /** The reader writes times as in 2001-01-31T23:59:00. */
    private static Departure departure(String time) {
        LocalDate date = LocalDate.parse(time.substring(0, DATE_LENGTH));
        int hour = Integer.parseInt(time.substring(HOUR_START, HOUR_END));
        return new Departure(date.getMonthValue(), date.getDayOfWeek().getValue(), hour);
    }

    private record Departure(int month, int weekday, int hour) {}
}
