package io.github.tiercel.gate;

import io.github.tiercel.metrics.Metric;
import java.util.Optional;

/**
 * One rule that a model must satisfy, as {@link Gates} judges it.
 *
 * <p>Made piece by piece, or read from the text that the command takes; both say the same, and {@link #toString()} is
 * that text. What the text cannot say, such as a column whose name holds {@code =}, is refused.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * Gates gates = Gates.of(
 *         Gate.metric("roc_auc").atLeast(0.95),
 *         Gate.metric("roc_auc").on("country").atLeast(0.9),
 *         Gate.metric("log_loss").noWorseThanBaseline(0.002),
 *         Gate.parse("recall@country=de >= 0.6"));
 * }</pre>
 *
 * @since 0.1
 */
public final class Gate {

    private final Rule rule;

    private Gate(Rule rule) {
        this.rule = rule;
    }

    /**
     * {@return a gate read from text}
     *
     * @param rule {@code METRIC[@COLUMN[=VALUE]] >=|>|<=|< NUMBER} or {@code METRIC[@COLUMN[=VALUE]] no-worse-than
     *     baseline by MARGIN}
     * @throws io.github.tiercel.data.UsageException if it is no rule; the message quotes it and says how to write one
     */
    public static Gate parse(String rule) {
        return new Gate(RuleParser.parse(rule));
    }

    /**
     * {@return what a gate says of a metric on all rows, to be completed by a limit}
     *
     * @param name the metric's name, for example {@code "roc_auc"}
     */
    public static Subject metric(String name) {
        return new Subject(name, Scope.ALL);
    }

    /**
     * {@return what a gate says of a metric on all rows, to be completed by a limit}
     *
     * @param metric gives its name
     */
    public static Subject metric(Metric<?> metric) {
        return metric(metric.name());
    }

    Rule rule() {
        return rule;
    }

    /** {@return the rule as the command takes it} */
    @Override
    public String toString() {
        return rule.text(rule.scope());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Gate gate && rule.equals(gate.rule);
    }

    @Override
    public int hashCode() {
        return rule.hashCode();
    }

    /**
     * A metric on all rows, on every value of a column, or on one value. Immutable.
     *
     * @since 0.1
     */
    public static final class Subject {

        private final String metric;
        private final Scope scope;

        private Subject(String metric, Scope scope) {
            this.metric = metric;
            this.scope = scope;
        }

        /**
         * {@return the metric on every value of a column that has enough rows}
         *
         * @param column a column that the rows are sliced by
         */
        public Subject on(String column) {
            return new Subject(metric, new Scope(Optional.of(column), Optional.empty()));
        }

        /**
         * {@return the metric on one value of a column}
         *
         * @param column a column that the rows are sliced by
         * @param value the value
         */
        public Subject on(String column, String value) {
            return new Subject(metric, new Scope(Optional.of(column), Optional.of(value)));
        }

        /**
         * {@return a gate that the metric passes at this number or above}
         *
         * @param limit a finite number
         * @throws IllegalArgumentException if the limit is not finite, or text cannot say the names
         */
        public Gate atLeast(double limit) {
            return against(Inequality.AT_LEAST, limit);
        }

        /**
         * {@return a gate that the metric passes at this number or below}
         *
         * @param limit a finite number
         * @throws IllegalArgumentException if the limit is not finite, or text cannot say the names
         */
        public Gate atMost(double limit) {
            return against(Inequality.AT_MOST, limit);
        }

        /**
         * {@return a gate that the metric passes above this number}
         *
         * @param limit a finite number
         * @throws IllegalArgumentException if the limit is not finite, or text cannot say the names
         */
        public Gate above(double limit) {
            return against(Inequality.ABOVE, limit);
        }

        /**
         * {@return a gate that the metric passes below this number}
         *
         * @param limit a finite number
         * @throws IllegalArgumentException if the limit is not finite, or text cannot say the names
         */
        public Gate below(double limit) {
            return against(Inequality.BELOW, limit);
        }

        /**
         * {@return a gate that a model passes if it is proved to be worse than the baseline by at most a margin}
         *
         * @param margin in units of the metric, at least 0
         * @throws IllegalArgumentException if the margin is negative or not finite, or text cannot say the names
         */
        public Gate noWorseThanBaseline(double margin) {
            return said(new Rule.NoWorse(metric, scope, margin, Double.toString(margin)));
        }

        private Gate against(Inequality comparator, double limit) {
            return said(new Rule.Limit(metric, scope, comparator, limit, Double.toString(limit)));
        }

        /** A result holds its gates as text, and judges them again by it. */
        private Gate said(Rule rule) {
            String text = rule.text(scope);
            if (!RuleParser.parse(text).equals(rule)) {
                throw new IllegalArgumentException(
                        "Gate \"" + text + "\" would be read as something else. Name a metric"
                                + " and a column without @, =, < and >, and without blanks at their ends.");
            }
            return new Gate(rule);
        }
    }
}
