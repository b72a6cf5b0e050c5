package io.github.tiercel.metrics.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.LogLoss;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every calibrator's map keeps to. */
class CalibratorProperties {

    private static final double CLIP = 1e-3;
    private static final double TOLERANCE = 1e-9;

    @Provide
    Arbitrary<Calibrator> calibrators() {
        IsotonicCalibrator isotonic = IsotonicCalibrator.withDefaults().evenOnFewRows();
        return Arbitraries.of(
                TemperatureCalibrator.ofProbabilities(CLIP),
                PlattCalibrator.ofProbabilities(CLIP),
                isotonic,
                isotonic.inSteps(),
                isotonic.clipped());
    }

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.probabilities()
                .filter(some -> some.positives() > 0
                        && some.negatives() > 0
                        && some.groups().score(0)
                                        - some.groups().score(some.groups().size() - 1)
                                > 10 * CLIP);
    }

    @Property(seed = "42")
    void mapIsMonotoneAndGivesProbabilities(
            @ForAll("calibrators") Calibrator calibrator,
            @ForAll("predictions") BinaryPredictions predictions,
            @ForAll Random random) {
        CalibrationMap map = calibrator.fit(predictions);
        double sign = map instanceof PlattMap platt && platt.slope() < 0 ? -1 : 1;
        double[] scores = random.doubles(20).sorted().toArray();
        double last = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            double probability = map.apply(score);
            assertTrue(probability >= 0 && probability <= 1);
            assertTrue(sign * probability >= last, () -> score + " " + probability);
            last = sign * probability;
        }
    }

    @Property(seed = "42")
    void orderOfRowsAndScaleOfWeightsDoNotMatter(
            @ForAll("calibrators") Calibrator calibrator,
            @ForAll("predictions") BinaryPredictions predictions,
            @ForAll Random random) {
        CalibrationMap map = calibrator.fit(predictions);
        CalibrationMap shuffled = calibrator.fit(predictions.select(Reweighted.shuffled(predictions.rows(), random)));
        CalibrationMap heavier = calibrator.fit(Reweighted.times(predictions, row -> 1024));
        for (double score : random.doubles(10).toArray()) {
            assertEquals(map.apply(score), shuffled.apply(score), TOLERANCE);
            // Platt's targets rest on the weight itself.
            if (!(map instanceof PlattMap)) {
                assertEquals(map.apply(score), heavier.apply(score), TOLERANCE);
            }
        }
    }

    @Property(seed = "42")
    void noOtherTemperatureHasASmallerLogLoss(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll Random random) {
        TemperatureMap best = TemperatureCalibrator.ofProbabilities(CLIP).fit(predictions);
        double least = logLoss(best.applyTo(predictions));
        for (int i = 0; i < 5; i++) {
            TemperatureMap other =
                    new TemperatureMap(Math.pow(100, 2 * random.nextDouble() - 1), ScoreScale.ofProbabilities(CLIP));
            assertTrue(logLoss(other.applyTo(predictions)) >= least - TOLERANCE);
        }
    }

    @Property(seed = "42")
    void noOtherMapThatRisesHasASmallerBrierScore(@ForAll("predictions") BinaryPredictions predictions) {
        CalibrationMap best = IsotonicCalibrator.withDefaults().evenOnFewRows().fit(predictions);
        double least = BinaryMetrics.BRIER.value(best.applyTo(predictions)).orNaN();
        CalibrationMap temperature = TemperatureCalibrator.ofProbabilities(CLIP).fit(predictions);
        assertTrue(least <= BinaryMetrics.BRIER.value(predictions).orNaN() + TOLERANCE);
        assertTrue(least
                <= BinaryMetrics.BRIER.value(temperature.applyTo(predictions)).orNaN() + TOLERANCE);
    }

    private static double logLoss(BinaryPredictions predictions) {
        return new LogLoss(0x1p-53).value(predictions).orNaN();
    }
}
