package io.github.tiercel.metrics.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RandomPredictions;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CalibrationCurvesProperties {

    private static final double TOLERANCE = 1e-12;

    @Provide
    Arbitrary<BinaryPredictions> probabilities() {
        return RandomPredictions.probabilities().filter(predictions -> predictions.weightedRows() > 0);
    }

    @Property(seed = "42")
    void curveRisesInAtMostSoManySteps(
            @ForAll("probabilities") BinaryPredictions predictions, @ForAll @IntRange(min = 1, max = 12) int most) {
        List<CalibrationStep> steps =
                CalibrationCurve.of(predictions, most).orElseThrow().steps();
        assertTrue(steps.size() <= most);
        for (int i = 1; i < steps.size(); i++) {
            CalibrationStep lower = steps.get(i - 1);
            CalibrationStep upper = steps.get(i);
            assertTrue(lower.observed() < upper.observed());
            assertTrue(lower.highest() < upper.lowest());
            assertTrue(lower.predicted() <= upper.predicted());
        }
    }

    @Property(seed = "42")
    void curveKeepsWeightShareAndMean(
            @ForAll("probabilities") BinaryPredictions predictions, @ForAll @IntRange(min = 1, max = 12) int most) {
        double weight = 0;
        double positive = 0;
        double predicted = 0;
        for (CalibrationStep step :
                CalibrationCurve.of(predictions, most).orElseThrow().steps()) {
            weight += step.weight();
            positive += step.weight() * step.observed();
            predicted += step.weight() * step.predicted();
        }
        double total = predictions.groups().total();
        assertEquals(total, weight, TOLERANCE * total);
        assertEquals(predictions.groups().positives(), positive, TOLERANCE * total);
        assertEquals(weightedScores(predictions), predicted, 1e-8 * total);
    }

    @Property(seed = "42")
    void binsHoldAllWeightOnceAndIntervalsHoldTheirShares(
            @ForAll("probabilities") BinaryPredictions predictions,
            @ForAll BinRule rule,
            @ForAll @IntRange(min = 1, max = 12) int most) {
        List<ReliabilityBin> bins = ReliabilityCurve.of(predictions, new Binning(rule, most), 0.95)
                .orElseThrow()
                .bins();
        assertTrue(bins.size() <= most);
        assertEquals(
                predictions.weightedRows(),
                bins.stream().mapToInt(ReliabilityBin::rows).sum());
        for (ReliabilityBin bin : bins) {
            assertTrue(bin.interval().contains(bin.observed()));
            assertTrue(bin.predicted() >= bin.lowest() - TOLERANCE && bin.predicted() <= bin.highest() + TOLERANCE);
        }
    }

    private static double weightedScores(BinaryPredictions predictions) {
        double sum = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            sum += predictions.weight(row) * predictions.probability(row);
        }
        return sum;
    }
}
