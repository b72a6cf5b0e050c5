package io.github.tiercel.report;

import io.github.tiercel.metrics.binary.ConfusionMatrix;
import java.util.List;

/** The four outcomes of yes-or-no predictions at a threshold. */
final class OutcomeTable {

    private OutcomeTable() {}

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

    private static Cell weight(double weight, Tone tone) {
        return new Cell(WeightText.of(weight), tone);
    }
}
