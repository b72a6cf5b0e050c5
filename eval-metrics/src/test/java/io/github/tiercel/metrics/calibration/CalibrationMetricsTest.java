package io.github.tiercel.metrics.calibration;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import io.github.tiercel.metrics.registry.MetricFamily;
import io.github.tiercel.metrics.resample.Bootstrap;
import io.github.tiercel.metrics.resample.Replicates;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationMetricsTest {

    @Test
    void namesAreThoseOfTheContract() {
        assertEquals(
                List.of(
                        "ece",
                        "ece_width",
                        "ece_l2",
                        "mce",
                        "spiegelhalter_z",
                        "calibration_slope",
                        "calibration_intercept",
                        "calibration_in_the_large",
                        "brier_miscalibration",
                        "brier_discrimination",
                        "brier_uncertainty"),
                CalibrationMetrics.all().stream().map(Metric::name).toList());
    }

    @Test
    void everyMetricIsFoundByItsNameAmongTheBinaryOnes() {
        for (Metric<BinaryPredictions> metric : CalibrationMetrics.all()) {
            assertEquals(Optional.of(metric), MetricFamily.BINARY.named(metric.name()));
        }
        assertTrue(MetricFamily.BINARY.patterns().contains("ece_BINS"));
    }

    @Test
    void numberOfBinsIsPartOfTheName() {
        assertEquals(Optional.of(new CalibrationError(Binning.equalMass(10))), CalibrationMetrics.named("ece_10"));
        assertEquals(
                Optional.of(new CalibrationError(Binning.equalWidth(10))), CalibrationMetrics.named("ece_width_10"));
        assertEquals(
                Optional.of(new DebiasedCalibrationError(Binning.equalMass(7))), CalibrationMetrics.named("ece_l2_7"));
        assertEquals(
                Optional.of(new MaxCalibrationError(Binning.equalMass(9999), 30)),
                CalibrationMetrics.named("mce_9999"));
        for (String name : List.of("ece_10", "ece_width_10", "ece_l2_7", "mce_9999")) {
            assertEquals(name, CalibrationMetrics.named(name).orElseThrow().name());
        }
    }

    @Test
    void metricHasOneNameOnly() {
        for (String name : List.of("ece_15", "ece_0", "ece_010", "ece_10000", "ECE", "ece_", "brier", "mce_width")) {
            assertEquals(Optional.empty(), CalibrationMetrics.named(name), name);
        }
    }

    @Test
    void directionsRangesAndNeedsAreThoseOfTheDefinitions() {
        Map<String, Direction> others = Map.of(
                "spiegelhalter_z", Direction.NEITHER,
                "calibration_slope", Direction.NEITHER,
                "calibration_intercept", Direction.NEITHER,
                "calibration_in_the_large", Direction.NEITHER,
                "brier_discrimination", Direction.HIGHER_IS_BETTER,
                "brier_uncertainty", Direction.NEITHER);
        for (Metric<BinaryPredictions> metric : CalibrationMetrics.all()) {
            Direction direction = others.getOrDefault(metric.name(), Direction.LOWER_IS_BETTER);
            assertEquals(direction, metric.direction(), metric.name());
            assertTrue(metric.needsProbabilities(), metric.name());
            assertEquals(BinaryPredictions.class, metric.reads());
        }
        assertEquals(new Range(0, 0.25), CalibrationMetrics.BRIER_DISCRIMINATION.range());
    }

    @Test
    void metricsThatNoiseMakesLargerHaveNoReplicates() {
        BinaryPredictions predictions = ReferenceTable.predictions("b60", "score");
        long[] keys = new Random(1).longs(60).toArray();
        Map<String, Replicates> replicates =
                Bootstrap.of(keys, 1, 10).replicates(CalibrationMetrics.all(), predictions);
        for (Metric<BinaryPredictions> metric : CalibrationMetrics.all()) {
            boolean resampled = metric instanceof SmoothMetric;
            assertEquals(resampled, metric.isBootstrapped(), metric.name());
            assertEquals(
                    resampled ? 10 : 0,
                    Optional.ofNullable(replicates.get(metric.name()))
                            .map(Replicates::defined)
                            .orElse(-1),
                    metric.name());
        }
    }

    @Test
    void statisticsAndDebiasedValuesCountRows() {
        List<String> counting = CalibrationMetrics.all().stream()
                .filter(Metric::countsRows)
                .map(Metric::name)
                .toList();
        assertEquals(List.of("ece_l2", "mce", "spiegelhalter_z"), counting);
    }

    @Test
    void equalMassNeverPartsRowsOfOneScore() {
        BinaryPredictions tied =
                BinaryPredictions.of(new boolean[] {true, false, true, false, true}, new double[] {.2, .2, .2, .2, .9});
        List<ReliabilityBin> bins = ReliabilityCurve.of(tied, Binning.equalMass(5), 0.95)
                .orElseThrow()
                .bins();
        assertEquals(List.of(4, 1), bins.stream().map(ReliabilityBin::rows).toList());
        assertEquals(
                List.of(1, 1, 1, 1, 1),
                ReliabilityCurve.of(tied, new Binning(BinRule.EQUAL_MASS_BY_ROW, 5), 0.95).orElseThrow().bins().stream()
                        .map(ReliabilityBin::rows)
                        .toList());
    }

    @Test
    void binOfEqualWidthHoldsItsLowerEdge() {
        BinaryPredictions edges =
                BinaryPredictions.of(new boolean[] {true, false, true, false}, new double[] {.25, .49, .5, 1});
        assertEquals(
                List.of(2, 1, 1),
                ReliabilityCurve.of(edges, Binning.equalWidth(4), 0.95).orElseThrow().bins().stream()
                        .map(ReliabilityBin::rows)
                        .toList());
    }

    @Test
    void equalWeightsThatRoundStillFillBinsAlike() {
        // Ten weights of 0.1 sum to a little less than 1; every edge of ten bins falls on such a sum.
        double[] scores = new double[10];
        Arrays.setAll(scores, i -> i / 10.0);
        double[] weights = new double[10];
        Arrays.fill(weights, 0.1);
        BinaryPredictions predictions = BinaryPredictions.of(new boolean[10], scores, weights);
        assertEquals(
                10,
                ReliabilityCurve.of(predictions, Binning.equalMass(10), 0.95)
                        .orElseThrow()
                        .bins()
                        .size());
    }

    @Test
    void binOfTwentyNineRowsDecidesNoMaximum() {
        boolean[] labels = new boolean[59];
        double[] scores = new double[59];
        Arrays.fill(scores, 0, 30, 0.25);
        Arrays.fill(scores, 30, 59, 0.75);
        BinaryPredictions predictions = BinaryPredictions.of(labels, scores);
        assertEquals(Value.of(0.25), CalibrationMetrics.MCE.value(predictions));
        assertEquals(Value.of(0.75), new MaxCalibrationError(Binning.equalMass(15), 29).value(predictions));
        double[] weights = new double[59];
        Arrays.fill(weights, 0.1);
        assertEquals(
                0.25,
                CalibrationMetrics.MCE.value(predictions.withWeights(weights)).orNaN(),
                1e-15);
        weights[0] = 0.2;
        assertEquals(
                Value.undefined(UndefinedReason.NO_LARGE_BIN),
                CalibrationMetrics.MCE.value(predictions.withWeights(weights)));
    }

    @Test
    void debiasedSquareOfACalibratedModelIsZeroOnAverage() {
        Random random = new Random(42);
        int models = 400;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < models; i++) {
            double square =
                    CalibrationMetrics.ECE_L2.square(calibrated(300, random)).orNaN();
            mean += square / models;
            squares += square * square / models;
        }
        // Four standard errors: fails for 1 of 16,000 seeds. Without the correction it would be 15 of them away.
        assertTrue(Math.abs(mean) < 4 * Math.sqrt(squares / models), "mean " + mean);
    }

    @Test
    void spiegelhaltersStatisticOfACalibratedModelIsStandardNormal() {
        Random random = new Random(42);
        int models = 1000;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < models; i++) {
            BinaryPredictions unweighted = calibrated(200, random);
            BinaryPredictions model = Reweighted.times(unweighted, row -> 1 + row % 5);
            double z = CalibrationMetrics.SPIEGELHALTER_Z.value(model).orNaN();
            mean += z / models;
            squares += z * z / models;
        }
        // Four standard errors of a mean and of a variance: fails for 1 of 8,000 seeds.
        assertEquals(0, mean, 4 / Math.sqrt(models));
        assertEquals(1, squares, 4 * Math.sqrt(2.0 / models));
    }

    @Test
    void intervalsOfTheRecalibrationHoldTheTruth() {
        Random random = new Random(42);
        int models = 300;
        Map<SmoothMetric<BinaryPredictions>, Double> truths = Map.of(
                CalibrationMetrics.CALIBRATION_SLOPE, 1.0,
                CalibrationMetrics.CALIBRATION_INTERCEPT, 0.0,
                CalibrationMetrics.CALIBRATION_IN_THE_LARGE, 0.0);
        IntervalEstimator estimator = IntervalEstimator.of(Design.independent(200), 0.95);
        Map<String, Integer> held = new HashMap<>();
        for (int i = 0; i < models; i++) {
            BinaryPredictions model = calibrated(200, random);
            truths.forEach((metric, truth) -> {
                boolean holds = estimator
                        .estimate(metric, model)
                        .population()
                        .orElseThrow()
                        .contains(truth);
                held.merge(metric.name(), holds ? 1 : 0, Integer::sum);
            });
        }
        // Four standard errors: fails for 1 of 5,000 seeds.
        held.forEach((name, count) ->
                assertEquals(0.95, count / (double) models, 4 * Math.sqrt(0.95 * 0.05 / models), name));
        assertEquals(3, held.size());
    }

    @Test
    void overconfidenceShowsInSlopeAndStatistic() {
        Random random = new Random(42);
        BinaryPredictions calibrated = calibrated(5000, random);
        double[] extreme = new double[5000];
        Arrays.setAll(extreme, row -> Logit.inverse(2 * new Logit(0x1p-52).of(calibrated.score(row))));
        boolean[] labels = new boolean[5000];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = calibrated.label(row);
        }
        BinaryPredictions overconfident = BinaryPredictions.of(labels, extreme);
        double slope = CalibrationMetrics.CALIBRATION_SLOPE.value(calibrated).orNaN();
        assertEquals(1, slope, 0.2);
        assertEquals(
                slope / 2,
                CalibrationMetrics.CALIBRATION_SLOPE.value(overconfident).orNaN(),
                1e-9);
        assertTrue(CalibrationMetrics.SPIEGELHALTER_Z.value(overconfident).orNaN() > 5);
    }

    @Test
    void overlapOfOneStepStillHasASlope() {
        // The nearest to separated that is not: one pair in the wrong order, a billionth apart.
        BinaryPredictions close =
                BinaryPredictions.of(new boolean[] {false, true, false, true}, new double[] {.1, .5, .5 + 1e-9, .9});
        double slope = CalibrationMetrics.CALIBRATION_SLOPE.value(close).orNaN();
        assertTrue(slope > 5 && slope < 1000, "slope " + slope);
        BinaryPredictions touching =
                BinaryPredictions.of(new boolean[] {false, true, false, true}, new double[] {.1, .5, .5, .9});
        assertEquals(Value.undefined(UndefinedReason.SEPARABLE), CalibrationMetrics.CALIBRATION_SLOPE.value(touching));
    }

    @Test
    void binningsAndClipsAreChecked() {
        assertRefused("bins must be in [1, 10000], got 0", () -> Binning.equalMass(0));
        assertRefused("bins must be in [1, 10000], got 10001", () -> Binning.equalWidth(10001));
        assertRefused("fewestRows must be at least 1, got 0", () -> new MaxCalibrationError(Binning.equalMass(2), 0));
        assertRefused("clip must be in [2^-53, 0.5), got 0.5", () -> CalibrationMetrics.calibrationSlope(0.5));
        assertRefused(
                "clip must be in [2^-53, 0.5), got NaN", () -> CalibrationMetrics.calibrationIntercept(Double.NaN));
        assertRefused("clip must be in [2^-53, 0.5), got 0.0", () -> CalibrationMetrics.calibrationInTheLarge(0));
    }

    @Test
    void nothingIsMeasuredOnScoresThatAreNotProbabilities() {
        BinaryPredictions logits = BinaryPredictions.of(new boolean[] {true, false}, new double[] {3, -1});
        assertEquals(Optional.empty(), BrierDecomposition.of(logits));
        assertEquals(Optional.empty(), MurphyDecomposition.of(logits, Binning.equalMass(5)));
        assertFalse(CalibrationMetrics.ECE_L2.square(logits).isDefined());
    }

    /** Rows that are positive with their predicted probability, which is any but the extreme ones. */
    static BinaryPredictions calibrated(int rows, Random random) {
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            scores[row] = 0.05 + 0.9 * random.nextDouble();
            labels[row] = random.nextDouble() < scores[row];
        }
        return BinaryPredictions.of(labels, scores);
    }
}
