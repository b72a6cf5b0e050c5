package io.github.tiercel.gate;

import io.github.tiercel.evaluation.ServingDemand;
import io.github.tiercel.metrics.Metric;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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
 *         Gate.latency("p99").atBatch(64).atMost(Duration.ofMillis(20)),
 *         Gate.memory().atMostBytes(512 << 20),
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
     * @param rule {@code METRIC[@COLUMN[=VALUE]] >=|>|<=|< NUMBER}, {@code METRIC[@COLUMN[=VALUE]] no-worse-than
     *     baseline by MARGIN}, or a limit on serving such as {@code p99 <= 5ms}
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

    /**
     * {@return what a gate says of a percentile of latency, to be completed by a limit}
     *
     * @param percentile {@code "p50"}, {@code "p90"}, {@code "p95"}, {@code "p99"} or {@code "p99.9"}
     */
    public static Latency latency(String percentile) {
        return new Latency(ServingDemand.of(percentile));
    }

    /**
     * {@return what a gate says of the rows a second that a model scores, to be completed by a limit: in batches of
     * 1,024 on as many threads as the model allows, unless it says otherwise}
     */
    public static Throughput throughput() {
        return new Throughput(ServingDemand.of("throughput"));
    }

    /** {@return what a gate says of the most memory that the process has, to be completed by a limit} */
    public static Bytes memory() {
        return new Bytes("memory");
    }

    /** {@return what a gate says of the size of the model's files, to be completed by a limit} */
    public static Bytes size() {
        return new Bytes("size");
    }

    /** A result holds its gates as text, and judges them again by it. */
    private static Gate ofServing(ServingDemand demand, Inequality comparator, String amount) {
        return parse(demand + " " + comparator.sign() + " " + amount);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    Rule rule() {
        return rule;
    }

    /** {@return the rule as the command takes it} */
    @Override
    public String toString() {
        return rule.text();
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
        private Gate said(Rule.OfMetric rule) {
            String text = rule.text(scope);
            if (!RuleParser.parse(text).equals(rule)) {
                throw new IllegalArgumentException(
                        "Gate \"" + text + "\" would be read as something else. Name a metric"
                                + " and a column without @, =, < and >, and without blanks at their ends.");
            }
            return new Gate(rule);
        }
    }

    /**
     * A percentile of latency. Immutable.
     *
     * @since 0.1
     */
    public static final class Latency {

        private final ServingDemand demand;

        private Latency(ServingDemand demand) {
            this.demand = demand;
        }

        /**
         * {@return the same of calls of this many rows, instead of those that were measured first}
         *
         * @param rows at least 1
         */
        public Latency atBatch(int rows) {
            return new Latency(
                    ServingDemand.ofLatency(demand.quantity(), OptionalInt.of(rows), demand.arrivalsPerSecond()));
        }

        /**
         * {@return the same of calls that fall due at a fixed rate, each timed from then: the open loop}
         *
         * @param callsPerSecond above 0
         */
        public Latency atRate(double callsPerSecond) {
            return new Latency(
                    ServingDemand.ofLatency(demand.quantity(), demand.batchRows(), OptionalDouble.of(callsPerSecond)));
        }

        /**
         * {@return a gate that latency passes at this duration or below}
         *
         * @param limit above 0
         * @throws IllegalArgumentException if there is no such percentile, or a number is not above 0
         */
        public Gate atMost(Duration limit) {
            return ofServing(demand, Inequality.AT_MOST, text(limit));
        }

        /**
         * {@return a gate that latency passes below this duration}
         *
         * @param limit above 0
         * @throws IllegalArgumentException if there is no such percentile, or a number is not above 0
         */
        public Gate below(Duration limit) {
            return ofServing(demand, Inequality.BELOW, text(limit));
        }

        private static String text(Duration limit) {
            BigDecimal seconds = BigDecimal.valueOf(limit.getSeconds()).add(BigDecimal.valueOf(limit.getNano(), 9));
            return plain(seconds.movePointRight(3)) + "ms";
        }
    }

    /**
     * Rows a second that a model scores. Immutable.
     *
     * @since 0.1
     */
    public static final class Throughput {

        private final ServingDemand demand;

        private Throughput(ServingDemand demand) {
            this.demand = demand;
        }

        /**
         * {@return the same of calls of this many rows}
         *
         * @param rows at least 1
         */
        public Throughput atBatch(int rows) {
            return new Throughput(ServingDemand.ofThroughput(OptionalInt.of(rows), demand.keptP99()));
        }

        /**
         * {@return the same of calls that fall due at a fixed rate: the highest at which the 99th percentile of
         * latency, counted from then, is still kept. Of single rows unless a batch size is named}
         *
         * @param most what the percentile is to be at most, from 1 ns to 1 h
         */
        public Throughput keepingP99(Duration most) {
            return new Throughput(ServingDemand.ofThroughput(demand.batchRows(), Optional.of(most)));
        }

        /**
         * {@return a gate that a model passes at this number or above}
         *
         * @param rowsPerSecond above 0
         * @throws IllegalArgumentException if a number is not above 0, or the latency to keep out of its range
         */
        public Gate atLeast(double rowsPerSecond) {
            return ofServing(demand, Inequality.AT_LEAST, text(rowsPerSecond));
        }

        /**
         * {@return a gate that a model passes above this number}
         *
         * @param rowsPerSecond above 0
         * @throws IllegalArgumentException if a number is not above 0, or the latency to keep out of its range
         */
        public Gate above(double rowsPerSecond) {
            return ofServing(demand, Inequality.ABOVE, text(rowsPerSecond));
        }

        private static String text(double rowsPerSecond) {
            return (Double.isFinite(rowsPerSecond) ? plain(BigDecimal.valueOf(rowsPerSecond)) : rowsPerSecond) + "/s";
        }
    }

    /**
     * Memory or files. Immutable.
     *
     * @since 0.1
     */
    public static final class Bytes {

        private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB");
        private static final int MOST_SHIFT = UNITS.size() - 1;
        /** Bits between one unit and the next. */
        private static final int SHIFT = 10;

        private final String quantity;

        private Bytes(String quantity) {
            this.quantity = quantity;
        }

        /**
         * {@return a gate that a model passes at this number or below}
         *
         * @param bytes above 0
         * @throws IllegalArgumentException if the number is not above 0
         */
        public Gate atMostBytes(long bytes) {
            return ofServing(ServingDemand.of(quantity), Inequality.AT_MOST, text(bytes));
        }

        /**
         * {@return a gate that a model passes below this number}
         *
         * @param bytes above 0
         * @throws IllegalArgumentException if the number is not above 0
         */
        public Gate belowBytes(long bytes) {
            return ofServing(ServingDemand.of(quantity), Inequality.BELOW, text(bytes));
        }

        private static String text(long bytes) {
            int shift = Math.min(MOST_SHIFT, Long.numberOfTrailingZeros(bytes) / SHIFT);
            return (bytes >> (SHIFT * shift)) + UNITS.get(shift);
        }
    }
}
