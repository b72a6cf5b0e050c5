package io.github.tiercel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScoreGroupsProperties {

    private static final double TOLERANCE = 1e-12;

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Property(seed = "42")
    void scoresFallStrictly(@ForAll("predictions") BinaryPredictions predictions) {
        ScoreGroups groups = predictions.groups();
        for (int g = 1; g < groups.size(); g++) {
            assertTrue(groups.score(g) < groups.score(g - 1));
        }
    }

    @Property(seed = "42")
    void cumulativeWeightsNeverFall(@ForAll("predictions") BinaryPredictions predictions) {
        ScoreGroups groups = predictions.groups();
        for (int g = 0; g < groups.size(); g++) {
            assertTrue(groups.truePositives(g) >= groups.truePositives(g - 1));
            assertTrue(groups.falsePositives(g) >= groups.falsePositives(g - 1));
            assertEquals(groups.truePositives(g) - groups.truePositives(g - 1), groups.positive(g), 1e-12);
            assertEquals(groups.truePositives(g) + groups.falsePositives(g), groups.depth(g));
            assertEquals(groups.truePositives(g) / groups.depth(g), groups.precision(g));
            assertEquals(groups.falsePositives(g) - groups.falsePositives(g - 1), groups.negative(g), 1e-12);
        }
    }

    @Property(seed = "42")
    void totalsAreTheWeightsOfTheClasses(@ForAll("predictions") BinaryPredictions predictions) {
        ScoreGroups groups = predictions.groups();
        double positives = 0;
        double negatives = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            positives += predictions.label(row) ? predictions.weight(row) : 0;
            negatives += predictions.label(row) ? 0 : predictions.weight(row);
        }
        assertEquals(positives, groups.positives(), TOLERANCE * Math.max(1, positives));
        assertEquals(negatives, groups.negatives(), TOLERANCE * Math.max(1, negatives));
        assertEquals(groups.positives() + groups.negatives(), groups.total());
    }

    @Property(seed = "42")
    void groupsPartTheRowsOfPositiveWeightByScore(@ForAll("predictions") BinaryPredictions predictions) {
        ScoreGroups groups = predictions.groups();
        int[] rows = IntStream.range(0, groups.rows()).map(groups::row).sorted().toArray();
        int[] weighted = IntStream.range(0, predictions.rows())
                .filter(row -> predictions.weight(row) > 0)
                .toArray();
        assertTrue(Arrays.equals(weighted, rows));
        int rank = 0;
        for (int g = 0; g < groups.size(); g++) {
            assertEquals(rank, groups.begin(g));
            for (; rank < groups.end(g); rank++) {
                assertTrue(predictions.score(groups.row(rank)) == groups.score(g));
                assertTrue(rank == groups.begin(g) || groups.row(rank) > groups.row(rank - 1));
            }
        }
        assertEquals(groups.rows(), rank);
    }

    @Property(seed = "42")
    void groupsAtLeastCountsScoresNotBelowTheThreshold(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll double threshold) {
        ScoreGroups groups = predictions.groups();
        checkCount(groups, threshold);
        checkCount(groups, Double.POSITIVE_INFINITY);
        checkCount(groups, Double.NEGATIVE_INFINITY);
        for (int g = 0; g < groups.size(); g++) {
            checkCount(groups, groups.score(g));
            checkCount(groups, Math.nextUp(groups.score(g)));
        }
    }

    private static void checkCount(ScoreGroups groups, double threshold) {
        long count = IntStream.range(0, groups.size())
                .filter(g -> groups.score(g) >= threshold)
                .count();
        assertEquals(count, groups.groupsAtLeast(threshold));
    }
}
