package io.github.tiercel.report;

import io.github.tiercel.metrics.binary.ConfusionMatrix;
import java.util.List;
import java.util.Locale;

/** The four outcomes at a threshold. */
final class ConfusionTable {

    private ConfusionTable() {}

    static TextTable of(ConfusionMatrix matrix) {
        return new TextTable(
                List.of(Column.left(""), Column.right("predicted positive"), Column.right("predicted negative")),
                List.of(
                        Row.of(
                                Cell.of("actually positive"),
                                weight(matrix.truePositives(), Tone.GOOD),
                                weight(matrix.falseNegatives(), Tone.BAD)),
                        Row.of(
                                Cell.of("actually negative"),
                                weight(matrix.falsePositives(), Tone.BAD),
                                weight(matrix.trueNegatives(), Tone.GOOD))));
    }

    /** Without weights these are counts; with weights, a tenth of a row is enough. */
    private static Cell weight(double weight, Tone tone) {
        if (!(Math.abs(weight) < 1e15)) {
            return Cell.of(new Digits(1).plain(weight));
        }
        String pattern = weight == Math.rint(weight) ? "%,.0f" : "%,.1f";
        return new Cell(String.format(Locale.ROOT, pattern, weight), tone);
    }
}
