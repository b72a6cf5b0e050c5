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

    /** Gini coefficient, {@code 2 AUC - 1}. */
    public static final Gini GINI = new Gini();

    /** Largest difference of true and false positive rate over all thresholds. */
    public static final KolmogorovSmirnov KS = new KolmogorovSmirnov();

    /** Average precision, the step-wise area under the precision-recall curve. */
    public static final AveragePrecision AVERAGE_PRECISION = new AveragePrecision();

    /** Area under the precision-recall curve as interpolated by Davis and Goadrich. */
    public static final DavisGoadrichPrAuc PR_AUC_DG = new DavisGoadrichPrAuc();

    /** Area under the precision-recall curve with straight lines; to compare with tools that have no other. */
    public static final TrapezoidPrAuc PR_AUC_TRAPEZOID = new TrapezoidPrAuc();

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

    /** Share of predicted negatives that are negative, at threshold 0.5. */
    public static final NegativePredictiveValue NPV = new NegativePredictiveValue(DEFAULT_THRESHOLD);

    /** Share of negatives that are predicted positive, at threshold 0.5. */
    public static final FalsePositiveRate FPR = new FalsePositiveRate(DEFAULT_THRESHOLD);

    /** Share of positives that are predicted negative, at threshold 0.5. */
    public static final FalseNegativeRate FNR = new FalseNegativeRate(DEFAULT_THRESHOLD);

    /** Harmonic mean of precision and recall, at threshold 0.5. */
    public static final FBeta F1 = new FBeta(1, DEFAULT_THRESHOLD);

    /** F-beta in which recall matters twice as much as precision, at threshold 0.5. */
    public static final FBeta F2 = new FBeta(2, DEFAULT_THRESHOLD);

    /** True positives over all rows that are positive by label or prediction, at threshold 0.5. */
    public static final Jaccard JACCARD = new Jaccard(DEFAULT_THRESHOLD);

    /** Recall plus specificity less one, at threshold 0.5. */
    public static final YoudenJ YOUDEN_J = new YoudenJ(DEFAULT_THRESHOLD);

    /** Matthews correlation coefficient, at threshold 0.5. */
    public static final Mcc MCC = new Mcc(DEFAULT_THRESHOLD);

    /** Cohen's kappa, at threshold 0.5. */
    public static final CohenKappa COHEN_KAPPA = new CohenKappa(DEFAULT_THRESHOLD);

    /** Largest F1 over all thresholds. */
    public static final BestF1 BEST_F1 = new BestF1();

    private static final List<Metric<BinaryPredictions>> ALL = List.of(
            ROC_AUC,
            GINI,
            KS,
            PartialRocAuc.byFalsePositiveRate(0, 0.1),
            PartialRocAuc.byFalsePositiveRate(0, 0.1).raw(),
            PartialRocAuc.bySensitivity(0.9, 1),
            PartialRocAuc.bySensitivity(0.9, 1).raw(),
            AVERAGE_PRECISION,
            PR_AUC_DG,
            PR_AUC_TRAPEZOID,
            new PrecisionAtRecall(0.9),
            new RecallAtPrecision(0.9),
            new Lift(0.1),
            new Gain(0.1),
            LOG_LOSS,
            BRIER,
            ACCURACY,
            BALANCED_ACCURACY,
            PRECISION,
            RECALL,
            SPECIFICITY,
            NPV,
            FPR,
            FNR,
            F1,
            F2,
            JACCARD,
            YOUDEN_J,
            MCC,
            COHEN_KAPPA,
            new MeanCost(CostMatrix.ofErrors(1, 5), DEFAULT_THRESHOLD),
            BEST_F1);

    private BinaryMetrics() {}

    /**
     * {@return every metric of binary predictions, and of each kind whose name carries numbers one, in the order in
     * which results list them; immutable}
     */
    public static List<Metric<BinaryPredictions>> all() {
        return ALL;
    }

    /** {@return how names with a parameter are spelt, the parameter in capitals; immutable} */
    public static List<String> patterns() {
        return NumberedNames.patterns();
    }

    /**
     * {@return the metric of a name, or empty}
     *
     * @param name a name such as {@code "roc_auc"}, or one that carries plain decimal numbers such as
     *     {@code "partial_auc_0.1"}, {@code "f0.5"} or {@code "cost_1_5"}, in exactly this spelling: {@code 0.1},
     *     neither {@code .1} nor {@code 0.10}. Two numbers give a partial area a range of its own:
     *     {@code "partial_auc_0.1_0.3"}; four give a cost to every outcome, in the order of {@link CostMatrix}.
     */
    public static Optional<Metric<BinaryPredictions>> named(String name) {
        return ALL.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .or(() -> NumberedNames.find(name));
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
