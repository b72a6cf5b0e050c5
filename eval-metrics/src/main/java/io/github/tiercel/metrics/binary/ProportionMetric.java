package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ShareMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * A confusion metric that is a plain share of rows fixed by their labels: {@code successes / trials}, where the trials
 * are all rows, all positive rows or all negative rows. Such a share is binomial, so it gets Wilson and Clopper-Pearson
 * intervals. (Precision is not one: its trials depend on the scores.)
 *
 * @since 0.1
 */
public interface ProportionMetric extends ConfusionMetric, ShareMetric<BinaryPredictions> {

    /**
     * {@return the weight of rows that count as a success}
     *
     * @param matrix the weights of the four outcomes
     */
    double successes(ConfusionMatrix matrix);

    /**
     * {@return the weight of rows that could have been a success}
     *
     * @param matrix the weights of the four outcomes
     */
    @Override
    double trials(ConfusionMatrix matrix);

    /**
     * {@return whether rows of this label are among the trials}
     *
     * @param label a row's label
     */
    boolean isTrial(boolean label);

    /** {@return why the share does not exist where there is no trial} */
    UndefinedReason withoutTrials();

    @Override
    default Range range() {
        return Range.UNIT;
    }

    @Override
    default Value value(ConfusionMatrix matrix) {
        double trials = trials(matrix);
        return trials > 0 ? Value.of(successes(matrix) / trials) : Value.undefined(withoutTrials());
    }

    @Override
    default MeanTerms terms(BinaryPredictions predictions) {
        value(predictions).requireFor(this);
        return ShareTerms.of(this, predictions);
    }
}
