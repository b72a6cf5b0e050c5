package io.github.tiercel.report;

import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.ModelResult;
import java.util.List;
import java.util.Locale;

/** Who was evaluated, on how much, and against whom. */
final class Header {

    private static final String GAP = "   ";
    private static final int LEAST_NAME = 12;
    private static final int MOST_BASELINE = 24;
    private static final int MOST_TIER = 12;

    private Header() {}

    /** {@return one line, or two where the screen is too narrow for the baseline} */
    static List<String> of(ModelResult model, Layout layout) {
        String facts = GAP + rows(model) + GAP + cut(model.tier(), MOST_TIER) + " tier";
        String against = against(model);
        String name = DisplayText.escaped(model.model());
        int taken = DisplayText.width(facts + against);
        if (DisplayText.width(name) + taken <= layout.width()) {
            return List.of(strong(name, layout) + facts + against);
        }
        int room = Math.max(LEAST_NAME, layout.width() - DisplayText.width(facts));
        String first = strong(DisplayText.cut(name, room), layout) + facts;
        return against.isEmpty() ? List.of(first) : List.of(first, against);
    }

    private static String strong(String name, Layout layout) {
        return name.isEmpty() ? "" : layout.style().paint(Tone.STRONG, name);
    }

    /** {@return how many rows, and how many of them are positive} */
    static String rows(ModelResult model) {
        if (model.isSample()) {
            // Rare classes are oversampled, so a share of the sampled rows would pass for a prevalence and is none.
            return format("%,d of %s, %,d positive", model.rows(), rows(model.rowsTotal()), model.positives());
        }
        return format("%s, %,d positive", rows(model.rows()), model.positives()) + share(model);
    }

    private static String rows(int number) {
        return format(number == 1 ? "%,d row" : "%,d rows", number);
    }

    private static String share(ModelResult model) {
        double percent = 100.0 * model.positives() / model.rows();
        if (model.rows() == 0) {
            return "";
        }
        return format(percent < 1 ? " (%.2f %%)" : " (%.1f %%)", percent);
    }

    private static String against(ModelResult model) {
        return model.baseline()
                .map(BaselineResult::name)
                .map(name -> GAP + "baseline " + cut(name, MOST_BASELINE))
                .orElse("");
    }

    private static String cut(String name, int columns) {
        return DisplayText.cut(DisplayText.escaped(name), columns);
    }

    private static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
