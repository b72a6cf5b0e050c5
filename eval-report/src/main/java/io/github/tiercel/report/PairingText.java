package io.github.tiercel.report;

import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.ModelResult;

/** Whether a model and its baseline were compared row by row, in words. */
final class PairingText {

    private static final String UNPAIRED = "unpaired";

    private PairingText() {}

    /** {@return ", unpaired", to stand behind the baseline's name; nothing where any metric was compared row by row} */
    static String after(ModelResult model) {
        boolean paired = model.comparison().values().stream().anyMatch(Difference::paired);
        return paired || model.comparison().isEmpty() ? "" : ", " + UNPAIRED;
    }

    /** {@return " (unpaired)", to stand behind one difference; nothing behind a paired one} */
    static String after(Difference difference) {
        return difference.paired() ? "" : " (" + UNPAIRED + ")";
    }
}
