package io.github.tiercel.training;

import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.compare.NonInferiority;
import io.github.tiercel.result.EpochComparison;
import io.github.tiercel.result.Progress;
import java.util.Optional;

/** Whether a gain is larger than the least one that counts, by more than chance. */
record GainTest(EarlyStopping rule, AlphaSpending spending) {

    /** Whether nothing of alpha is left for a look. */
    boolean isSpentAt(int look) {
        return spending.at(look) == 0;
    }

    /** Empty where no error of the difference is known. */
    Optional<EpochComparison> compare(int reference, int rows, Difference difference, int look) {
        if (difference.interval().isEmpty() || difference.standardError().isEmpty()) {
            return Optional.empty();
        }
        double alpha = spending.at(look);
        NonInferiority better = NonInferiority.of(difference, 0, alpha);
        NonInferiority overlooked = NonInferiority.of(difference, 0, rule.alpha());
        // No gain is no loss either: -0.0 + 0.0 is 0.0.
        return Optional.of(new EpochComparison(
                reference, rows, better.gain() + 0.0, better.lowerBound(), overlooked.upperBound(), alpha));
    }

    Progress progress(EpochComparison comparison) {
        if (comparison.lower() > rule.minDelta()) {
            return Progress.IMPROVED;
        }
        return comparison.upper() <= rule.minDelta() ? Progress.NOT_IMPROVED : Progress.UNDECIDED;
    }

    /** Beyond the least gain that counts, how much more it takes for a gain to show. */
    static double margin(EpochComparison comparison) {
        return comparison.gain() - comparison.lower();
    }

    /** Whether a gain that showed would not have, had it been half of what it is. */
    boolean isClose(EpochComparison comparison) {
        return comparison.gain() - rule.minDelta() < 2 * margin(comparison);
    }
}
