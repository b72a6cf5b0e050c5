package io.github.tiercel.metrics.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of the calibration metrics and of what the Brier score is taken apart into. */
class CalibrationMetricsProperties {

    private static final double TOLERANCE = 1e-12;

    @Provide
    Arbitrary<Metric<BinaryPredictions>> metrics() {
        List<Metric<BinaryPredictions>> metrics = new ArrayList<>(CalibrationMetrics.all());
        metrics.add(new CalibrationError(Binning.equalMass(4)));
        metrics.add(new CalibrationError(Binning.equalWidth(3)));
        metrics.add(new DebiasedCalibrationError(Binning.equalMass(3)));
        metrics.add(new MaxCalibrationError(Binning.equalMass(3), 2));
        metrics.add(CalibrationMetrics.calibrationSlope(0.01));
        metrics.add(CalibrationMetrics.calibrationInTheLarge(0.01));
        return Arbitraries.of(metrics);
    }

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Provide
    Arbitrary<BinaryPredictions> probabilities() {
        return RandomPredictions.probabilities();
    }

    @Property(seed = "42")
    void orderOfRowsDoesNotMatter(
            @ForAll("metrics") Metric<BinaryPredictions> metric,
            @ForAll("probabilities") BinaryPredictions predictions,
            @ForAll Random random) {
        BinaryPredictions shuffled = predictions.select(Reweighted.shuffled(predictions.rows(), random));
        assertEqual(metric, predictions, shuffled);
    }

    @Property(seed = "42")
    void wholeWeightCountsAsRepetitionUnlessRowsAreCounted(
            @ForAll("metrics") Metric<BinaryPredictions> metric,
            @ForAll("probabilities") BinaryPredictions predictions,
            @ForAll Random random) {
        int most = metric.countsRows() ? 1 : 3;
        int[] times = random.ints(predictions.rows(), 0, most + 1).toArray();
        BinaryPredictions weighted = Reweighted.times(predictions, row -> times[row]);
        assertEqual(metric, Reweighted.repeated(predictions, times), weighted);
    }

    @Property(seed = "42")
    void onlyRatiosOfWeightsMatterHoweverLargeOrSmall(
            @ForAll("metrics") Metric<BinaryPredictions> metric,
            @ForAll("probabilities") BinaryPredictions predictions) {
        assertEqual(metric, predictions, Reweighted.times(predictions, row -> 0x1p900));
        assertEqual(metric, predictions, Reweighted.times(predictions, row -> 0x1p-900));
    }

    @Property(seed = "42")
    void valueLiesInItsRange(
            @ForAll("metrics") Metric<BinaryPredictions> metric, @ForAll("predictions") BinaryPredictions predictions) {
        Value value = metric.value(predictions);
        assertTrue(!value.isDefined() || metric.range().contains(value.orNaN()), () -> metric.name() + " " + value);
    }

    @Property(seed = "42")
    void influenceValuesHaveMeanZeroAndAreTheDerivativeByWeight(
            @ForAll("metrics") Metric<BinaryPredictions> metric,
            @ForAll("probabilities") BinaryPredictions predictions) {
        if (metric instanceof SmoothMetric<BinaryPredictions> smooth
                && metric.value(predictions).isDefined()) {
            new InfluenceLaw(smooth, predictions).check();
        }
    }

    @Property(seed = "42")
    void brierIsMiscalibrationLessDiscriminationPlusUncertainty(
            @ForAll("probabilities") BinaryPredictions predictions) {
        BrierDecomposition.of(predictions).ifPresent(terms -> {
            assertEquals(BinaryMetrics.BRIER.value(predictions).orNaN(), terms.brier(), TOLERANCE);
            assertTrue(terms.miscalibration() >= 0 && terms.discrimination() >= 0);
        });
    }

    @Property(seed = "42")
    void brierIsTheSumOfMurphysTermsOverAnyBins(
            @ForAll("probabilities") BinaryPredictions predictions,
            @ForAll BinRule rule,
            @ForAll @IntRange(min = 1, max = 20) int bins) {
        Binning binning = new Binning(rule, bins);
        MurphyDecomposition.of(predictions, binning)
                .ifPresent(terms ->
                        assertEquals(BinaryMetrics.BRIER.value(predictions).orNaN(), terms.brier(), TOLERANCE));
    }

    @Property(seed = "42")
    void termsAreDefinedWhereTheBrierScoreIs(@ForAll("predictions") BinaryPredictions predictions) {
        boolean defined = BinaryMetrics.BRIER.value(predictions).isDefined();
        assertEquals(defined, BrierDecomposition.of(predictions).isPresent());
        assertEquals(
                defined,
                MurphyDecomposition.of(predictions, Binning.equalMass(5)).isPresent());
        assertEquals(
                BinaryMetrics.BRIER.value(predictions).reason(),
                CalibrationMetrics.ECE.value(predictions).reason());
    }

    private static void assertEqual(
            Metric<BinaryPredictions> metric, BinaryPredictions expected, BinaryPredictions actual) {
        Value a = metric.value(expected);
        Value b = metric.value(actual);
        if (a.isDefined() && b.isDefined()) {
            assertEquals(a.orNaN(), b.orNaN(), TOLERANCE * Math.max(1, Math.abs(a.orNaN())), metric.name());
        } else {
            assertEquals(a, b, metric.name());
        }
    }
}
