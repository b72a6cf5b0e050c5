package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.GateUnit;
import io.github.tiercel.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** One line a gate, more where its rule takes them, and below it the reason unless it passed. */
final class GateLines {

    private static final int LEAST_RULE = 20;
    private static final int REASON_INDENT = 14;

    private GateLines() {}

    static List<String> of(List<GateResult> gates, Layout layout) {
        TextTable whole = table(gates.stream().map(GateLines::row).toList());
        int ofVerdict = whole.width(0, layout.width());
        int ofRule = whole.width(1, layout.width());
        List<List<String>> rules = gates.stream()
                .map(gate -> Paragraph.lines(gate.rule(), "", 0, Math.max(1, ofRule)))
                .toList();
        List<Row> firstLines = new ArrayList<>();
        for (int g = 0; g < gates.size(); g++) {
            List<Cell> cells = new ArrayList<>(row(gates.get(g)).cells());
            cells.set(1, Cell.of(rules.get(g).get(0)));
            firstLines.add(new Row(cells, Cell.EMPTY));
        }
        List<String> rows = table(firstLines).lines(layout);
        List<String> lines = new ArrayList<>();
        for (int g = 0; g < gates.size(); g++) {
            lines.add(rows.get(g));
            rules.get(g).stream()
                    .skip(1)
                    .map(rest -> " ".repeat(ofVerdict + 2) + rest)
                    .forEach(lines::add);
            lines.addAll(reason(gates.get(g), layout));
        }
        return lines;
    }

    private static TextTable table(List<Row> rows) {
        return new TextTable(
                List.of(Column.left(""), Column.left("").shrinkingTo(LEAST_RULE), Column.point(""), Column.left("")),
                rows);
    }

    static Row row(GateResult gate) {
        Numbers numbers = Numbers.of(gate);
        Digits digits = numbers.digits();
        return Row.of(
                new Cell(gate.verdict().name(), Tone.of(gate.verdict())),
                Cell.of(gate.rule()),
                number(numbers.value(), digits),
                Cell.of(Stream.concat(
                                numbers.unit().stream()
                                        .filter(unit -> gate.value().isPresent()),
                                numbers.interval().map(digits::plain).stream())
                        .collect(Collectors.joining(" "))));
    }

    /** What a gate holds against each other, in the unit that people read: bytes are too many. */
    private record Numbers(OptionalDouble value, Optional<Interval> interval, double limit, Optional<String> unit) {

        private static final double MEBIBYTE = 1 << 20;

        static Numbers of(GateResult gate) {
            return gate.unit().equals(Optional.of(GateUnit.BYTES))
                    ? new Numbers(
                            gate.value().stream().map(bytes -> bytes / MEBIBYTE).findFirst(),
                            gate.interval(),
                            gate.limit() / MEBIBYTE,
                            Optional.of("MiB"))
                    : new Numbers(
                            gate.value(),
                            gate.interval(),
                            gate.limit(),
                            gate.unit().map(GateUnit::symbol));
        }

        /** A number that is not the limit must not look like it, or the verdict would seem wrong. */
        Digits digits() {
            double[] shown = DoubleStream.concat(
                            value.stream(),
                            interval.stream().flatMapToDouble(ends -> DoubleStream.of(ends.lower(), ends.upper())))
                    .toArray();
            double observed = value.orElse(limit);
            Digits digits = unit.isPresent() ? Digits.ofSkewed(observed, interval) : Digits.of(observed, interval);
            return digits.telling(limit, shown);
        }
    }

    private static Cell number(OptionalDouble value, Digits digits) {
        return value.isPresent() ? Cell.of(digits.plain(value.getAsDouble())) : Cell.EMPTY;
    }

    private static List<String> reason(GateResult gate, Layout layout) {
        if (gate.verdict() == Verdict.PASS) {
            return List.of();
        }
        return Paragraph.lines(gate.explanation(), " ".repeat(REASON_INDENT), REASON_INDENT, layout.width());
    }
}
