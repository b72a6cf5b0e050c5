package io.github.tiercel.report;

import io.github.tiercel.gate.GateRepeats;
import io.github.tiercel.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The self-test of gates as text for a terminal: one line a gate, with what it says and how often it would say what of
 * an equally good model on other rows.
 *
 * <p>Names and rules may hold anything: what would break a line is escaped. Lines end in a line feed. The text depends
 * on the arguments alone; all methods may be called from any thread.
 *
 * <pre>{@code
 * System.out.print(GateRepeatsText.render(gates.selfTest(result), ResultTable.DEFAULT_WIDTH, Style.PLAIN));
 * }</pre>
 *
 * @since 0.1
 */
public final class GateRepeatsText {

    private static final int LEAST = 16;
    private static final double PERCENT = 100;

    private GateRepeatsText() {}

    /**
     * {@return the self-test as text}
     *
     * @param tested the gates, those of one model one after the other
     * @param width columns of the screen, at least 40
     * @param style whether there are colours
     * @throws IllegalArgumentException if {@code width} is below 40
     */
    public static String render(List<GateRepeats> tested, int width, Style style) {
        return render(tested, "From standard errors, so about.", width, style);
    }

    /**
     * {@return the self-test as text}
     *
     * @param tested the gates, those of one model one after the other
     * @param draws how often rows were drawn anew to count what gates say
     * @param width columns of the screen, at least 40
     * @param style whether there are colours
     * @throws IllegalArgumentException if {@code width} is below 40
     */
    public static String render(List<GateRepeats> tested, int draws, int width, Style style) {
        String counted = String.format(
                Locale.ROOT,
                "Counted over %,d draws of the rows, so to about %.1f points; from standard errors where an interval takes"
                        + " the bootstrap.",
                draws,
                PERCENT * Math.sqrt(0.25 / draws));
        return render(tested, counted, width, style);
    }

    private static String render(List<GateRepeats> tested, String source, int width, Style style) {
        Layout layout = new Layout(width, style);
        List<String> lines = new ArrayList<>(table(tested).lines(layout));
        lines.addAll(Paragraph.lines(meaning(tested) + " " + source, "", 0, width));
        return String.join("\n", lines) + "\n";
    }

    private static TextTable table(List<GateRepeats> tested) {
        boolean several = tested.stream().map(GateRepeats::model).distinct().count() > 1;
        List<Column> columns = List.of(
                Column.left("gate").shrinkingTo(LEAST),
                Column.left("says"),
                Column.right("PASS"),
                Column.right("INCONCLUSIVE"),
                Column.right("FAIL"),
                Column.right("flips"));
        return new TextTable(
                columns, tested.stream().map(gate -> row(gate, several)).toList());
    }

    private static Row row(GateRepeats repeats, boolean several) {
        Verdict verdict = repeats.gate().verdict();
        String rule = (several ? repeats.model() + ": " : "") + repeats.gate().rule();
        Row row = Row.of(Cell.of(rule), new Cell(verdict.name(), Tone.of(verdict)));
        return repeats.rates()
                .map(rates -> row.then(Row.of(
                        Cell.of(percent(rates.pass())),
                        Cell.of(percent(rates.inconclusive())),
                        Cell.of(percent(rates.fail())),
                        Cell.of(flips(repeats.flips())))))
                .orElseGet(() -> row.ending(
                        repeats.gate().unit().isPresent()
                                ? "of serving, which other rows do not change"
                                : "no standard error to go by"));
    }

    private static String flips(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : "";
    }

    /** Neither "never" nor "always" is known. */
    private static String percent(double share) {
        if (share < 0.0005) {
            return "< 0.1 %";
        }
        return share > 0.9995 ? "> 99.9 %" : String.format(Locale.ROOT, "%.1f %%", PERCENT * share);
    }

    private static String meaning(List<GateRepeats> tested) {
        boolean compares = tested.stream().anyMatch(GateRepeats::againstBaseline);
        boolean limits = tested.stream().anyMatch(gate -> !gate.againstBaseline());
        return "How often each gate would say what of an equally good model on as many other rows"
                + (limits ? "; against a number, of one as good as observed" : "")
                + (compares
                        ? "; against the baseline, of one exactly as good as it: FAIL is a false alarm then, PASS the"
                                + " power of the gate"
                        : "")
                + ".";
    }
}
