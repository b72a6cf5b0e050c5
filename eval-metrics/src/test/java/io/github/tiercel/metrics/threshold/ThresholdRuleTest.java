package io.github.tiercel.metrics.threshold;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import io.github.tiercel.metrics.binary.CostMatrix;
import io.github.tiercel.metrics.binary.ThresholdChoice;
import io.github.tiercel.metrics.resample.Bootstrap;
import io.github.tiercel.metrics.resample.Replicates;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThresholdRuleTest {

    /** Precision by descending threshold: 1, 1/2, 2/3, 3/4, 3/5, 3/6. */
    private static final ScoreGroups TWO_PEAKS = groups("tfttff", .9, .8, .7, .6, .5, .4);

    private static final ScoreGroups NO_POSITIVES = groups("ff", .9, .8);
    private static final ScoreGroups NO_NEGATIVES = groups("tt", .9, .8);
    private static final ScoreGroups EMPTY = groups("");

    private static final ConfusionMetric ALARM_RATE = ConfusionMetric.of(
            "alarm_rate",
            Direction.NEITHER,
            Range.UNIT,
            0.5,
            matrix -> Value.of(matrix.predictedPositives() / matrix.total()));

    static List<ReferenceTable.Row> bestF1() {
        return ReferenceTable.read("best_f1.csv").rows();
    }

    @ParameterizedTest
    @MethodSource
    void bestF1(ReferenceTable.Row expected) {
        ThresholdChoice choice =
                ThresholdRule.fBeta(1).choose(expected.predictions().groups()).orElseThrow();
        assertEquals(expected.number("threshold"), choice.threshold());
        assertEquals(expected.number("expected"), choice.value(), expected.number("tolerance"));
    }

    @Test
    void ofThresholdsThatAreEqualButForRoundingTheHighestIsChosenByRuleAndByMetric() {
        ScoreGroups tied = BinaryPredictions.of(
                        new boolean[] {false, true, true, false, true, false},
                        new double[] {.3, .4, 0, .9, .8, .4},
                        new double[] {.6, .6, .3, .5, .8, .6})
                .groups();
        // F1 is 2/3 at 0.4 and, by one ulp more, at 0.
        assertEquals(0.4, ThresholdRule.fBeta(1).choose(tied).orElseThrow().threshold());
        assertEquals(0.4, BinaryMetrics.BEST_F1.choose(tied).orElseThrow().threshold());
    }

    @Test
    void precisionFloorIsLookedForBehindThePlaceWhereItIsMissed() {
        assertEquals(
                Optional.of(new ThresholdChoice(.6, 1)),
                ThresholdRule.precisionAtLeast(0.7).choose(TWO_PEAKS));
        assertEquals(
                Optional.of(new ThresholdChoice(.9, 1 / 3.0)),
                ThresholdRule.precisionAtLeast(0.8).choose(TWO_PEAKS));
    }

    @Test
    void recallFloorIsReachedWithTheLargestPrecision() {
        assertEquals(
                Optional.of(new ThresholdChoice(.6, .75)),
                ThresholdRule.recallAtLeast(0.5).choose(TWO_PEAKS));
        assertEquals(
                Optional.of(new ThresholdChoice(.9, 1)),
                ThresholdRule.recallAtLeast(0.3).choose(TWO_PEAKS));
    }

    @Test
    void floorsAddUp() {
        ThresholdRule rule = ThresholdRule.best(BinaryMetrics.ACCURACY)
                .withFloor(BinaryMetrics.RECALL, 0.6)
                .withFloor(BinaryMetrics.SPECIFICITY, 0.9);
        assertEquals(Value.undefined(UndefinedReason.FLOOR_OUT_OF_REACH), rule.value(TWO_PEAKS));
        assertEquals("accuracy_at_recall_0.6_and_specificity_0.9", rule.name());
    }

    @Test
    void youdenIsThePointFarthestAboveTheDiagonal() {
        assertEquals(
                Optional.of(new ThresholdChoice(.6, 1 - 1 / 3.0)),
                ThresholdRule.youden().choose(TWO_PEAKS));
    }

    @Test
    void costDecidesHowFarDownTheThresholdGoes() {
        // Missing a positive row costs 1; so the threshold rises with the cost of a false alarm.
        assertEquals(
                Optional.of(new ThresholdChoice(.6, 0.4 / 6)), leastCost(0.4).choose(TWO_PEAKS));
        assertEquals(Optional.of(new ThresholdChoice(.9, 2.0 / 6)), leastCost(3).choose(TWO_PEAKS));
    }

    @Test
    void wherePredictingNothingIsCheapestThereIsNoThreshold() {
        ScoreGroups topIsNegative = groups("ft", .9, .1);
        ThresholdRule rule = leastCost(10);
        assertEquals(Optional.empty(), rule.choose(topIsNegative));
        assertEquals(Value.undefined(UndefinedReason.NOTHING_IS_BETTER), rule.value(topIsNegative));
        assertEquals(
                Value.undefined(UndefinedReason.NOTHING_IS_BETTER),
                rule.threshold().value(topIsNegative));
        // As cheap as nothing is good enough.
        assertEquals(Optional.of(new ThresholdChoice(.1, 0.5)), leastCost(1).choose(topIsNegative));
    }

    @Test
    void withoutAChoiceThereIsAReason() {
        ThresholdRule f1 = ThresholdRule.fBeta(1);
        assertEquals(Value.undefined(UndefinedReason.EMPTY), f1.value(EMPTY));
        assertEquals(Value.undefined(UndefinedReason.NO_POSITIVES), f1.value(NO_POSITIVES));
        assertEquals(Value.undefined(UndefinedReason.NO_POSITIVES), leastCost(1).value(NO_POSITIVES));
        assertEquals(Value.of(1), f1.value(NO_NEGATIVES));
        assertEquals(
                Value.undefined(UndefinedReason.NO_NEGATIVES),
                ThresholdRule.youden().value(NO_NEGATIVES));
        assertEquals(
                Value.undefined(UndefinedReason.FLOOR_OUT_OF_REACH),
                ThresholdRule.precisionAtLeast(0.9).value(groups("ft", .9, .1)));
        for (ScoreGroups groups : List.of(EMPTY, NO_POSITIVES)) {
            assertEquals(Optional.empty(), f1.choose(groups));
            assertEquals(f1.value(groups), f1.threshold().value(groups));
        }
    }

    @Test
    void ruleIsAMetricOfItsOwn() {
        assertEquals("best_f1", ThresholdRule.fBeta(1).name());
        assertEquals("best_youden_j", ThresholdRule.youden().name());
        assertEquals(
                "recall_at_precision_0.9", ThresholdRule.precisionAtLeast(0.9).name());
        assertEquals("precision_at_recall_1", ThresholdRule.recallAtLeast(1).name());
        assertEquals("best_f1_threshold", ThresholdRule.fBeta(1).threshold().name());
        assertEquals(Direction.LOWER_IS_BETTER, leastCost(2).direction());
        assertEquals(Direction.NEITHER, leastCost(2).threshold().direction());
        assertEquals(Range.UNIT, ThresholdRule.fBeta(1).range());
        assertTrue(ThresholdRule.fBeta(1).threshold().range().contains(Double.NEGATIVE_INFINITY));
        assertTrue(ThresholdRule.fBeta(1).threshold().range().contains(Double.POSITIVE_INFINITY));
        assertFalse(ThresholdRule.fBeta(1).needsProbabilities());
    }

    @Test
    void scoresNeedNotBeProbabilities() {
        assertEquals(
                Optional.of(new ThresholdChoice(-3, 1)), ThresholdRule.fBeta(1).choose(groups("tf", -3, -20)));
    }

    @Test
    void bootstrapChoosesAgainInEveryReplicate() {
        BinaryPredictions predictions = ReferenceTable.predictions("b200r", "score");
        ThresholdRule rule = ThresholdRule.fBeta(1);
        long[] keys = LongStream.range(0, predictions.rows()).toArray();
        Map<String, Replicates> replicates =
                Bootstrap.of(keys, 42, 400).replicates(List.of(rule, rule.threshold()), predictions);
        Replicates values = Objects.requireNonNull(replicates.get("best_f1"));
        assertEquals(
                BinaryMetrics.BEST_F1.value(predictions).orNaN(),
                rule.value(predictions).orNaN());
        assertEquals(400, values.defined());
        Replicates thresholds = Objects.requireNonNull(replicates.get("best_f1_threshold"));
        assertEquals(400, thresholds.defined());
        assertTrue(thresholds.quantile(0.025) < 0.65 && thresholds.quantile(0.975) >= 0.65);
    }

    @Test
    void scoreWithoutWeightInAReplicateIsNoCandidate() {
        ScoreGroups replicate =
                groups("ftf", .9, .8, .7).withCumulativeWeights(new double[] {0, 2, 2}, new double[] {0, 0, 3});
        assertEquals(
                Optional.of(new ThresholdChoice(.8, 1)), ThresholdRule.fBeta(1).choose(replicate));
        assertEquals(Optional.of(new ThresholdChoice(.8, 0)), leastCost(1).choose(replicate));
    }

    @Test
    void impossibleRulesAreRefused() {
        assertRefused("floor must be in (0, 1], got 0.0", () -> ThresholdRule.precisionAtLeast(0));
        assertRefused("floor must be in (0, 1], got 1.5", () -> ThresholdRule.recallAtLeast(1.5));
        assertRefused("floor must be in (0, 1], got NaN", () -> ThresholdRule.recallAtLeast(Double.NaN));
        assertRefused("floor of precision must be finite, got NaN", () -> ThresholdRule.youden()
                .withFloor(BinaryMetrics.PRECISION, Double.NaN));
        assertRefused("alarm_rate has no direction in which it could be best", () -> ThresholdRule.best(ALARM_RATE));
        assertRefused("alarm_rate has no direction in which it could have a floor", () -> ThresholdRule.youden()
                .withFloor(ALARM_RATE, 0.1));
        assertRefused("beta must be in [1e-6, 1e6], got 0.0", () -> ThresholdRule.fBeta(0));
    }

    private static ThresholdRule leastCost(double falsePositive) {
        return ThresholdRule.leastCost(CostMatrix.ofErrors(falsePositive, 1));
    }

    private static ScoreGroups groups(String labels, double... scores) {
        boolean[] positive = new boolean[scores.length];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = labels.charAt(row) == 't';
        }
        return BinaryPredictions.of(positive, scores).groups();
    }
}
