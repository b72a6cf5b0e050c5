package io.github.tiercel.gate;

import io.github.tiercel.data.UsageException;
import io.github.tiercel.evaluation.ServingDemand;
import io.github.tiercel.metrics.Direction;

/** One gate rule. */
sealed interface Rule {

    /** The rule as the command takes it. */
    String text();

    /** A rule about a metric, on all rows or on slices. */
    sealed interface OfMetric extends Rule {

        String metric();

        Scope scope();

        /** The rule as text, applied to a scope. */
        String text(Scope where);

        @Override
        default String text() {
            return text(scope());
        }

        /**
         * Whether the rule makes sense of a metric that improves this way.
         *
         * @throws IllegalArgumentException if it makes none
         */
        default void check(Direction direction) {}
    }

    /**
     * A limit on how a model behaves in service.
     *
     * @param limit in the quantity's unit
     * @param amount the limit as written, with its unit
     */
    record OfServing(ServingDemand demand, Inequality comparator, double limit, String amount) implements Rule {
        @Override
        public String text() {
            return demand + " " + comparator.sign() + " " + amount;
        }
    }

    /** A metric against a number. */
    record Limit(String metric, Scope scope, Inequality comparator, double limit, String number) implements OfMetric {
        @Override
        public String text(Scope where) {
            return metric + where + " " + comparator.sign() + " " + number;
        }
    }

    /** A metric's difference from the baseline against a margin. */
    record NoWorse(String metric, Scope scope, double margin, String number) implements OfMetric {
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
