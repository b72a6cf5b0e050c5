package io.github.tiercel.report;

import io.github.tiercel.result.ParityResult;
import io.github.tiercel.result.ParityRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows to look at where scores differ, with what the models read of them. */
final class ParityRowsTable {

    private static final int MOST = 5;
    private static final int LEAST = 7;
    private static final int MOST_NAME = 14;
    private static final int FEWEST_DECIMALS = 4;
    private static final int MOST_DECIMALS = 17;

    private final ParityResult result;
    private final Layout layout;

    ParityRowsTable(ParityResult result, Layout layout) {
        this.result = result;
        this.layout = layout;
    }

    /** {@return the first rows beyond the tolerance, and the worst ones where these are others} */
    List<List<String>> blocks() {
        List<ParityRow> first = result.firstRows().stream().limit(MOST).toList();
        List<ParityRow> worst = result.worstRows().stream().limit(MOST).toList();
        List<List<String>> blocks = new ArrayList<>();
        blocks.add(block("first rows beyond the tolerance", first));
        if (!List.copyOf(first).containsAll(worst)) {
            blocks.add(block("rows that differ most", worst));
        }
        return blocks;
    }

    private List<String> block(String title, List<ParityRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Column> columns = List.of(
                Column.right("row"),
                Column.left("id").shrinkingTo(LEAST),
                Column.left(name(result.reference())),
                Column.left(name(result.served())),
                Column.left("difference"),
                Column.left(""),
                Column.left("").shrinkingTo(LEAST));
        List<String> lines = new ArrayList<>(List.of(layout.style().paint(Tone.STRONG, title)));
        lines.addAll(
                new TextTable(columns, rows.stream().map(ParityRowsTable::row).toList()).lines(layout));
        return lines;
    }

    private static String name(String model) {
        return DisplayText.cut(DisplayText.escaped(model), MOST_NAME);
    }

    private static Row row(ParityRow row) {
        return Row.of(
                Cell.of(String.format(Locale.ROOT, "%,d", row.row())),
                Cell.of(row.key().orElse("")),
                Cell.of(scores(row.reference(), row.gap())),
                Cell.of(scores(row.served(), row.gap())),
                Cell.of(Digits.of(row.gap(), Optional.empty()).plain(row.gap())),
                row.flipped() ? new Cell("flips", Tone.BAD) : Cell.EMPTY,
                Cell.of(features(row)));
    }

    /** With two digits of what they differ by. */
    private static String scores(List<Double> scores, double gap) {
        int decimals = Double.isFinite(gap) && gap > 0 ? 1 - (int) Math.floor(Math.log10(gap)) : FEWEST_DECIMALS;
        int shown = Math.max(FEWEST_DECIMALS, Math.min(MOST_DECIMALS, decimals));
        return scores.stream()
                .map(score -> Double.isInfinite(score)
                        ? (score > 0 ? "inf" : "-inf")
                        : String.format(Locale.ROOT, "%." + shown + "f", score))
                .collect(Collectors.joining(" "));
    }

    /** What both sides read, and beside it what the served one reads otherwise. */
    private static String features(ParityRow row) {
        Map<String, String> others = new TreeMap<>(row.servedFeatures());
        List<String> features = new ArrayList<>();
        row.features().forEach((name, value) -> {
            String other = others.remove(name);
            features.add(name + "=" + value + (other == null ? "" : " (served " + other + ")"));
        });
        others.forEach((name, value) -> features.add(name + " served " + value));
        return String.join(", ", features);
    }
}
