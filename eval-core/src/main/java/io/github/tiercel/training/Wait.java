package io.github.tiercel.training;

import io.github.tiercel.result.EpochComparison;
import io.github.tiercel.result.Progress;
import java.util.Locale;
import java.util.Optional;

/** The evaluations since the last one that improved, and the best of them. One thread. */
final class Wait {

    private final EarlyStopping rule;
    private int waited;
    private Progress best = Progress.NOT_IMPROVED;
    private double bestGain = Double.NEGATIVE_INFINITY;
    private double margin;

    Wait(EarlyStopping rule) {
        this.rule = rule;
    }

    void begin() {
        waited = 0;
        onMoreRows();
    }

    /** What fewer rows could not tell says nothing of what more can. */
    void onMoreRows() {
        best = Progress.NOT_IMPROVED;
        bestGain = Double.NEGATIVE_INFINITY;
    }

    void withoutValue() {
        waited++;
    }

    void without(Progress progress, Optional<EpochComparison> comparison) {
        waited++;
        // An epoch whose gain has no known error may be any good.
        double gain = comparison.map(EpochComparison::gain).orElse(Double.POSITIVE_INFINITY);
        if (gain > bestGain) {
            bestGain = gain;
            best = progress;
            margin = comparison.map(GainTest::margin).orElse(Double.NaN);
        }
    }

    boolean isOver() {
        return waited >= rule.patience();
    }

    /** Whether even the best is not better by the least gain that counts. */
    boolean isInVain() {
        return best == Progress.NOT_IMPROVED;
    }

    String inVain() {
        return rule.monitor() + " has not improved for " + waited + (waited == 1 ? " evaluation" : " evaluations")
                + LeastGain.suffix(rule.minDelta());
    }

    String limitedByNoise(int rows) {
        return inVain()
                + (Double.isNaN(margin)
                        ? String.format(Locale.ROOT, ", as far as %,d rows can tell", rows)
                        : String.format(
                                Locale.ROOT,
                                ", as far as %,d rows can tell: a gain below %.2g would not show",
                                rows,
                                rule.minDelta() + margin));
    }
}
