package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.calibration.LogisticPoint.Line;
import org.apache.commons.math3.analysis.UnivariateFunction;

/**
 * Temperature scaling: log-odds are divided by the one number that makes log-loss smallest. The order of scores and all
 * decisions at 0.5 stay as they are, so it suits a model whose ranking is fine and whose confidence is not; it needs
 * few rows.
 *
 * <p>The loss is convex in 1/T, so its derivative has one root; Brent's method finds it on ln T between temperatures
 * 0.01 and 100. Where the loss still falls at an end (labels that a threshold at 0.5 separates, or scores that point
 * the wrong way), the end is taken. O(distinct scores) an iteration after the shared sort, about ten.
 *
 * <p>Source: C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On Calibration of Modern Neural Networks", ICML 2017,
 * doi:10.48550/arXiv.1706.04599. Called {@code CalibratedClassifierCV(method="temperature")} in scikit-learn since 1.8.
 *
 * @since 0.1
 */
public final class TemperatureCalibrator implements Calibrator {

    private static final double LOWEST = 0.01;
    private static final double HIGHEST = 100;

    private final ScoreScale scale;

    private TemperatureCalibrator(ScoreScale scale) {
        this.scale = scale;
    }

    /** {@return a calibrator of probabilities, which are clipped as log-loss clips them} */
    public static TemperatureCalibrator ofProbabilities() {
        return ofProbabilities(Logit.DEFAULT_CLIP);
    }

    /**
     * {@return a calibrator of probabilities}
     *
     * @param clip how close to 0 and 1 a probability may come, in [2^-53, 0.5)
     * @throws IllegalArgumentException if {@code clip} is not in [2^-53, 0.5)
     */
    public static TemperatureCalibrator ofProbabilities(double clip) {
        return new TemperatureCalibrator(ScoreScale.ofProbabilities(clip));
    }

    /** {@return a calibrator of finite log-odds, such as a network gives before its last sigmoid} */
    public static TemperatureCalibrator ofLogOdds() {
        return new TemperatureCalibrator(ScoreScale.AS_GIVEN);
    }

    @Override
    public TemperatureMap fit(BinaryPredictions predictions) {
        LogisticSample sample = scale.sample(predictions);
        UnivariateFunction slope =
                logTemperature -> LogisticPoint.at(sample, new Line(0, 1, 0, Math.exp(-logTemperature)))
                        .tiltSlope();
        return new TemperatureMap(temperature(slope), scale);
    }

    /** Where the downward derivative of the loss by 1/T, which rises with T, passes 0. */
    private static double temperature(UnivariateFunction slope) {
        double lowest = Math.log(LOWEST);
        double highest = Math.log(HIGHEST);
        if (!(slope.value(lowest) < 0)) {
            return LOWEST;
        }
        if (!(slope.value(highest) > 0)) {
            return HIGHEST;
        }
        return Math.exp(Roots.between(lowest, highest, slope));
    }
}
