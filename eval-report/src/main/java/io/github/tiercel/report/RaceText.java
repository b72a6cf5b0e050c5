package io.github.tiercel.report;

import io.github.tiercel.result.RaceEntry;
import io.github.tiercel.result.RaceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A race of several candidates as text for a terminal: one line a candidate, the best first, what failed, why the race
 * ended, and how many rows it took.
 *
 * <p>A gain is against the best of that time, with both bounds, each at the level that pays for all comparisons; who is
 * compared with another candidate than the first of the table has that one's name beside it. Names may hold anything:
 * what would break a line is escaped. Lines end in a line feed. The text depends on the arguments alone; all methods
 * may be called from any thread.
 *
 * <pre>{@code
 * System.out.print(RaceText.render(race));
 * }</pre>
 *
 * @since 0.1
 */
public final class RaceText {

    private RaceText() {}

    /**
     * {@return the race as plain text, {@value ResultTable#DEFAULT_WIDTH} columns wide}
     *
     * @param race what a race found
     */
    public static String render(RaceResult race) {
        return render(race, ResultTable.DEFAULT_WIDTH, Style.PLAIN);
    }

    /**
     * {@return the race as text}
     *
     * @param race what a race found
     * @param width columns of the screen, at least 40
     * @param style whether there are colours
     * @throws IllegalArgumentException if {@code width} is below 40
     */
    public static String render(RaceResult race, int width, Style style) {
        Layout layout = new Layout(width, style);
        List<String> lines = new ArrayList<>(RaceTable.of(race).lines(layout));
        race.entries().forEach(entry -> lines.addAll(failure(entry, layout)));
        lines.addAll(Paragraph.lines("ended: " + race.end() + ".", "", 2, width));
        lines.addAll(Paragraph.lines(rows(race), "", 2, width));
        InferenceText.of(race.inference())
                .ifPresent(text -> lines.addAll(Paragraph.lines("inference   " + text, "", 2, width)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> failure(RaceEntry entry, Layout layout) {
        return entry.failure()
                .map(why -> Paragraph.lines("failed: " + entry.model() + ": " + why, "", 2, layout.width()))
                .orElse(List.of());
    }

    private static String rows(RaceResult race) {
        return String.format(
                Locale.ROOT,
                "%,d rows scored, of %,d that full evaluations of all candidates would have taken (%.1f %%).",
                race.rowsScored(),
                race.rowsOfAll(),
                100.0 * race.rowsScored() / race.rowsOfAll());
    }
}
