package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.ScoreGroups;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Chooses among the observed scores. */
final class BestThreshold {

    private BestThreshold() {}

    /** The threshold of the largest value, the highest of several; a group of NaN is no choice. */
    static Optional<ThresholdChoice> of(ScoreGroups groups, IntToDoubleFunction valueThrough) {
        int best = -1;
        double bestValue = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < groups.size(); g++) {
            double value = valueThrough.applyAsDouble(g);
            if (value > bestValue) {
                best = g;
                bestValue = value;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new ThresholdChoice(groups.score(best), bestValue));
    }
}
