package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.ShareMetric;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import io.github.tiercel.metrics.binary.Gini;
import io.github.tiercel.metrics.binary.RocAuc;
import io.github.tiercel.metrics.interval.AucError;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.ErrorPlan;
import io.github.tiercel.metrics.interval.Likeness;
import io.github.tiercel.metrics.interval.Linearisation;
import io.github.tiercel.metrics.interval.PairedDecisions;
import io.github.tiercel.metrics.interval.Quantiles;
import io.github.tiercel.metrics.interval.SameRows;
import io.github.tiercel.metrics.interval.Variance;
import java.util.Optional;

/**
 * The difference of a metric between two models on the same rows, with an error in which what both models find easy or
 * hard cancels.
 *
 * <table>
 * <caption>Methods</caption>
 * <tr><th>metric</th><th>interval</th><th>p-value</th></tr>
 * <tr><td>shares of rows that labels choose, and of queries, where they count one each: accuracy, recall, hit@10</td><td>Tango's score interval</td><td>McNemar, mid-p</td></tr>
 * <tr><td>metrics of decisions in a sample whose strata are the labels: accuracy, f1, mcc</td><td>{@link PairedDecisions}</td><td>that of its side towards 0</td></tr>
 * <tr><td>other means: log_loss, mae, ndcg@10</td><td>t on the differences of rows or queries</td><td>same</td></tr>
 * <tr><td>roc_auc and gini, where rows count one each</td><td>DeLong's paired variance, t(rarer class - 1)</td><td>same</td></tr>
 * <tr><td>any other with influence values</td><td>{@code d -/+ t se}, {@code se² = Var(IF_candidate - IF_baseline)} under the design; t(positives - 1) for areas under the precision-recall curve, in a sample widened as in {@link Linearisation#widening}; t(rarer class - 1) for rank metrics</td><td>same</td></tr>
 * <tr><td>metrics without influence values</td><td>none; {@link BootstrapComparison}</td><td>none</td></tr>
 * </table>
 *
 * <p>Equal scores on all rows (for rank metrics: equal rankings) give the difference 0 with interval [0, 0] and p-value
 * 1. Where the differences show no spread otherwise, there is no interval; nor is there one where the metric itself
 * would get none: a single row of the class it rests on, or a sample of fewer than 30 clusters. Two models that decide
 * alike on all rows differ in a share by 0, with an interval that the number of rows allows.
 *
 * <p>Not for models that were fitted on these rows. Immutable, and safe for use by several threads. O(rows), 16 bytes a
 * row while it runs, 80 for a share.
 *
 * <pre>{@code
 * PairedComparison comparison = PairedComparison.of(Design.independent(rows), 0.95);
 * var difference = comparison.difference(BinaryMetrics.LOG_LOSS, candidate, baseline);
 * }</pre>
 *
 * <p>Sources: E. R. DeLong et al., Biometrics 44 (1988), doi:10.2307/2531595; T. Tango, Statistics in Medicine 17
 * (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;891::AID-SIM780&gt;3.0.CO;2-B; M. W. Fagerland et al., BMC
 * Medical Research Methodology 13 (2013), doi:10.1186/1471-2288-13-91, for McNemar's mid-p.
 *
 * @since 0.1
 */
public final class PairedComparison {

    /** A standard error below this share of the difference is rounding, not spread. */
    private static final double ROUNDING = 1e-14;

    private final Design design;
    private final double level;

    private PairedComparison(Design design, double level) {
        this.design = design;
        this.level = level;
    }

    /**
     * {@return a comparison}
     *
     * @param design how the rows came to be
     * @param level the two-sided confidence level in (0, 1)
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public static PairedComparison of(Design design, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
        return new PairedComparison(design, level);
    }

    /**
     * {@return the difference, candidate minus baseline}
     *
     * @param <P> the kind of predictions
     * @param metric any metric; without influence values the difference has no error
     * @param candidate predictions of the candidate
     * @param baseline predictions of the baseline on the same rows, with the same weights
     * @throws IllegalArgumentException if the two differ in rows, labels, weights, queries or classes
     */
    public <P extends Predictions> Difference difference(Metric<P> metric, P candidate, P baseline) {
        return difference(metric, candidate, metric.value(candidate), baseline, metric.value(baseline));
    }

    /**
     * {@return the difference of values computed before, candidate minus baseline}
     *
     * @param <P> the kind of predictions
     * @param metric any metric; without influence values the difference has no error
     * @param candidate predictions of the candidate
     * @param ours the metric's value for the candidate, or the reason to leave it undefined
     * @param baseline predictions of the baseline on the same rows, with the same weights
     * @param theirs the metric's value for the baseline, or the reason to leave it undefined
     * @throws IllegalArgumentException if the two differ in rows, labels, weights, queries or classes
     */
    public <P extends Predictions> Difference difference(
            Metric<P> metric, P candidate, Value ours, P baseline, Value theirs) {
        SameRows.require(candidate, baseline);
        Design units = design.withUnitsOf(candidate);
        if (!ours.isDefined() || !theirs.isDefined()) {
            return Difference.without(metric, ours.isDefined() ? theirs : ours);
        }
        double difference = ours.orNaN() - theirs.orNaN();
        if (!(metric instanceof SmoothMetric<P> smooth)) {
            return Difference.without(metric, Value.of(difference));
        }
        return Likeness.of(metric, candidate, baseline)
                ? Difference.identical(metric, level)
                : withError(smooth, candidate, baseline, difference, units);
    }

    private <P extends Predictions> Difference withError(
            SmoothMetric<P> metric, P candidate, P baseline, double difference, Design units) {
        if (metric instanceof ConfusionMetric decided && candidate instanceof BinaryPredictions binary) {
            Optional<Interval> interval =
                    PairedDecisions.interval(units, decided, binary, (BinaryPredictions) baseline, level);
            if (interval.isPresent()) {
                return ofDecisions(metric, difference, interval.get());
            }
        }
        if (metric instanceof MeanMetric<P> mean) {
            Optional<PairedTerms> terms = PairedTerms.of(mean.terms(candidate), mean.terms(baseline));
            if (terms.isPresent()) {
                return ofMean(mean, terms.get(), difference, candidate, units);
            }
        }
        PairedInfluence influence = PairedInfluence.of(metric, candidate, baseline, units);
        boolean weighted = candidate.isWeighted() || baseline.isWeighted();
        boolean counts = !units.isSample() && !units.isClustered() && !weighted;
        if (counts && (metric instanceof RocAuc || metric instanceof Gini)) {
            double variance = AucError.delongVariance((BinaryPredictions) candidate, influence.differences());
            return student(
                    metric, difference, new Variance(variance, Double.POSITIVE_INFINITY), candidate, units, "delong");
        }
        Variance plain = Linearisation.variance(units, candidate, influence.differences());
        Variance variance = new Variance(plain.value() * influence.widening(), plain.degreesOfFreedom());
        return student(metric, difference, variance, candidate, units, "influence");
    }

    /** The error is that which a normal interval of the same width has; the p-value that of its side towards 0. */
    private Difference ofDecisions(Metric<?> metric, double difference, Interval interval) {
        double z = Quantiles.normal((1 + level) / 2);
        double towards = difference > 0 ? difference - interval.lower() : interval.upper() - difference;
        double p = towards > 0
                ? Quantiles.twoSided(difference / towards * z, Double.POSITIVE_INFINITY)
                : difference == 0 ? 1 : 0;
        return Difference.of(
                metric,
                difference,
                interval,
                p,
                interval.method(),
                interval.width() / (2 * z),
                Double.POSITIVE_INFINITY);
    }

    /**
     * {@return what the interval of the difference would be in samples of other sizes; empty where this sample has
     * none, or the models cannot differ on any rows}
     *
     * @param <P> the kind of predictions
     * @param metric any metric
     * @param candidate predictions of the candidate
     * @param ours the metric's value for the candidate
     * @param baseline predictions of the baseline on the same rows, with the same weights
     * @param theirs the metric's value for the baseline
     * @throws IllegalArgumentException if the design is no sample, or the two differ in rows, labels, weights, queries
     *     or classes
     */
    public <P extends Predictions> Optional<ErrorPlan> plan(
            Metric<P> metric, P candidate, Value ours, P baseline, Value theirs) {
        SameRows.require(candidate, baseline);
        Design units = design.withUnitsOf(candidate);
        if (!ours.isDefined()
                || !theirs.isDefined()
                || !(metric instanceof SmoothMetric<P> smooth)
                || Likeness.of(metric, candidate, baseline)) {
            return Optional.empty();
        }
        if (smooth instanceof ConfusionMetric decided && candidate instanceof BinaryPredictions binary) {
            Optional<ErrorPlan> plan =
                    PairedDecisions.plan(units, decided, binary, (BinaryPredictions) baseline, level);
            if (plan.isPresent()) {
                return plan;
            }
        }
        if (smooth instanceof MeanMetric<P> mean) {
            Optional<PairedTerms> terms = PairedTerms.of(mean.terms(candidate), mean.terms(baseline));
            if (terms.isPresent()) {
                double difference = ours.orNaN() - theirs.orNaN();
                return Linearisation.plan(units, terms.get().difference(), difference, level);
            }
        }
        PairedInfluence influence = PairedInfluence.of(smooth, candidate, baseline, units);
        return Linearisation.plan(units, metric, candidate, influence.differences(), influence.widening(), level);
    }

    private <P extends Predictions> Difference ofMean(
            MeanMetric<P> metric, PairedTerms terms, double difference, P candidate, Design units) {
        Optional<PairedCounts> counts = metric instanceof ShareMetric ? terms.counts(units) : Optional.empty();
        if (counts.isPresent()) {
            PairedCounts paired = counts.get();
            return Difference.of(
                    metric,
                    difference,
                    paired.tango(level),
                    McNemar.MID_P.pValue(paired),
                    McNemar.MID_P.method(),
                    paired.standardError(),
                    Double.POSITIVE_INFINITY);
        }
        Variance variance = Linearisation.variance(units, candidate, terms.difference(), difference);
        return student(metric, difference, variance, Double.POSITIVE_INFINITY, "mean");
    }

    private Difference student(
            Metric<?> metric,
            double difference,
            Variance variance,
            Predictions predictions,
            Design units,
            String error) {
        double most = Linearisation.degreesOfFreedomAtMost(units, metric, predictions);
        return student(metric, difference, variance, most, error);
    }

    private Difference student(Metric<?> metric, double difference, Variance variance, double most, String error) {
        double se = variance.standardError();
        double df = Math.min(variance.degreesOfFreedom(), most);
        if (!(se > ROUNDING * Math.abs(difference)) || df < 1) {
            return Difference.without(metric, Value.of(difference));
        }
        String method = "paired-" + error + "-t";
        double margin = Quantiles.student((1 + level) / 2, df) * se;
        Interval interval = new Interval(difference - margin, difference + margin, level, method);
        return Difference.of(metric, difference, interval, Quantiles.twoSided(difference / se, df), method, se, df);
    }
}
