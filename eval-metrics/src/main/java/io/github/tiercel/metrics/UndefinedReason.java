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
    /** No row is positive, neither by label nor by prediction. */
    NO_POSITIVES_AT_ALL("no row is positive, neither by label nor by prediction"),
    /** Labels or predictions hold one class only, so a correlation does not exist. */
    ONE_CLASS("labels or predictions hold one class only"),
    /** Labels and predictions are one and the same single class, so chance agreement is already complete. */
    CHANCE_AGREEMENT_IS_COMPLETE("labels and predictions are one and the same single class"),
    /** The metric needs probabilities and some score lies outside [0, 1]. */
    NOT_PROBABILITIES("scores are not probabilities: some lie outside [0, 1]");

    private final String sentence;

    UndefinedReason(String sentence) {
        this.sentence = sentence;
    }

    /** {@return the reason in words, without a capital or a full stop} */
    public String sentence() {
        return sentence;
    }
}
