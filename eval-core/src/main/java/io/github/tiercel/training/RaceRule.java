package io.github.tiercel.training;

import java.util.OptionalLong;

/**
 * Who leaves a race.
 *
 * @param alpha the probability of dropping one that is as good as any
 * @param survivors how many may be left at the end
 * @param budget the rows that candidates may score in all
 */
record RaceRule(double alpha, int survivors, OptionalLong budget) {

    RaceRule {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must be in (0, 0.5), got " + alpha);
        }
        if (survivors < 1) {
            throw new IllegalArgumentException("survivors must be at least 1, got " + survivors);
        }
        if (budget.orElse(1) < 1) {
            throw new IllegalArgumentException("the row budget must be at least 1, got " + budget.getAsLong());
        }
    }

    /** Bonferroni's share: one candidate has so many others to lose to, at so many looks. */
    double alphaOfComparison(int candidates, int looks) {
        return alpha / ((candidates - 1.0) * looks);
    }
}
