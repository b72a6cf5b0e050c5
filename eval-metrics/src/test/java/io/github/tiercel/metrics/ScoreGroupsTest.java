package io.github.tiercel.metrics;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.tiercel.metrics.binary.BinaryMetrics;
import org.junit.jupiter.api.Test;

class ScoreGroupsTest {

    private static final BinaryPredictions TIED = BinaryPredictions.of(
            new boolean[] {true, false, true, false, true},
            new double[] {.5, .5, .9, .1, .5},
            new double[] {1, 2, 4, 8, 16});

    @Test
    void equalScoresAreOneGroup() {
        ScoreGroups groups = TIED.groups();
        assertEquals(3, groups.size());
        assertEquals(0.5, groups.score(1));
        assertEquals(17, groups.positive(1));
        assertEquals(2, groups.negative(1));
        assertEquals(21, groups.truePositives(1));
        assertEquals(2, groups.falsePositives(1));
        assertEquals(1, groups.begin(1));
        assertEquals(4, groups.end(1));
        assertEquals(31, groups.total());
    }

    @Test
    void groupMinusOneHoldsNothing() {
        assertEquals(0, TIED.groups().truePositives(-1));
        assertEquals(0, TIED.groups().falsePositives(-1));
    }

    @Test
    void noRowsMakeNoGroups() {
        ScoreGroups groups = BinaryPredictions.of(new boolean[0], new double[0]).groups();
        assertEquals(0, groups.size());
        assertEquals(0, groups.rows());
        assertEquals(0, groups.total());
        assertEquals(0, groups.groupsAtLeast(0.5));
    }

    @Test
    void zerosOfEitherSignAreOneGroupWithScorePlusZero() {
        ScoreGroups groups = BinaryPredictions.of(new boolean[] {true, false}, new double[] {-0.0, 0.0})
                .groups();
        assertEquals(1, groups.size());
        assertEquals(0.0, groups.score(0));
        assertEquals(
                0.0,
                BinaryPredictions.of(new boolean[1], new double[] {-0.0})
                        .groups()
                        .score(0));
    }

    @Test
    void infiniteScoresStandAtTheEnds() {
        ScoreGroups groups = BinaryPredictions.of(
                        new boolean[] {true, false, true},
                        new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.MAX_VALUE})
                .groups();
        assertEquals(Double.POSITIVE_INFINITY, groups.score(0));
        assertEquals(Double.NEGATIVE_INFINITY, groups.score(2));
        assertEquals(1, groups.groupsAtLeast(Double.POSITIVE_INFINITY));
        assertEquals(3, groups.groupsAtLeast(Double.NEGATIVE_INFINITY));
    }

    @Test
    void otherWeightsGiveTheMetricOfThoseWeights() {
        ScoreGroups replicate = TIED.groups().withCumulativeWeights(new double[] {0, 2, 2}, new double[] {0, 1, 4});
        assertEquals((1.0 * 3 + 0.5) / 4, BinaryMetrics.ROC_AUC.value(replicate).orNaN());
        assertSame(TIED, replicate.predictions());
        assertEquals(6, replicate.total());
    }

    @Test
    void replicateWithoutPositivesIsUndefined() {
        ScoreGroups replicate = TIED.groups().withCumulativeWeights(new double[3], new double[] {0, 1, 4});
        assertEquals(Value.undefined(UndefinedReason.NO_POSITIVES), BinaryMetrics.ROC_AUC.value(replicate));
        assertEquals(Value.undefined(UndefinedReason.NO_POSITIVES), BinaryMetrics.AVERAGE_PRECISION.value(replicate));
        assertEquals(Value.undefined(UndefinedReason.NO_POSITIVES), BinaryMetrics.BEST_F1.value(replicate));
    }

    @Test
    void otherWeightsMustBeOnePerGroup() {
        ScoreGroups groups = TIED.groups();
        assertRefused(
                "cumulativePositives has 2 rows but groups has 3",
                () -> groups.withCumulativeWeights(new double[2], new double[3]));
        assertRefused(
                "cumulativeNegatives has 4 rows but groups has 3",
                () -> groups.withCumulativeWeights(new double[3], new double[4]));
    }
}
