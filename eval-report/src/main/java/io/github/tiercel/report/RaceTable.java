package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.RaceComparison;
import io.github.tiercel.result.RaceEntry;
import io.github.tiercel.result.RaceResult;
import io.github.tiercel.result.RaceStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One row a candidate of a race, the best first. */
final class RaceTable {

    private static final int LEAST = 8;

    private RaceTable() {}

    static TextTable of(RaceResult race) {
        List<Column> columns = List.of(
                Column.left("model").shrinkingTo(LEAST),
                Column.left("status"),
                Column.right("rows"),
                Column.point(race.metric()),
                Column.point("gain on best"),
                Column.left("bounds"),
                Column.left("best then").shrinkingTo(LEAST));
        String first = race.entries().get(0).model();
        return new TextTable(
                columns, race.entries().stream().map(entry -> row(entry, first)).toList());
    }

    private static Row row(RaceEntry entry, String first) {
        Optional<RaceComparison> comparison = entry.comparison();
        return Row.of(
                Cell.of(entry.model()),
                new Cell(status(entry.status()), tone(entry.status())),
                Cell.of(String.format(Locale.ROOT, "%,d", entry.rows())),
                Cell.of(value(entry)),
                Cell.of(comparison
                        .map(known -> digits(known).signed(known.gain()))
                        .orElse("")),
                Cell.of(comparison
                        .map(known -> digits(known).signed(bounds(known)))
                        .orElse("")),
                Cell.of(comparison
                        .map(RaceComparison::best)
                        .filter(best -> !best.equals(first))
                        .orElse("")));
    }

    private static String value(RaceEntry entry) {
        return entry.value().isPresent()
                ? Digits.of(entry.value().getAsDouble(), Optional.empty())
                        .plain(entry.value().getAsDouble())
                : "";
    }

    /** So many that a bound below 0 does not read as 0. */
    private static Digits digits(RaceComparison known) {
        return Digits.of(known.gain(), Optional.of(bounds(known))).telling(0, known.lower(), known.upper());
    }

    private static Interval bounds(RaceComparison known) {
        return new Interval(known.lower(), known.upper(), 0.95, "race");
    }

    private static String status(RaceStatus status) {
        return switch (status) {
            case WON -> "won";
            case SURVIVED -> "survived";
            case DROPPED -> "dropped";
            case CUT_BY_BUDGET -> "cut by budget";
            case FAILED -> "failed";
        };
    }

    private static Tone tone(RaceStatus status) {
        return switch (status) {
            case WON -> Tone.GOOD;
            case SURVIVED, CUT_BY_BUDGET -> Tone.UNSURE;
            case DROPPED -> Tone.FAINT;
            case FAILED -> Tone.BAD;
        };
    }
}
