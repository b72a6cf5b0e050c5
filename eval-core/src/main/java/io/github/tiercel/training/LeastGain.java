package io.github.tiercel.training;

import java.math.BigDecimal;

/** The least gain that counts, as texts show it. */
final class LeastGain {

    private LeastGain() {}

    /** As it was written down: 0.0003, not 3.0E-4. */
    static String text(double minDelta) {
        return BigDecimal.valueOf(minDelta).stripTrailingZeros().toPlainString();
    }

    /** What follows "has not improved for 3 epochs". */
    static String suffix(double minDelta) {
        return minDelta > 0 ? " by more than " + text(minDelta) : "";
    }
}
