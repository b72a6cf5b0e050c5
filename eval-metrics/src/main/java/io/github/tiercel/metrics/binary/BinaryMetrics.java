package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import java.util.List;
import java.util.Optional;

/**
 * All metrics of binary predictions, by constant and by name. Metrics of a decision stand here at threshold 0.5;
 * {@link ConfusionMetric#at} gives them at another one.
 *
 * <pre>{@code
 * Metric<BinaryPredictions> f1 = BinaryMetrics.F1.at(0.3);
 * }</pre>
 *
 * @since 0.1
 */
public final class BinaryMetrics {

    /** The threshold of decisions unless another one is named. */
    public static final double DEFAULT_THRESHOLD = 0.5;

    /** Area under the ROC curve. */
    public static final RocAuc ROC_AUC = new RocAuc();

    /** Average precision, the step-wise area under the precision-recall curve. */
    public static final AveragePrecision AVERAGE_PRECISION = new AveragePrecision();

    /** Log-loss, clipped as scikit-learn does. */
    public static final LogLoss LOG_LOSS = new LogLoss(LogLoss.DEFAULT_CLIP);

    /** Brier score. */
    public static final Brier BRIER = new Brier();

    /** Share of rows predicted right, at threshold 0.5. */
    public static final Accuracy ACCURACY = new Accuracy(DEFAULT_THRESHOLD);

    /** Mean of recall and specificity, at threshold 0.5. */
    public static final BalancedAccuracy BALANCED_ACCURACY = new BalancedAccuracy(DEFAULT_THRESHOLD);

    /** Share of predicted positives that are positive, at threshold 0.5. */
    public static final Precision PRECISION = new Precision(DEFAULT_THRESHOLD);

    /** Share of positives that are predicted positive, at threshold 0.5. */
    public static final Recall RECALL = new Recall(DEFAULT_THRESHOLD);

    /** Share of negatives that are predicted negative, at threshold 0.5. */
    public static final Specificity SPECIFICITY = new Specificity(DEFAULT_THRESHOLD);

    /** Harmonic mean of precision and recall, at threshold 0.5. */
    public static final FBeta F1 = new FBeta(1, DEFAULT_THRESHOLD);

    /** Matthews correlation coefficient, at threshold 0.5. */
    public static final Mcc MCC = new Mcc(DEFAULT_THRESHOLD);

    /** Cohen's kappa, at threshold 0.5. */
    public static final CohenKappa COHEN_KAPPA = new CohenKappa(DEFAULT_THRESHOLD);

    /** Largest F1 over all thresholds. */
    public static final BestF1 BEST_F1 = new BestF1();

    private static final List<Metric<BinaryPredictions>> ALL = List.of(
            ROC_AUC,
            AVERAGE_PRECISION,
            LOG_LOSS,
            BRIER,
            ACCURACY,
            BALANCED_ACCURACY,
            PRECISION,
            RECALL,
            SPECIFICITY,
            F1,
            MCC,
            COHEN_KAPPA,
            BEST_F1);

    private BinaryMetrics() {}

    /** {@return every metric of binary predictions, in the order in which results list them; immutable} */
    public static List<Metric<BinaryPredictions>> all() {
        return ALL;
    }

    /** {@return how names with a parameter are spelt, the parameter in capitals; immutable} */
    public static List<String> patterns() {
        return List.of();
    }

    /**
     * {@return the metric of a name, or empty}
     *
     * @param name a name such as {@code "roc_auc"}, in exactly this spelling
     */
    public static Optional<Metric<BinaryPredictions>> named(String name) {
        return ALL.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }

    /**
     * {@return the metric at a threshold if it depends on one, else the metric itself}
     *
     * @param metric any metric
     * @param threshold any number but NaN
     */
    public static Metric<BinaryPredictions> at(Metric<BinaryPredictions> metric, double threshold) {
        return metric instanceof ConfusionMetric confusion ? confusion.at(threshold) : metric;
    }
}
