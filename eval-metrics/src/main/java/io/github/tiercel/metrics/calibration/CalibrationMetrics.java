package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.SmoothMetric;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All metrics of how well probabilities are calibrated, by constant and by name. They stand beside those of
 * {@link io.github.tiercel.metrics.binary.BinaryMetrics}, of which log-loss and Brier score hold calibration too.
 *
 * <pre>{@code
 * Value slope = CalibrationMetrics.CALIBRATION_SLOPE.value(predictions);   // 1 is ideal
 * }</pre>
 *
 * @since 0.1
 */
public final class CalibrationMetrics {

    static final Range UNBOUNDED = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Expected calibration error over 15 bins of equal mass. */
    public static final CalibrationError ECE = new CalibrationError(Binning.equalMass(Binning.DEFAULT_BINS));

    /** Expected calibration error over 15 bins of equal width. */
    public static final CalibrationError ECE_WIDTH = new CalibrationError(Binning.equalWidth(Binning.DEFAULT_BINS));

    /** Root of the debiased squared calibration error over 15 bins of equal mass. */
    public static final DebiasedCalibrationError ECE_L2 =
            new DebiasedCalibrationError(Binning.equalMass(Binning.DEFAULT_BINS));

    /** Largest calibration error of a bin of at least 30 rows, out of 15 bins of equal mass. */
    public static final MaxCalibrationError MCE =
            new MaxCalibrationError(Binning.equalMass(Binning.DEFAULT_BINS), MaxCalibrationError.DEFAULT_FEWEST_ROWS);

    /** Spiegelhalter's statistic of calibration. */
    public static final SpiegelhalterZ SPIEGELHALTER_Z = new SpiegelhalterZ();

    /** {@link #calibrationSlope} with the clip of log-loss. */
    public static final SmoothMetric<BinaryPredictions> CALIBRATION_SLOPE = calibrationSlope(Logit.DEFAULT_CLIP);

    /** {@link #calibrationIntercept} with the clip of log-loss. */
    public static final SmoothMetric<BinaryPredictions> CALIBRATION_INTERCEPT =
            calibrationIntercept(Logit.DEFAULT_CLIP);

    /** {@link #calibrationInTheLarge} with the clip of log-loss. */
    public static final SmoothMetric<BinaryPredictions> CALIBRATION_IN_THE_LARGE =
            calibrationInTheLarge(Logit.DEFAULT_CLIP);

    /** {@link BrierDecomposition#miscalibration} as a metric. */
    public static final Metric<BinaryPredictions> BRIER_MISCALIBRATION = BrierTerm.MISCALIBRATION;

    /** {@link BrierDecomposition#discrimination} as a metric. */
    public static final Metric<BinaryPredictions> BRIER_DISCRIMINATION = BrierTerm.DISCRIMINATION;

    /** {@link BrierDecomposition#uncertainty} as a metric; it belongs to the labels, and no model is better in it. */
    public static final SmoothMetric<BinaryPredictions> BRIER_UNCERTAINTY = new BrierUncertainty();

    private static final List<Metric<BinaryPredictions>> ALL = List.of(
            ECE,
            ECE_WIDTH,
            ECE_L2,
            MCE,
            SPIEGELHALTER_Z,
            CALIBRATION_SLOPE,
            CALIBRATION_INTERCEPT,
            CALIBRATION_IN_THE_LARGE,
            BRIER_MISCALIBRATION,
            BRIER_DISCRIMINATION,
            BRIER_UNCERTAINTY);

    private static final Pattern OVER_BINS = Pattern.compile("(ece|ece_width|ece_l2|mce)_([1-9][0-9]{0,3})");

    private CalibrationMetrics() {}

    /** {@return every metric of a fixed name, in the order in which results list them; immutable} */
    public static List<Metric<BinaryPredictions>> all() {
        return ALL;
    }

    /** {@return how names with a number of bins are spelt, the number in capitals; immutable} */
    public static List<String> patterns() {
        return List.of("ece_BINS", "ece_width_BINS", "ece_l2_BINS", "mce_BINS");
    }

    /**
     * {@return the metric of a name, or empty}
     *
     * @param name a name such as {@code "ece"} or, for another number of bins than 15, {@code "ece_10"}, in exactly
     *     this spelling
     */
    public static Optional<Metric<BinaryPredictions>> named(String name) {
        Matcher overBins = OVER_BINS.matcher(name);
        Optional<Metric<BinaryPredictions>> found = overBins.matches()
                ? Optional.of(overBins(overBins.group(1), Integer.parseInt(overBins.group(2))))
                : ALL.stream().filter(metric -> metric.name().equals(name)).findFirst();
        // One metric has one name: 15 bins are not spelt out.
        return found.filter(metric -> metric.name().equals(name));
    }

    /**
     * {@return the slope b of the logistic regression {@code logit P(y = 1) = a + b logit(p)} of labels on the log-odds
     * of their probabilities, by weighted maximum likelihood}
     *
     * <p>1 for a calibrated model; below 1 where probabilities are too extreme, as those of an overfitted model are;
     * above 1 where they are too near the middle; below 0 where they point the wrong way. Probabilities of 0 and 1 have
     * no log-odds, hence the clip.
     *
     * <p>Undefined without rows or without both classes, where scores are not probabilities, where all are equal, and
     * where a threshold separates the labels without a mistake. Some eight passes over the distinct scores after the
     * shared sort. Influence values are those of the estimating equations: {@code W (y - q)(x - c) / sum w q (1 - q)(x
     * - c)²}, x being the log-odds, q the fitted probability and c the mean of x under the weights {@code w q (1 - q)}.
     * Named {@code calibration_slope}; not in scikit-learn; {@code Slope} of {@code val.prob} in R's rms.
     *
     * <p>Source: D. R. Cox, "Two further applications of a model for binary regression", Biometrika 45 (1958),
     * doi:10.1093/biomet/45.3-4.562; when it exists: A. Albert, J. A. Anderson, Biometrika 71 (1984),
     * doi:10.1093/biomet/71.1.1.
     *
     * @param clip how close to 0 and 1 a probability may come, in [2^-53, 0.5)
     * @throws IllegalArgumentException if {@code clip} is not in [2^-53, 0.5)
     */
    public static SmoothMetric<BinaryPredictions> calibrationSlope(double clip) {
        return new RecalibrationMetric(Coefficient.SLOPE, new Logit(clip));
    }

    /**
     * {@return the intercept a of the same regression as {@link #calibrationSlope}, beside its slope}
     *
     * <p>0 for a calibrated model. It is the log-odds where the model says 0.5, and depends on the slope; for "too high
     * or too low on the whole" see {@link #calibrationInTheLarge}. Undefined as the slope is. Named
     * {@code calibration_intercept}; {@code Intercept} of {@code val.prob} in R's rms.
     *
     * @param clip how close to 0 and 1 a probability may come, in [2^-53, 0.5)
     * @throws IllegalArgumentException if {@code clip} is not in [2^-53, 0.5)
     */
    public static SmoothMetric<BinaryPredictions> calibrationIntercept(double clip) {
        return new RecalibrationMetric(Coefficient.INTERCEPT, new Logit(clip));
    }

    /**
     * {@return the intercept a of {@code logit P(y = 1) = a + logit(p)}, the slope held at 1}
     *
     * <p>0 where the mean probability is right; above 0 where probabilities are too low on the whole, below 0 where
     * they are too high. Undefined without rows or without both classes, and where scores are not probabilities. Named
     * {@code calibration_in_the_large}. Influence values {@code W (y - q) / sum w q (1 - q)}.
     *
     * <p>Source: B. Van Calster et al., "Calibration: the Achilles heel of predictive analytics", BMC Medicine 17
     * (2019), doi:10.1186/s12916-019-1466-7, where it is called the calibration intercept.
     *
     * @param clip how close to 0 and 1 a probability may come, in [2^-53, 0.5)
     * @throws IllegalArgumentException if {@code clip} is not in [2^-53, 0.5)
     */
    public static SmoothMetric<BinaryPredictions> calibrationInTheLarge(double clip) {
        return new RecalibrationMetric(Coefficient.LEVEL, new Logit(clip));
    }

    private static Metric<BinaryPredictions> overBins(String metric, int bins) {
        return switch (metric) {
            case "ece" -> new CalibrationError(Binning.equalMass(bins));
            case "ece_width" -> new CalibrationError(Binning.equalWidth(bins));
            case "ece_l2" -> new DebiasedCalibrationError(Binning.equalMass(bins));
            default -> new MaxCalibrationError(Binning.equalMass(bins), MaxCalibrationError.DEFAULT_FEWEST_ROWS);
        };
    }
}
