package io.github.tiercel.metrics;

/**
 * Why a metric has no value on some predictions. An undefined metric is reported as such; it never turns into 0 or into
 * another number that could pass for a result.
 *
 * @since 0.1
 */
public enum UndefinedReason {
    /** There is no row, or none of positive weight. */
    EMPTY("there is no row of positive weight"),
    /** All labels are negative. */
    NO_POSITIVES("no label is positive"),
    /** All labels are positive. */
    NO_NEGATIVES("no label is negative"),
    /** No row is predicted positive, so a share of them does not exist. */
    NO_PREDICTED_POSITIVES("no row is predicted positive"),
    /** No row is predicted negative, so a share of them does not exist. */
    NO_PREDICTED_NEGATIVES("no row is predicted negative"),
    /** A metric, such as precision, was to reach a floor that it reaches at no threshold. */
    FLOOR_OUT_OF_REACH("no threshold reaches the floor"),
    /** A threshold was to be chosen and none does as well as predicting no row positive. */
    NOTHING_IS_BETTER("predicting no row positive is better than every threshold"),
    /** No row is positive, neither by label nor by prediction. */
    NO_POSITIVES_AT_ALL("no row is positive, neither by label nor by prediction"),
    /** Labels or predictions hold one class only, so a correlation does not exist. */
    ONE_CLASS("labels or predictions hold one class only"),
    /** Labels and predictions are one and the same single class, so chance agreement is already complete. */
    CHANCE_AGREEMENT_IS_COMPLETE("labels and predictions are one and the same single class"),
    /** The metric needs probabilities and some score lies outside [0, 1]. */
    NOT_PROBABILITIES("scores are not probabilities: some lie outside [0, 1]"),
    /** All labels are equal, so there is no variation to explain and no pair to order. */
    CONSTANT_LABELS("all labels are equal"),
    /** All predictions are equal, so a correlation does not exist. */
    CONSTANT_PREDICTIONS("all predictions are equal"),
    /** The metric is a maximum over bins of enough rows and there is no such bin. */
    NO_LARGE_BIN("no bin has enough rows"),
    /** All predictions are 0, 0.5 or 1, so a statistic of how labels vary around them does not exist. */
    CERTAIN_PREDICTIONS("all predictions are 0, 0.5 or 1"),
    /** Some threshold parts the labels without a mistake, so the slope of a logistic regression is infinite. */
    SEPARABLE("a threshold separates the labels, so a fit of labels to scores has no finite slope"),
    /** A label or prediction is infinite, or so large that an error leaves the range of doubles. */
    NOT_FINITE("labels or predictions are infinite, or too large for their errors to be summed"),
    /** A class that was declared has no row, so what needs every class does not exist. */
    ABSENT_CLASS("a declared class has no row of positive weight"),
    /** A class is predicted for no row, so its precision does not exist. */
    UNPREDICTED_CLASS("a class is predicted for no row"),
    /** The metric needs one distribution a row and the scores of some row do not sum to 1. */
    ROWS_DO_NOT_SUM_TO_ONE("scores are not probabilities of classes: some row does not sum to 1"),
    /** No query has a relevant row, and queries without one are not counted. */
    NO_RELEVANT_ROWS("no query has a relevant row"),
    /** The metric adds up relevance and some of it is infinite. */
    INFINITE_RELEVANCE("some relevance is infinite");

    private final String sentence;

    UndefinedReason(String sentence) {
        this.sentence = sentence;
    }

    /** {@return the reason in words, without a capital or a full stop} */
    public String sentence() {
        return sentence;
    }
}
