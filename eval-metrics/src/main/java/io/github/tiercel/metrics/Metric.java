package io.github.tiercel.metrics;

import java.util.function.Function;

/**
 * A number that says how good predictions are.
 *
 * <p>A metric is a pure function: no state, no clock, no randomness, so one instance may serve any number of threads.
 * What it shares with others is said by its type, never guessed from values: a mean over rows, a function of the
 * confusion matrix, a function of the score groups (all three in {@code metrics.binary}), or anything else, which is
 * this interface alone and gets its interval from the bootstrap.
 *
 * <p>A metric of one's own is a small class that implements one of these types, or a function given to {@code of} of
 * the type that fits; the narrower the type, the more comes with it.
 *
 * <pre>{@code
 * Metric<BinaryPredictions> topScore = Metric.of(
 *     BinaryPredictions.class, "top_score", Direction.NEITHER, Range.UNIT,
 *     predictions -> predictions.weightedRows() > 0
 *         ? Value.of(predictions.groups().score(0))
 *         : Value.undefined(UndefinedReason.EMPTY));
 * }</pre>
 *
 * @param <P> the kind of predictions it reads
 * @since 0.1
 */
public interface Metric<P extends Predictions> {

    /** {@return the kind of predictions it reads, which says what task it is a metric of} */
    Class<P> reads();

    /** {@return the name used in commands, results and gates, as scikit-learn spells it: {@code roc_auc}} */
    String name();

    /** {@return which way the metric improves} */
    Direction direction();

    /** {@return the range of possible values} */
    Range range();

    /**
     * {@return the value on these predictions, or the reason why there is none}
     *
     * @param predictions labels, scores and weights
     */
    Value value(P predictions);

    /** {@return whether scores must be probabilities in [0, 1] for the metric to have a meaning} */
    default boolean needsProbabilities() {
        return false;
    }

    /**
     * {@return whether the number of rows enters the value, as it does in a test statistic and where a bias is taken
     * off}
     *
     * <p>Such a metric is no function of the weighted distribution of rows alone, so a row of weight 2 is not two rows.
     */
    default boolean countsRows() {
        return false;
    }

    /**
     * {@return whether bootstrap replicates say how far off the value may be}
     *
     * <p>They do not where the number of rows enters the value, because replicates repeat rows; nor where noise alone
     * makes the value larger, as it does a calibration error, because replicates hold the noise twice; nor where one
     * row is the value, as the largest error, because none of them exceeds it.
     */
    default boolean isBootstrapped() {
        return !countsRows();
    }

    /**
     * {@return a metric that is any function of its predictions}
     *
     * <p>It has no influence values: its interval comes from the bootstrap. The function must be pure, and may be
     * called by several threads at once. A number beyond the range is refused with an {@link IllegalArgumentException}
     * that names the metric.
     *
     * @param <P> the kind of predictions it reads
     * @param reads the kind of predictions it reads
     * @param name a legal name ({@link MetricContract#legalName})
     * @param direction which way it improves
     * @param range the values it can take
     * @param function gives the value, or the reason why there is none
     * @throws IllegalArgumentException if the name is not legal
     */
    static <P extends Predictions> Metric<P> of(
            Class<P> reads, String name, Direction direction, Range range, Function<P, Value> function) {
        return new FunctionMetric<>(reads, name, direction, range, function);
    }
}
