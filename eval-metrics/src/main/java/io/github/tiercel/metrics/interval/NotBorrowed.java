package io.github.tiercel.metrics.interval;

/**
 * Why an estimate borrows nothing from a model that was evaluated earlier.
 *
 * @since 0.1
 */
public enum NotBorrowed {
    /** All rows were evaluated, so there is nothing that another model could tell of the others. */
    ALL_ROWS("all rows were evaluated"),
    /** The metric has no influence values, so nothing says how the two models vary together. */
    NO_INFLUENCE("the metric has no influence values"),
    /** The two models were not asked about the same rows, labels and weights, so their errors do not cancel. */
    OTHER_ROWS("the two models were not asked about the same rows"),
    /** The metric has no value for the present model. */
    UNDEFINED("the metric has no value here"),
    /** The metric has no value for the earlier model, on the sample or on all rows. */
    UNDEFINED_REFERENCE("the metric has no value for the earlier model"),
    /** The plain value has no interval for the full set, so no error can be estimated. */
    NO_ERROR("no error can be estimated from the sample"),
    /** A value lies at the end of the metric's range, where no error can be estimated. */
    AT_THE_EDGE("a value lies at the end of its range"),
    /**
     * Nothing varies in the sample: not the present model, not the earlier one, or not what is left of the present one
     * after the earlier one, although the two are not the same.
     */
    NO_SPREAD("the difference of the two models shows no spread"),
    /** The two models vary too little together: the earlier one explains less than half of the variance. */
    STALE("the earlier model explains less than half of the variance"),
    /** The interval around the value on all rows would be no narrower than the plain one. */
    NO_GAIN("the interval would be no narrower");

    private final String sentence;

    NotBorrowed(String sentence) {
        this.sentence = sentence;
    }

    /** {@return the reason in words, without a capital or a full stop} */
    public String sentence() {
        return sentence;
    }
}
