package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.PrecisionRecallArea;
import io.github.tiercel.metrics.binary.RankMetric;
import io.github.tiercel.metrics.multiclass.ClassMetric;
import io.github.tiercel.metrics.multiclass.TableMetric;
import java.util.List;
import java.util.Optional;

/**
 * Variances from influence values under a design, for whoever combines influence values of his own: of two models, of
 * two epochs.
 *
 * <p>An estimate is replaced by the mean of its influence values, {@code T + sum w_i IF_i / W}, whose variance is known
 * under each design: the infinitesimal jackknife. It is first order in 1/n, so it says nothing where a metric is not
 * smooth (a maximum, a quantile) and too little near the edge of a range. Time O(rows), memory 8 bytes a unit; sums are
 * compensated and in the order of rows, so results do not depend on threads. Holds no state: safe for use by several
 * threads.
 *
 * <pre>{@code
 * double[] candidate = BinaryMetrics.ROC_AUC.influence(ofCandidate);
 * double[] baseline = BinaryMetrics.ROC_AUC.influence(ofBaseline);
 * Arrays.setAll(candidate, row -> candidate[row] - baseline[row]);
 * double error = Math.sqrt(Linearisation.variance(design, ofCandidate, candidate).value());
 * }</pre>
 *
 * <p>Source: J.-C. Deville, Survey Methodology 25 (1999), for influence values under a design; L. A. Jaeckel, The
 * Infinitesimal Jackknife, Bell Laboratories (1972); for degrees of freedom F. E. Satterthwaite, Biometrics Bulletin 2
 * (1946), doi:10.2307/3002019.
 *
 * @since 0.1
 */
public final class Linearisation {

    private Linearisation() {}

    /**
     * The variance of an estimate as one of the world that the rows came from. The rows of a query are a cluster. For
     * independent rows it is {@code n/(n-1) sum (w_i IF_i / W)²}; for clusters the sums are taken within clusters
     * first; for a stratified sample the error of the sample and that of the whole set are added.
     *
     * @param design how the rows came to be
     * @param predictions whose weights count
     * @param influence one influence value a row
     * @return the variance with its degrees of freedom; NaN where no error can be estimated: fewer than two units, or a
     *     sample of fewer than 30 clusters
     */
    public static Variance variance(Design design, Predictions predictions, double[] influence) {
        return orNone(UnitContributions.of(design, predictions, influence));
    }

    /**
     * The variance of a mean, or of the difference of two means over the same rows: that of {@code w_i (v_i - mean)},
     * summed within units. Rows that the mean is not of are no part of the degrees of freedom.
     *
     * @param design how the rows came to be; for a ranking {@link Design#withUnitsOf}
     * @param terms what it is the mean of
     * @param mean its value
     * @return the variance with its degrees of freedom; NaN where no error can be estimated: fewer than two units, or a
     *     sample of fewer than 30 clusters
     */
    public static Variance variance(Design design, MeanTerms terms, double mean) {
        return orNone(UnitContributions.ofMean(design, terms, mean));
    }

    /**
     * The same where it is known of which predictions, which spares arrays if label alone says what a row counts.
     *
     * @param design how the rows came to be; for a ranking {@link Design#withUnitsOf}
     * @param predictions of one of the models
     * @param terms what it is the mean of
     * @param mean its value
     * @return the variance with its degrees of freedom; NaN where no error can be estimated
     */
    public static Variance variance(Design design, Predictions predictions, MeanTerms terms, double mean) {
        return InfluenceMoments.of(design, predictions, terms, mean)
                .map(moments -> orNone(moments.contributions()))
                .orElseGet(() -> variance(design, terms, mean));
    }

    /**
     * {@return the most degrees of freedom that an error of a metric has: one less than the units that hold the rarer
     * class for rank metrics, a positive for areas under the precision-recall curve, the rarest class for rank metrics
     * over classes that count alike; infinite for any other. Units are rows or clusters, under weights their effective
     * number; positives in a sample count as many as {@link #widening} takes. Below 1 there is no error}
     *
     * @param design how the rows came to be; for a ranking {@link Design#withUnitsOf}
     * @param metric any metric
     * @param predictions what it was measured on
     */
    public static double degreesOfFreedomAtMost(Design design, Metric<?> metric, Predictions predictions) {
        if (predictions instanceof BinaryPredictions binary) {
            if (metric instanceof PrecisionRecallArea) {
                double positives = Positives.effective(binary, design);
                return design.isSample()
                        ? Math.min(positives, Positives.of(binary, design).effectiveInSample()) - 1
                        : positives - 1;
            }
            return metric instanceof RankMetric ? Support.of(metric, binary, design) - 1 : Double.POSITIVE_INFINITY;
        }
        boolean ranksClasses = metric instanceof ClassMetric && !(metric instanceof TableMetric);
        return ranksClasses ? Support.of(metric, predictions, design) - 1 : Double.POSITIVE_INFINITY;
    }

    /**
     * {@return how many units a value rests on, as its variance shrinks with them: those that a mean is of, else those
     * of the rarest class that the metric is about, queries with a relevant row, or all; under weights their effective
     * number}
     *
     * @param <P> the kind of predictions
     * @param design how the rows came to be; for a ranking {@link Design#withUnitsOf}
     * @param metric any metric
     * @param predictions what it was measured on
     */
    public static <P extends Predictions> double unitsBehind(Design design, Metric<P> metric, P predictions) {
        return metric instanceof MeanMetric<P> mean
                ? UnitTerms.of(mean.terms(predictions), design).effective()
                : Support.of(metric, predictions, design);
    }

    /**
     * By how much the variance of an area under the precision-recall curve is too small in a sample, where a few
     * sampled negative rows near the top stand for many: the factor to Boyd's planning variance {@code v (1 - v) / n}
     * at the effective number of positives {@code sqrt(n_pos N_pos n_0 / N_0)}. An empirical rule.
     *
     * @param <P> the kind of predictions
     * @param design how the rows came to be
     * @param metric any metric that is defined on the predictions
     * @param predictions what it was measured on
     * @param influence one influence value a row
     * @return at least 1; 1 for any other metric, and where the rows are no sample
     */
    public static <P extends Predictions> double widening(
            Design design, SmoothMetric<P> metric, P predictions, double[] influence) {
        if (!design.isSample()
                || !(metric instanceof PrecisionRecallArea)
                || !(predictions instanceof BinaryPredictions binary)) {
            return 1;
        }
        double value = metric.value(predictions).orNaN();
        double plain = variance(design, binary, influence).value();
        double planned = value * (1 - value) / Positives.of(binary, design).effectiveInSample();
        return planned > plain && plain > 0 ? planned / plain : 1;
    }

    /**
     * {@return what the interval {@code value -/+ t se} would be in samples of other sizes, from influence values of
     * the caller's own, such as differences of two models'; empty where this sample has no error}
     *
     * @param design a sample; for a ranking {@link Design#withUnitsOf}
     * @param metric the metric that they are of, for the degrees of freedom
     * @param predictions whose weights count
     * @param influence one influence value a row
     * @param widening what the variance is multiplied by, such as {@link #widening}
     * @param level the two-sided confidence level in (0, 1)
     * @throws IllegalArgumentException if the design is no sample
     */
    public static Optional<ErrorPlan> plan(
            Design design,
            Metric<?> metric,
            Predictions predictions,
            double[] influence,
            double widening,
            double level) {
        requireSample(design);
        List<StratumCounts> classes = StratumCounts.classes(design, metric, predictions);
        return plan(design, UnitContributions.of(design, predictions, influence), classes, level)
                .map(plan -> plan.stretched(Math.sqrt(widening)));
    }

    /**
     * {@return the same for a mean, or the difference of two means over the same rows}
     *
     * @param design a sample; for a ranking {@link Design#withUnitsOf}
     * @param terms what it is the mean of
     * @param mean its value
     * @param level the two-sided confidence level in (0, 1)
     * @throws IllegalArgumentException if the design is no sample
     */
    public static Optional<ErrorPlan> plan(Design design, MeanTerms terms, double mean, double level) {
        requireSample(design);
        return plan(design, UnitContributions.ofMean(design, terms, mean), List.of(), level);
    }

    private static Optional<ErrorPlan> plan(
            Design design, Contributions contributions, List<StratumCounts> classes, double level) {
        if (!contributions.hasError() || !(contributions.population().value() > 0)) {
            return Optional.empty();
        }
        StratumSpreads spreads = contributions.spreads().orElseThrow();
        return Optional.of(ErrorPlan.of(
                design,
                sampled -> student(spreads.fullSet(sampled), StratumCounts.fewest(classes, sampled) - 1, level),
                sampled -> student(spreads.population(sampled), StratumCounts.fewest(classes, sampled) - 1, level)));
    }

    private static Optional<Interval> student(Variance variance, double most, double level) {
        double freedom = Math.min(variance.degreesOfFreedom(), most);
        if (!(freedom >= 1)) {
            return Optional.empty();
        }
        double margin = Quantiles.student((1 + level) / 2, freedom) * variance.standardError();
        return Optional.of(new Interval(-margin, margin, level, "planned"));
    }

    static void requireSample(Design design) {
        if (!design.isSample()) {
            throw new IllegalArgumentException("a plan needs the strata of a sample, but the design has none; take all"
                    + " rows as a sample of which nothing is left out");
        }
    }

    private static Variance orNone(Contributions contributions) {
        return contributions.hasError() ? contributions.population() : new Variance(Double.NaN, Double.NaN);
    }

    /**
     * Efron's acceleration, which the BCa bootstrap needs: {@code sum u³ / (6 (sum u²)^1.5)} over units.
     *
     * <p>Source: B. Efron, JASA 82 (1987), doi:10.1080/01621459.1987.10478410.
     *
     * @param design how the rows came to be
     * @param predictions whose weights count
     * @param influence one influence value a row
     * @return the acceleration; 0 if there is no spread
     */
    public static double acceleration(Design design, Predictions predictions, double[] influence) {
        return UnitContributions.of(design, predictions, influence).acceleration();
    }

    /**
     * Efron's acceleration of a metric, without an array of influence values where it can be had without.
     *
     * @param <P> the kind of predictions
     * @param design how the rows came to be
     * @param metric any smooth metric
     * @param predictions on which it is defined
     * @param value its value on them
     * @return the acceleration; 0 if there is no spread
     */
    public static <P extends Predictions> double acceleration(
            Design design, SmoothMetric<P> metric, P predictions, double value) {
        return InfluenceMoments.of(design, metric, predictions, value)
                .map(InfluenceMoments::contributions)
                .orElseGet(() -> UnitContributions.of(design, predictions, metric.influence(predictions)))
                .acceleration();
    }
}
