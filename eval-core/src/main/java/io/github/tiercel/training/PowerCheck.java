package io.github.tiercel.training;

import io.github.tiercel.result.EpochComparison;
import io.github.tiercel.result.Notice;
import java.util.Locale;
import java.util.Optional;

/**
 * Says once when the rows cannot resolve the least gain that counts: when gains below twice that would not show. It
 * goes by the first epoch that has not improved, since early epochs differ from each other by more than later ones.
 */
final class PowerCheck {

    private final EarlyStopping rule;
    private final int allRows;
    private boolean isDone;

    PowerCheck(EarlyStopping rule, int allRows) {
        this.rule = rule;
        this.allRows = allRows;
    }

    Optional<Notice> notice(EpochComparison comparison) {
        if (isDone || rule.minDelta() == 0) {
            return Optional.empty();
        }
        isDone = true;
        double margin = GainTest.margin(comparison);
        return margin > rule.minDelta() ? Optional.of(notice(comparison.rows(), margin)) : Optional.empty();
    }

    private Notice notice(int rows, double margin) {
        double ratio = margin / rule.minDelta();
        double needed = Math.ceil(rows * ratio * ratio);
        return new Notice(
                "MIN_DELTA_UNRESOLVED",
                String.format(
                        Locale.ROOT,
                        "On %,d rows a gain of %s shows only where it exceeds minDelta, %s, by more than %.2g. %s",
                        rows,
                        rule.monitor(),
                        LeastGain.text(rule.minDelta()),
                        margin,
                        needed > allRows
                                ? String.format(
                                        Locale.ROOT,
                                        "It would take about %,.0f rows to resolve minDelta itself, and there are %,d: set"
                                                + " a larger one.",
                                        needed,
                                        allRows)
                                : String.format(
                                        Locale.ROOT,
                                        "About %,.0f rows would resolve minDelta itself; the tier takes more by itself"
                                                + " before training stops.",
                                        needed)));
    }
}
