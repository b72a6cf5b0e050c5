package io.github.tiercel.metrics.binary;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.PartialRocAuc.Focus;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Partial areas, distances, floors and tops of the list. */
class RankMetricsTest {

    /** One right and one wrong at the top, then the same again: the ROC curve leaves the diagonal twice. */
    private static final BinaryPredictions TWICE =
            BinaryPredictions.of(new boolean[] {true, false, true, false}, new double[] {4, 3, 2, 1});

    private static final BinaryPredictions NEGATIVES = BinaryPredictions.of(new boolean[2], new double[] {.1, .2});

    @Test
    void curveIsCutOnTheLineBetweenTwoPoints() {
        // From (0, 0) straight to (1, 1): the area up to 0.2 is a triangle.
        BinaryPredictions tied = BinaryPredictions.of(new boolean[] {true, false}, new double[2]);
        assertEquals(
                0.02,
                PartialRocAuc.byFalsePositiveRate(0, 0.2).raw().value(tied).orNaN(),
                1e-15);
        assertEquals(0.02, PartialRocAuc.bySensitivity(0.8, 1).raw().value(tied).orNaN(), 1e-15);
    }

    @Test
    void standardisedRangeBeginsAtTheAreaOfTheWorstCurve() {
        // Nothing below 0.1 of all false positives: (1 - f) / (2 - f).
        assertEquals(
                0.9 / 1.9, PartialRocAuc.byFalsePositiveRate(0, 0.1).range().lower(), 1e-15);
        assertEquals(new Range(0, 1), PartialRocAuc.byFalsePositiveRate(0, 1).range());
        // Beyond the middle of the curve the diagonal leaves less above it than below.
        assertEquals(-1.5, PartialRocAuc.byFalsePositiveRate(0.6, 1).range().lower(), 1e-12);
        assertEquals(-1.5, PartialRocAuc.bySensitivity(0, 0.4).range().lower(), 1e-12);
    }

    @Test
    void rangeOfAPartialAreaMustLieInTheUnitIntervalAndNotBeEmpty() {
        assertRefused(
                "the range must be in [0, 1] and from below to, got from 0.0 to 1.5",
                () -> PartialRocAuc.byFalsePositiveRate(0, 1.5));
        assertRefused(
                "the range must be in [0, 1] and from below to, got from 0.2 to 0.2",
                () -> PartialRocAuc.bySensitivity(0.2, 0.2));
        assertRefused(
                "the range must be in [0, 1] and from below to, got from -0.1 to 0.2",
                () -> PartialRocAuc.bySensitivity(-0.1, 0.2));
        assertRefused(
                "the range must be in [0, 1] and from below to, got from NaN to 1.0",
                () -> new PartialRocAuc(Focus.SENSITIVITY, Double.NaN, 1, true));
    }

    @Test
    void ksTakesTheHighestOfEqualThresholds() {
        assertEquals(Optional.of(new ThresholdChoice(4, 0.5)), BinaryMetrics.KS.choose(TWICE.groups()));
        assertEquals(Optional.empty(), BinaryMetrics.KS.choose(NEGATIVES.groups()));
    }

    @Test
    void equalDistancesAreFoundEqualWhereTheirRatesAreRounded() {
        // 1/3 - 0/3 and 2/3 - 1/3 differ in the last bit as doubles.
        BinaryPredictions thirds = BinaryPredictions.of(
                new boolean[] {true, false, true, false, true, false}, new double[] {6, 5, 4, 3, 2, 1});
        assertEquals(6, BinaryMetrics.KS.choose(thirds.groups()).orElseThrow().threshold());
    }

    @Test
    void ksOfTheWrongDirectionIsZero() {
        BinaryPredictions wrong = BinaryPredictions.of(new boolean[] {false, true}, new double[] {.9, .1});
        assertEquals(Value.of(0), BinaryMetrics.KS.value(wrong));
    }

    @Test
    void floorIsReachedByAnEqualShare() {
        assertEquals(Optional.of(new ThresholdChoice(4, 1)), new PrecisionAtRecall(0.5).choose(TWICE.groups()));
        assertEquals(
                Optional.of(new ThresholdChoice(2, 2 / 3.0)),
                new PrecisionAtRecall(Math.nextUp(0.5) + 1e-9).choose(TWICE.groups()));
        assertEquals(Optional.of(new ThresholdChoice(2, 1)), new RecallAtPrecision(2 / 3.0).choose(TWICE.groups()));
        assertEquals(Optional.empty(), new PrecisionAtRecall(0.5).choose(NEGATIVES.groups()));
        assertEquals(Optional.empty(), new RecallAtPrecision(0.5).choose(NEGATIVES.groups()));
    }

    @Test
    void shareThatRoundingTakesBelowTheFloorReachesIt() {
        // Five of seven weights of 0.1 come to 0.7142857142857142, one ulp below 5/7.
        boolean[] labels = {true, true, true, true, true, false, true, true};
        double[] scores = {8, 7, 6, 5, 4, 3, 2, 1};
        double[] weights = {.1, .1, .1, .1, .1, .1, .1, .1};
        BinaryPredictions sevenths = BinaryPredictions.of(labels, scores, weights);
        assertEquals(Value.of(1), new PrecisionAtRecall(5 / 7.0).value(sevenths));
    }

    @Test
    void precisionThatNoThresholdReachesHasNoRecall() {
        BinaryPredictions poor = BinaryPredictions.of(new boolean[] {false, true}, new double[] {.9, .1});
        assertEquals(Value.of(1), new RecallAtPrecision(0.5).value(poor));
        assertEquals(Value.undefined(UndefinedReason.FLOOR_OUT_OF_REACH), new RecallAtPrecision(0.6).value(poor));
    }

    @Test
    void rowsTiedAtTheCutCountByTheirChanceToBeIn() {
        BinaryPredictions tied =
                BinaryPredictions.of(new boolean[] {true, true, false, false, true}, new double[] {.9, .5, .5, .5, .1});
        // Two of five rows: the first, and one of the three tied ones, which is positive with chance 1/3.
        assertEquals((1 + 1 / 3.0) / 3, new Gain(0.4).value(tied).orNaN(), 1e-15);
        assertEquals((1 + 1 / 3.0) / 3 / 0.4, new Lift(0.4).value(tied).orNaN(), 1e-15);
    }

    @Test
    void parametersAreShares() {
        assertRefused("recall must be in (0, 1], got 0.0", () -> new PrecisionAtRecall(0));
        assertRefused("precision must be in (0, 1], got 1.1", () -> new RecallAtPrecision(1.1));
        assertRefused("fraction must be in (0, 1], got NaN", () -> new Gain(Double.NaN));
        assertRefused("fraction must be in (0, 1], got -0.1", () -> new Lift(-0.1));
    }

    @Test
    void costsMustBeFiniteAndDiffer() {
        assertRefused(
                "costs must be finite and not all equal, got 0.0, 0.0, 0.0 and 0.0", () -> CostMatrix.ofErrors(0, 0));
        assertRefused(
                "costs must be finite and not all equal, got 1.0, NaN, 2.0 and 0.0",
                () -> new CostMatrix(1, Double.NaN, 2, 0));
        assertRefused(
                "costs must be finite and not all equal, got 0.0, Infinity, 1.0 and 0.0",
                () -> CostMatrix.ofErrors(Double.POSITIVE_INFINITY, 1));
        assertEquals(CostMatrix.ofErrors(0, 1), new CostMatrix(-0.0, -0.0, 1, -0.0));
    }

    @Test
    void gainsAreNegativeCosts() {
        MeanCost profit = new MeanCost(new CostMatrix(-10, 2, 0, 0), 0.5);
        assertEquals(new Range(-10, 2), profit.range());
        // Three of four rows right, one of them worth 10; one mailing lost.
        assertEquals(-2, profit.value(new ConfusionMatrix(0.5, 1, 1, 0, 2)).orNaN());
    }
}
