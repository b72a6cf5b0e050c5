package io.github.tiercel.gate;

import io.github.tiercel.data.UsageException;
import io.github.tiercel.metrics.Direction;

/** One gate rule. */
sealed interface Rule {

    String metric();

    Scope scope();

    /** The rule as text, applied to a scope. */
    String text(Scope where);

    /**
     * Whether the rule makes sense of a metric that improves this way.
     *
     * @throws IllegalArgumentException if it makes none
     */
    default void check(Direction direction) {}

    /** A metric against a number. */
    record Limit(String metric, Scope scope, Inequality comparator, double limit, String number) implements Rule {
        @Override
        public String text(Scope where) {
            return metric + where + " " + comparator.sign() + " " + number;
        }
    }

    /** A metric's difference from the baseline against a margin. */
    record NoWorse(String metric, Scope scope, double margin, String number) implements Rule {
        @Override
        public String text(Scope where) {
            return metric + where + " no-worse-than baseline by " + number;
        }

        @Override
        public void check(Direction direction) {
            if (direction == Direction.NEITHER) {
                throw new UsageException(
                        "GATE_RULE",
                        "Gate \"" + text(scope) + "\" cannot be decided: the ideal of "
                                + metric + " lies between its ends, so no model is worse by it. If it has an interval,"
                                + " bound it from both sides instead, with >= and <=.");
            }
        }
    }
}
