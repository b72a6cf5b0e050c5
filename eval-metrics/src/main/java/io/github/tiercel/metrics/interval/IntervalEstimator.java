package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.Gini;
import io.github.tiercel.metrics.binary.PrecisionRecallArea;
import io.github.tiercel.metrics.binary.ProportionMetric;
import io.github.tiercel.metrics.binary.RocAuc;
import java.util.Optional;

/**
 * Gives a metric's value with its intervals, choosing the method by the type of the metric.
 *
 * <table>
 * <caption>Methods</caption>
 * <tr><th>metric</th><th>interval</th><th>for gates</th></tr>
 * <tr><td>roc_auc</td><td>DeLong, logit scale, t(rarer class - 1); guarded above 0.95 with few rows</td><td>same</td></tr>
 * <tr><td>gini</td><td>that of roc_auc, stretched</td><td>same</td></tr>
 * <tr><td>average_precision, pr_auc_dg, pr_auc_trapezoid</td><td>influence values, logit, t(positives - 1)</td><td>at least Boyd's error</td></tr>
 * <tr><td>accuracy, recall, specificity, fpr, fnr</td><td>Wilson</td><td>Clopper-Pearson</td></tr>
 * <tr><td>other metrics in [0, 1]</td><td>influence values, logit, t</td><td>same</td></tr>
 * <tr><td>mcc, cohen_kappa, youden_j</td><td>influence values, Fisher's z, t</td><td>same</td></tr>
 * <tr><td>mean costs</td><td>influence values, t</td><td>same</td></tr>
 * <tr><td>means over rows: log_loss, brier</td><td>t on the mean</td><td>same</td></tr>
 * <tr><td>metrics without influence values</td><td>none; ask the bootstrap</td><td>none</td></tr>
 * </table>
 *
 * <p>For weighted or clustered rows and for samples, the linearised error replaces DeLong, Wilson and Clopper-Pearson;
 * shares in a stratified sample get Wilson limits joined over strata. No interval is given where no error can be
 * estimated: fewer than two independent units, a sample of fewer than 30 clusters, or values without any spread. An
 * estimate with fewer than 25 rows of the rarer class is flagged.
 *
 * <p>Immutable, and safe for use by several threads. O(rows) for each metric after the shared sort; 8 bytes a row while
 * it runs, and 12 a cluster.
 *
 * <pre>{@code
 * var estimator = IntervalEstimator.of(Design.independent(predictions.rows()), 0.95);
 * Estimate auc = estimator.estimate(BinaryMetrics.ROC_AUC, predictions);
 * }</pre>
 *
 * @since 0.1
 */
public final class IntervalEstimator {

    private static final int SMALL_SAMPLE_BELOW = 25;

    private final Design design;
    private final double level;

    private IntervalEstimator(Design design, double level) {
        this.design = design;
        this.level = level;
    }

    /**
     * {@return an estimator}
     *
     * @param design how the rows came to be
     * @param level the two-sided confidence level in (0, 1)
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public static IntervalEstimator of(Design design, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
        return new IntervalEstimator(design, level);
    }

    /**
     * {@return the metric's value with its intervals}
     *
     * @param <P> the kind of predictions
     * @param metric any metric; without influence values it gets a value only
     * @param predictions as many rows as the design has
     * @throws IllegalArgumentException if predictions and design differ in rows
     */
    public <P extends Predictions> Estimate estimate(Metric<P> metric, P predictions) {
        return estimate(metric, predictions, metric.value(predictions));
    }

    /**
     * {@return the metric's value, computed before, with its intervals}
     *
     * @param <P> the kind of predictions
     * @param metric any metric; without influence values it gets a value only
     * @param predictions as many rows as the design has
     * @param value the metric's value on the predictions, or the reason to leave it undefined
     * @throws IllegalArgumentException if predictions and design differ in rows
     */
    public <P extends Predictions> Estimate estimate(Metric<P> metric, P predictions, Value value) {
        if (predictions.rows() != design.rows()) {
            throw new IllegalArgumentException(
                    "predictions has " + predictions.rows() + " rows but the design has " + design.rows());
        }
        return estimate(metric, predictions, value, intervals(metric, predictions, value));
    }

    private <P extends Predictions> Intervals intervals(Metric<P> metric, P predictions, Value value) {
        if (!(value instanceof Value.Defined defined) || !(metric instanceof SmoothMetric<P> smooth)) {
            return Intervals.NONE;
        }
        return rule(smooth).intervals(new Evidence<>(smooth, predictions, defined.number(), design, level));
    }

    @SuppressWarnings("unchecked") // The metrics named here read binary predictions, so P is that type.
    private static <P extends Predictions> IntervalRule<P> rule(SmoothMetric<P> metric) {
        if (metric instanceof RocAuc) {
            return (IntervalRule<P>) new AucRule();
        }
        if (metric instanceof Gini) {
            return (IntervalRule<P>) new GiniRule();
        }
        if (metric instanceof PrecisionRecallArea) {
            return (IntervalRule<P>) new AveragePrecisionRule();
        }
        if (metric instanceof ProportionMetric proportion) {
            return (IntervalRule<P>) new ProportionRule(proportion);
        }
        return new SmoothRule<>();
    }

    private static Estimate estimate(Metric<?> metric, Predictions predictions, Value value, Intervals intervals) {
        Intervals flagged = predictions instanceof BinaryPredictions binary && isSmall(binary)
                ? intervals.with(EstimateFlag.SMALL_SAMPLE)
                : intervals;
        return new Estimate(
                metric.name(),
                metric.direction(),
                value,
                flagged.population(),
                flagged.fullSet(),
                flagged.gate(),
                Optional.empty(),
                flagged.standardError(),
                flagged.flags(),
                rows(predictions),
                predictions instanceof BinaryPredictions binary ? binary.positives() : 0);
    }

    private static boolean isSmall(BinaryPredictions predictions) {
        return Evidence.rarerClass(predictions) < SMALL_SAMPLE_BELOW;
    }

    private static int rows(Predictions predictions) {
        return predictions instanceof BinaryPredictions binary ? binary.weightedRows() : predictions.rows();
    }
}
