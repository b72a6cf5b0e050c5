package io.github.tiercel.training;

import java.util.OptionalInt;

/**
 * How much of the probability of a false improvement each look may use up, so that all of them together use at most
 * alpha.
 *
 * @param looks how many there will be, if that is known
 */
record AlphaSpending(double alpha, OptionalInt looks) {

    /** The sum of 1/k² over all k is pi²/6. */
    private static final double OPEN_HORIZON = 6 / (Math.PI * Math.PI);

    /** The first epoch has nothing to be compared with, and the warm-up, which holds it, is not. */
    static AlphaSpending over(EarlyStopping rule, OptionalInt epochs) {
        return new AlphaSpending(
                rule.alpha(),
                epochs.isPresent()
                        ? OptionalInt.of(Math.max(0, epochs.getAsInt() - Math.max(1, rule.warmUp())))
                        : OptionalInt.empty());
    }

    /** The share of a look, counted from 1; 0 beyond those that were known of, which have spent it all. */
    double at(int look) {
        if (looks.isEmpty()) {
            return alpha * OPEN_HORIZON / look / look;
        }
        return look <= looks.getAsInt() ? alpha / looks.getAsInt() : 0;
    }
}
