package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.ShareMetric;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All metrics of predictions of one class out of several, by constant and by name. Every one has influence values.
 *
 * <p>Metrics of decisions read the class of highest score, and of equal ones the one with the lowest index
 * ({@link ConfusionTable}); they, the ROC-AUCs and the average precisions take any scores. Log-loss and Brier score
 * need probabilities that sum to 1 in each row, up to 1e-4. What averages over all classes is undefined where a
 * declared class has no row of positive weight; {@link ConfusionTable#absentClasses()} names it. Weights count
 * everywhere.
 *
 * <pre>{@code
 * var predictions = MulticlassPredictions.of(List.of("cat", "dog"), new int[] {0, 1}, new double[][] {{.9, .2}, {.1, .8}});
 * double f1 = MulticlassMetrics.F1_MACRO.value(predictions).orNaN();   // 1.0
 * }</pre>
 *
 * @since 0.1
 */
public final class MulticlassMetrics {

    /** Mean over classes of the ROC-AUC of a class against the rest. */
    public static final SmoothMetric<MulticlassPredictions> ROC_AUC_OVR =
            new OneVersusRest<>(BinaryMetrics.ROC_AUC, false);

    /** The same, each class counting by its weight; defined with classes absent, if two are present. */
    public static final SmoothMetric<MulticlassPredictions> ROC_AUC_OVR_WEIGHTED =
            new OneVersusRest<>(BinaryMetrics.ROC_AUC, true);

    /** ROC-AUC over all pairs of a row and a class. */
    public static final SmoothMetric<MulticlassPredictions> ROC_AUC_OVR_MICRO = new Pooled<>(BinaryMetrics.ROC_AUC);

    /** Mean over pairs of classes of their ROC-AUC against each other, as of Hand and Till. */
    public static final SmoothMetric<MulticlassPredictions> ROC_AUC_OVO = new OneVersusOneAuc(false);

    /** The same, each pair counting by its weight. */
    public static final SmoothMetric<MulticlassPredictions> ROC_AUC_OVO_WEIGHTED = new OneVersusOneAuc(true);

    /** Mean over classes of the average precision of a class against the rest. */
    public static final SmoothMetric<MulticlassPredictions> AVERAGE_PRECISION_OVR =
            new OneVersusRest<>(BinaryMetrics.AVERAGE_PRECISION, false);

    /** The same, each class counting by its weight; defined with classes absent, if two are present. */
    public static final SmoothMetric<MulticlassPredictions> AVERAGE_PRECISION_OVR_WEIGHTED =
            new OneVersusRest<>(BinaryMetrics.AVERAGE_PRECISION, true);

    /** Average precision over all pairs of a row and a class. */
    public static final SmoothMetric<MulticlassPredictions> AVERAGE_PRECISION_OVR_MICRO =
            new Pooled<>(BinaryMetrics.AVERAGE_PRECISION);

    /** Mean of {@code -ln p} of the row's class, clipped at 2^-52; rows are read as given. */
    public static final RowMeanMetric LOG_LOSS = new LogLoss(LogLoss.DEFAULT_CLIP, false);

    /** Log-loss with each row divided by its sum, as scikit-learn does without being asked. */
    public static final RowMeanMetric LOG_LOSS_NORMALISED = new LogLoss(LogLoss.DEFAULT_CLIP, true);

    /** Brier score summed over classes, in [0, 2]. */
    public static final RowMeanMetric BRIER = new Brier();

    /** Share of rows predicted right. */
    public static final TableMetric ACCURACY = new Accuracy("accuracy");

    /** Mean of the recalls of all classes, as {@link #RECALL_MACRO}. */
    public static final TableMetric BALANCED_ACCURACY = new MacroRate("balanced_accuracy", Rate.RECALL);

    /** Share of rows whose class is among the three of highest score; ties at the cut count by chance. */
    public static final ShareMetric<MulticlassPredictions> TOP_3 = topK(3);

    /** Mean of the precisions of all classes. */
    public static final TableMetric PRECISION_MACRO = new MacroRate("precision_macro", Rate.PRECISION);

    /** Mean of the recalls of all classes. */
    public static final TableMetric RECALL_MACRO = new MacroRate("recall_macro", Rate.RECALL);

    /** Mean of the F1s of all classes. */
    public static final TableMetric F1_MACRO = new MacroRate("f1_macro", Rate.F1);

    /** Precision over all rows; the same number as accuracy. */
    public static final TableMetric PRECISION_MICRO = new Accuracy("precision_micro");

    /** Recall over all rows; the same number as accuracy. */
    public static final TableMetric RECALL_MICRO = new Accuracy("recall_micro");

    /** F1 over all rows; the same number as accuracy. */
    public static final TableMetric F1_MICRO = new Accuracy("f1_micro");

    /** Mean of the precisions, each class counting by its weight. */
    public static final TableMetric PRECISION_WEIGHTED = new SupportRate(Rate.PRECISION);

    /** Mean of the recalls, each class counting by its weight; the same number as accuracy. */
    public static final TableMetric RECALL_WEIGHTED = new Accuracy("recall_weighted");

    /** Mean of the F1s, each class counting by its weight. */
    public static final TableMetric F1_WEIGHTED = new SupportRate(Rate.F1);

    /** Mean of the F2s of all classes. */
    public static final TableMetric F2_MACRO = fBetaMacro(2);

    /** Mean of the F2s, each class counting by its weight. */
    public static final TableMetric F2_WEIGHTED = fBetaWeighted(2);

    /** Matthews correlation of several classes. */
    public static final TableMetric MCC = new Mcc();

    /** Cohen's kappa; every disagreement counts alike. */
    public static final TableMetric COHEN_KAPPA = new CohenKappa(KappaWeights.NONE);

    /** Cohen's kappa; a disagreement counts by the distance of the two classes in their declared order. */
    public static final TableMetric COHEN_KAPPA_LINEAR = new CohenKappa(KappaWeights.LINEAR);

    /** Cohen's kappa; a disagreement counts by the squared distance of the two classes in their declared order. */
    public static final TableMetric COHEN_KAPPA_QUADRATIC = new CohenKappa(KappaWeights.QUADRATIC);

    private static final List<Metric<MulticlassPredictions>> ALL = List.of(
            ROC_AUC_OVR,
            ROC_AUC_OVR_WEIGHTED,
            ROC_AUC_OVR_MICRO,
            ROC_AUC_OVO,
            ROC_AUC_OVO_WEIGHTED,
            AVERAGE_PRECISION_OVR,
            AVERAGE_PRECISION_OVR_WEIGHTED,
            AVERAGE_PRECISION_OVR_MICRO,
            LOG_LOSS,
            LOG_LOSS_NORMALISED,
            BRIER,
            ACCURACY,
            BALANCED_ACCURACY,
            TOP_3,
            PRECISION_MACRO,
            RECALL_MACRO,
            F1_MACRO,
            PRECISION_MICRO,
            RECALL_MICRO,
            F1_MICRO,
            PRECISION_WEIGHTED,
            RECALL_WEIGHTED,
            F1_WEIGHTED,
            F2_MACRO,
            F2_WEIGHTED,
            MCC,
            COHEN_KAPPA,
            COHEN_KAPPA_LINEAR,
            COHEN_KAPPA_QUADRATIC);

    private static final Pattern TOP_K = Pattern.compile("top_([1-9][0-9]{0,6})");

    private static final Pattern OF_CLASS = Pattern.compile("(precision|recall|f[0-9.]+)\\[(.*)]", Pattern.DOTALL);

    private static final Pattern F_AVERAGE = Pattern.compile("(f[0-9.]+)_(macro|weighted)");

    private MulticlassMetrics() {}

    /**
     * {@return every metric without a parameter, top_3 and the averages of F2, in the order in which results list them;
     * immutable}
     */
    public static List<Metric<MulticlassPredictions>> all() {
        return ALL;
    }

    /** {@return how names with a parameter are spelt, the parameter in capitals; immutable} */
    public static List<String> patterns() {
        return List.of(
                "top_K",
                "fBETA_macro",
                "fBETA_weighted",
                "precision[CLASS]",
                "recall[CLASS]",
                "f1[CLASS]",
                "fBETA[CLASS]");
    }

    /**
     * {@return the metric of a name, or empty}
     *
     * @param name a name such as {@code "f1_macro"}, {@code "top_5"}, {@code "f0.5_macro"} or, for one class,
     *     {@code "recall[cat]"}, in exactly this spelling
     */
    public static Optional<Metric<MulticlassPredictions>> named(String name) {
        Matcher topK = TOP_K.matcher(name);
        if (topK.matches()) {
            return Optional.of(topK(Integer.parseInt(topK.group(1))));
        }
        Matcher ofClass = OF_CLASS.matcher(name);
        if (ofClass.matches()) {
            return Rate.named(ofClass.group(1)).map(rate -> ClassRate.of(rate, ofClass.group(2)));
        }
        Matcher average = F_AVERAGE.matcher(name);
        if (average.matches()) {
            return Rate.named(average.group(1))
                    .map(rate -> average.group(2).equals("macro") ? new MacroRate(name, rate) : new SupportRate(rate));
        }
        return ALL.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }

    /**
     * {@return the share of rows whose class is among the k of highest score}
     *
     * <p>Where the row's class is tied at the cut, the row counts as the chance of being in when ties are broken at
     * random (scikit-learn's {@code top_k_accuracy_score} favours the highest index). So {@code top_1} equals accuracy
     * where no row has two highest scores. Undefined without rows.
     *
     * @param k how many classes are looked at; from the number of classes on the value is 1
     * @throws IllegalArgumentException if {@code k} is below 1
     */
    public static ShareMetric<MulticlassPredictions> topK(int k) {
        return new TopK(k);
    }

    /**
     * {@return log-loss with another clip}
     *
     * @param clip how close to 0 and 1 a probability may come, in [2^-53, 0.5)
     * @param normalised whether each row's clipped scores are divided by their sum
     * @throws IllegalArgumentException if {@code clip} is not in [2^-53, 0.5)
     */
    public static RowMeanMetric logLoss(double clip, boolean normalised) {
        return new LogLoss(clip, normalised);
    }

    /**
     * {@return the share of rows predicted to be of a class that are}
     *
     * <p>Undefined where the class is never predicted. The metric refuses predictions that do not declare the class.
     *
     * @param className the name of the class
     */
    public static TableMetric precision(String className) {
        return ClassRate.of(Rate.PRECISION, className);
    }

    /**
     * {@return the share of rows of a class that are predicted to be}
     *
     * <p>Undefined where the class has no row. The metric refuses predictions that do not declare the class.
     *
     * @param className the name of the class
     */
    public static TableMetric recall(String className) {
        return ClassRate.of(Rate.RECALL, className);
    }

    /**
     * {@return the harmonic mean of precision and recall of a class, {@code 2 TP / (2 TP + FN + FP)}}
     *
     * <p>Undefined where the class has no row and is never predicted. The metric refuses predictions that do not
     * declare the class.
     *
     * @param className the name of the class
     */
    public static TableMetric f1(String className) {
        return ClassRate.of(Rate.F1, className);
    }

    /**
     * {@return the F-beta of a class, {@code (1 + b²) TP / ((1 + b²) TP + b² FN + FP)}}
     *
     * <p>Undefined where the class has no row and is never predicted. The metric refuses predictions that do not
     * declare the class.
     *
     * @param beta how many times as much recall matters as precision; in [1e-6, 1e6]
     * @param className the name of the class
     * @throws IllegalArgumentException if {@code beta} is not in [1e-6, 1e6]
     */
    public static TableMetric fBeta(double beta, String className) {
        return ClassRate.of(Rate.fBeta(beta), className);
    }

    /**
     * {@return the mean of the F-betas of all classes; undefined where a class has no row}
     *
     * @param beta how many times as much recall matters as precision; in [1e-6, 1e6]
     * @throws IllegalArgumentException if {@code beta} is not in [1e-6, 1e6]
     */
    public static TableMetric fBetaMacro(double beta) {
        Rate rate = Rate.fBeta(beta);
        return new MacroRate(rate.spelling() + "_macro", rate);
    }

    /**
     * {@return the mean of the F-betas, each class counting by its weight}
     *
     * @param beta how many times as much recall matters as precision; in [1e-6, 1e6]
     * @throws IllegalArgumentException if {@code beta} is not in [1e-6, 1e6]
     */
    public static TableMetric fBetaWeighted(double beta) {
        return new SupportRate(Rate.fBeta(beta));
    }
}
