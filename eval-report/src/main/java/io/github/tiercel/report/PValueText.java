package io.github.tiercel.report;

import io.github.tiercel.gate.AdjustedPValues;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.ModelResult;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A p-value as people read it: to three digits, and below that as so small; and for how many tests it is adjusted. */
final class PValueText {

    /** Headings of columns: what their p-values are adjusted by. */
    static final String HOLM = "p, Holm";

    static final String BENJAMINI_HOCHBERG = "p, BH";
    static final String RAW = "p, raw";

    /** What stands behind one that is not adjusted, in a column of those that are. */
    private static final String NOT_ADJUSTED = "°";

    private static final double SMALLEST = 0.001;

    private PValueText() {}

    static Cell cell(OptionalDouble pValue) {
        return pValue.isPresent() ? Cell.of(of(pValue.getAsDouble())) : Cell.EMPTY;
    }

    static String of(double pValue) {
        return pValue < SMALLEST ? "<0.001" : String.format(Locale.ROOT, "%.3f", pValue);
    }

    /** {@return the heading of the p-values of metrics} */
    static String heading(AdjustedPValues adjusted) {
        return adjusted.hasFamily() ? HOLM : RAW;
    }

    /**
     * {@return the p-value of a metric: adjusted if a gate names it, else as it is, with a mark among adjusted ones}
     */
    static Cell cell(Difference difference, AdjustedPValues adjusted) {
        OptionalDouble ofFamily = adjusted.of(difference.metric());
        if (ofFamily.isPresent() || !adjusted.hasFamily() || difference.pValue().isEmpty()) {
            return cell(ofFamily.isPresent() ? ofFamily : difference.pValue());
        }
        return Cell.of(of(difference.pValue().getAsDouble()) + NOT_ADJUSTED);
    }

    /** {@return what the p-values of a model's metrics are adjusted for; empty where it has none} */
    static Optional<String> note(ModelResult model) {
        AdjustedPValues adjusted = AdjustedPValues.of(model);
        long all = model.comparison().values().stream()
                .filter(difference -> difference.pValue().isPresent())
                .count();
        if (all == 0) {
            return Optional.empty();
        }
        if (!adjusted.hasFamily()) {
            return Optional.of(RAW + ": of each metric by itself, not adjusted for how many are read");
        }
        boolean some = model.comparison().values().stream()
                .anyMatch(difference -> difference.pValue().isPresent()
                        && adjusted.of(difference.metric()).isEmpty());
        return Optional.of(HOLM + ": adjusted by Holm over the metrics that gates name"
                + (some ? "; " + NOT_ADJUSTED + ": not adjusted, of a metric that none names" : ""));
    }
}
