package io.github.tiercel.report;

import io.github.tiercel.result.InferenceCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What it took to have the scores of models, in one sentence without a full stop. Safe for use by several threads.
 *
 * <pre>{@code
 * InferenceText.of(job.result().join().cost()).ifPresent(System.out::println);
 * }</pre>
 *
 * @since 0.1
 */
public final class InferenceText {

    /** Below this share, waiting for data is no news. */
    private static final double NOTABLE_WAIT = 0.1;

    private InferenceText() {}

    /**
     * {@return for example {@code 78,543 rows: 12,345 inferred in 612 ms, 66,198 reused (saved 3.1 s)}; empty without
     * rows}
     *
     * @param cost what it took
     */
    public static Optional<String> of(InferenceCost cost) {
        long rows = cost.rowsInferred() + cost.rowsReused();
        if (rows + cost.rowsChecked() <= 0) {
            return Optional.empty();
        }
        return Optional.of(rows(rows) + ": " + String.join(", ", parts(cost)) + waiting(cost));
    }

    private static List<String> parts(InferenceCost cost) {
        List<String> parts = new ArrayList<>();
        if (cost.rowsInferred() > 0) {
            parts.add(count(cost.rowsInferred()) + " inferred in " + DurationText.of(cost.millis()));
        }
        if (cost.rowsReused() > 0) {
            parts.add(count(cost.rowsReused()) + " reused" + saved(cost));
        }
        if (cost.rowsChecked() > 0) {
            parts.add(count(cost.rowsChecked()) + " checked again");
        }
        return parts;
    }

    private static String saved(InferenceCost cost) {
        return cost.savedMillis() > 0 ? " (saved " + DurationText.of(cost.savedMillis()) + ")" : "";
    }

    private static String waiting(InferenceCost cost) {
        double share = cost.waitingMillis() / cost.millis();
        if (!(share > NOTABLE_WAIT && share <= 1)) {
            return "";
        }
        return "; the model waited " + DurationText.of(cost.waitingMillis()) + " for data";
    }

    private static String rows(long number) {
        return count(number) + (number == 1 ? " row" : " rows");
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
