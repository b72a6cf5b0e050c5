package io.github.tiercel.gate;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.Verdict;
import java.util.Arrays;

/** How a rule holds a value against its limit. */
enum Inequality {
    AT_LEAST(">=") {
        @Override
        boolean holds(double value, double limit) {
            return value >= limit;
        }
    },
    AT_MOST("<=") {
        @Override
        boolean holds(double value, double limit) {
            return value <= limit;
        }
    },
    ABOVE(">") {
        @Override
        boolean holds(double value, double limit) {
            return value > limit;
        }
    },
    BELOW("<") {
        @Override
        boolean holds(double value, double limit) {
            return value < limit;
        }
    };

    private final String sign;

    Inequality(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** The comparison of a sign, which must be one of the four. */
    static Inequality ofSign(String sign) {
        return Arrays.stream(values())
                .filter(one -> one.sign.equals(sign))
                .findFirst()
                .orElseThrow();
    }

    abstract boolean holds(double value, double limit);

    /** A comparison is monotone, so both ends of an interval decide for all values between them. */
    Verdict judge(Interval interval, double limit) {
        boolean lower = holds(interval.lower(), limit);
        boolean upper = holds(interval.upper(), limit);
        if (lower != upper) {
            return Verdict.INCONCLUSIVE;
        }
        return lower ? Verdict.PASS : Verdict.FAIL;
    }
}
