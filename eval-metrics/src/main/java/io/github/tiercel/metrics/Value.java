package io.github.tiercel.metrics;

import java.util.Optional;

/**
 * The value of a metric, or the reason why there is none.
 *
 * <pre>{@code
 * Value value = BinaryMetrics.ROC_AUC.value(predictions);
 * if (value instanceof Value.Defined auc) {
 *   System.out.println(auc.number());
 * }
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface Value {

    /**
     * A value that exists.
     *
     * @param number the value, finite or infinite, never NaN
     */
    record Defined(double number) implements Value {
        /**
         * Refuses NaN.
         *
         * @throws IllegalArgumentException if {@code number} is NaN
         */
        public Defined {
            if (Double.isNaN(number)) {
                throw new IllegalArgumentException("number must not be NaN; an undefined value needs a reason");
            }
        }
    }

    /**
     * A value that does not exist.
     *
     * @param why the reason
     */
    record Undefined(UndefinedReason why) implements Value {}

    /**
     * {@return the value as an object}
     *
     * @param number any number but NaN
     */
    static Value of(double number) {
        return new Defined(number);
    }

    /**
     * {@return an undefined value}
     *
     * @param why the reason
     */
    static Value undefined(UndefinedReason why) {
        return new Undefined(why);
    }

    /** {@return whether there is a value} */
    default boolean isDefined() {
        return this instanceof Defined;
    }

    /** {@return the number, or NaN where the value is undefined; for arithmetic that checks for NaN itself} */
    default double orNaN() {
        return orElse(Double.NaN);
    }

    /**
     * {@return the number, or another one where the value is undefined}
     *
     * <p>For comparing with programs that have a number for such cases: {@code precision.value(p).orElse(0)} is
     * {@code zero_division=0} in scikit-learn.
     *
     * @param other what an undefined value counts
     */
    default double orElse(double other) {
        return this instanceof Defined defined ? defined.number() : other;
    }

    /**
     * {@return the number, on which influence values can be built}
     *
     * @param metric whose value this is
     * @throws IllegalStateException if there is none; the message names the metric and the reason
     */
    default double requireFor(Metric<?> metric) {
        if (this instanceof Defined defined) {
            return defined.number();
        }
        throw new IllegalStateException(metric.name() + " has no influence values on these predictions: "
                + reason().orElseThrow().sentence());
    }

    /** {@return why there is no value; empty where there is one} */
    default Optional<UndefinedReason> reason() {
        return this instanceof Undefined undefined ? Optional.of(undefined.why()) : Optional.empty();
    }
}
