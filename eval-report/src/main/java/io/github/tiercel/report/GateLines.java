package io.github.tiercel.report;

import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** One line a gate, and below it the reason unless it passed. */
final class GateLines {

    private static final int LEAST_RULE = 20;
    private static final int REASON_INDENT = 14;

    private GateLines() {}

    static List<String> of(List<GateResult> gates, Layout layout) {
        TextTable table = new TextTable(
                List.of(Column.left(""), Column.left("").shrinkingTo(LEAST_RULE), Column.point(""), Column.left("")),
                gates.stream().map(GateLines::row).toList());
        List<String> rows = table.lines(layout);
        List<String> lines = new ArrayList<>();
        for (int g = 0; g < gates.size(); g++) {
            lines.add(rows.get(g));
            lines.addAll(reason(gates.get(g), layout));
        }
        return lines;
    }

    static Row row(GateResult gate) {
        Digits digits = digits(gate);
        return Row.of(
                new Cell(gate.verdict().name(), Tone.of(gate.verdict())),
                Cell.of(gate.rule()),
                number(gate.value(), digits),
                EstimateColumns.cell(digits, gate.interval()));
    }

    /** A number that is not the limit must not look like it, or the verdict would seem wrong. */
    private static Digits digits(GateResult gate) {
        double[] shown = DoubleStream.concat(
                        gate.value().stream(),
                        gate.interval().stream().flatMapToDouble(ends -> DoubleStream.of(ends.lower(), ends.upper())))
                .toArray();
        return Digits.of(gate.value().orElse(gate.limit()), gate.interval()).telling(gate.limit(), shown);
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
