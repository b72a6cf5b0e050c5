package io.github.tiercel.gate;

/** One gate rule. */
sealed interface Rule {

    String metric();

    Scope scope();

    /** The rule as text, applied to a scope. */
    String text(Scope where);

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
    }
}
