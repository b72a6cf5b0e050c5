package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RegressionPredictions;
import java.util.List;
import java.util.Optional;

/**
 * All metrics of predicted numbers, by constant and by name.
 *
 * <pre>{@code
 * Metric<RegressionPredictions> upperQuantile = RegressionMetrics.named("pinball_0.9").orElseThrow();
 * }</pre>
 *
 * @since 0.1
 */
public final class RegressionMetrics {

    /** Mean absolute error. */
    public static final MeanAbsoluteError MAE = new MeanAbsoluteError();

    /** Root mean squared error. */
    public static final RootMeanSquaredError RMSE = new RootMeanSquaredError();

    /** Mean squared error. */
    public static final MeanSquaredError MSE = new MeanSquaredError();

    /** Coefficient of determination. */
    public static final RSquared R2 = new RSquared();

    /** Explained variance. */
    public static final ExplainedVariance EXPLAINED_VARIANCE = new ExplainedVariance();

    /** Mean absolute percentage error. */
    public static final MeanAbsolutePercentageError MAPE = new MeanAbsolutePercentageError();

    /** Symmetric mean absolute percentage error. */
    public static final SymmetricPercentageError SMAPE = new SymmetricPercentageError();

    /** Median absolute error. */
    public static final MedianAbsoluteError MEDIAN_AE = new MedianAbsoluteError();

    /** Largest absolute error. */
    public static final MaxError MAX_ERROR = new MaxError();

    /** Pinball loss of the median. */
    public static final Pinball PINBALL = new Pinball(0.5);

    /** Concordance index. */
    public static final Concordance CONCORDANCE = new Concordance();

    /** Pearson's correlation. */
    public static final PearsonCorrelation PEARSON = new PearsonCorrelation();

    /** Spearman's rank correlation. */
    public static final SpearmanCorrelation SPEARMAN = new SpearmanCorrelation();

    /** Kendall's tau-b. */
    public static final KendallTau KENDALL = new KendallTau();

    /** Lin's concordance correlation coefficient. */
    public static final ConcordanceCorrelation CCC = new ConcordanceCorrelation();

    private static final List<Metric<RegressionPredictions>> ALL = List.of(
            MAE,
            RMSE,
            MSE,
            R2,
            EXPLAINED_VARIANCE,
            MAPE,
            SMAPE,
            MEDIAN_AE,
            MAX_ERROR,
            PINBALL,
            CONCORDANCE,
            PEARSON,
            SPEARMAN,
            KENDALL,
            CCC);

    private RegressionMetrics() {}

    /** {@return every metric of predicted numbers, in the order in which results list them; immutable} */
    public static List<Metric<RegressionPredictions>> all() {
        return ALL;
    }

    /** {@return how names with a parameter are spelt, the parameter in capitals; immutable} */
    public static List<String> patterns() {
        return List.of("pinball_ALPHA");
    }

    /**
     * {@return the metric of a name, or empty}
     *
     * @param name a name such as {@code "rmse"}, in exactly this spelling; {@code "pinball_"} is followed by an alpha
     *     in (0, 1), such as {@code "pinball_0.9"}
     */
    public static Optional<Metric<RegressionPredictions>> named(String name) {
        if (name.startsWith(Pinball.PREFIX)) {
            return Pinball.named(name).map(metric -> metric);
        }
        return ALL.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }
}
