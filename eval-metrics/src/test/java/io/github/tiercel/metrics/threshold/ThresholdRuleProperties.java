package io.github.tiercel.metrics.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.CostMatrix;
import io.github.tiercel.metrics.binary.PrecisionAtRecall;
import io.github.tiercel.metrics.binary.RecallAtPrecision;
import io.github.tiercel.metrics.binary.ThresholdChoice;
import io.github.tiercel.metrics.curve.ThresholdSweep;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ThresholdRuleProperties {

    private static final double TOLERANCE = 1e-12;

    private static final List<ThresholdRule> RULES = List.of(
            ThresholdRule.fBeta(1),
            ThresholdRule.fBeta(0.5),
            ThresholdRule.youden(),
            ThresholdRule.best(BinaryMetrics.MCC),
            ThresholdRule.leastCost(CostMatrix.ofErrors(1, 5)),
            ThresholdRule.leastCost(CostMatrix.ofErrors(3, 1)),
            ThresholdRule.precisionAtLeast(0.5),
            ThresholdRule.recallAtLeast(0.75));

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Provide
    Arbitrary<ThresholdRule> rules() {
        return Arbitraries.of(RULES);
    }

    @Property(seed = "42")
    void chosenThresholdIsAScoreWithTheValueThatIsClaimed(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll("rules") ThresholdRule rule) {
        ScoreGroups groups = predictions.groups();
        Optional<ThresholdChoice> choice = rule.choose(groups);
        assertEquals(choice.isPresent(), rule.value(groups).isDefined());
        choice.ifPresent(chosen -> {
            int group = groups.groupsAtLeast(chosen.threshold()) - 1;
            assertEquals(groups.score(group), chosen.threshold());
            assertEquals(Value.of(chosen.value()), rule.objective(ConfusionMatrix.at(groups, chosen.threshold())));
            assertEquals(Value.of(chosen.value()), rule.value(groups));
            assertEquals(Value.of(chosen.threshold()), rule.threshold().value(groups));
            assertTrue(rule.range().contains(chosen.value()));
        });
    }

    @Property(seed = "42")
    void noHigherThresholdIsAsGoodAndNoLowerOneBetter(
            @ForAll("predictions") BinaryPredictions predictions,
            @ForAll @DoubleRange(min = 0.1, max = 9) double cost) {
        ThresholdRule rule = ThresholdRule.leastCost(CostMatrix.ofErrors(cost, 1));
        ScoreGroups groups = predictions.groups();
        rule.choose(groups).ifPresent(chosen -> {
            for (ConfusionMatrix matrix : ThresholdSweep.ofAllScores(groups).matrices()) {
                double here = rule.objective(matrix).orNaN();
                assertTrue(here >= chosen.value() - TOLERANCE * cost);
                assertTrue(matrix.threshold() <= chosen.threshold() || here > chosen.value());
            }
            double nothing = groups.positives() / groups.total();
            assertTrue(chosen.value() <= nothing * (1 + TOLERANCE));
        });
    }

    /** Weights whose sums are not exact, over few scores: several thresholds are equally good but for rounding. */
    @Provide
    Arbitrary<BinaryPredictions> tied() {
        Arbitrary<double[]> tenths = Arbitraries.integers()
                .between(1, 9)
                .map(tenth -> tenth / 10.0)
                .array(double[].class)
                .ofSize(8);
        Arbitrary<double[]> levels =
                Arbitraries.of(0.0, 0.3, 0.4, 0.8, 0.9).array(double[].class).ofSize(8);
        Arbitrary<boolean[]> labels =
                Arbitraries.of(true, false).array(boolean[].class).ofSize(8);
        return Combinators.combine(labels, levels, tenths).as(BinaryPredictions::of);
    }

    @Property(seed = "42")
    void metricsThatChooseAThresholdThemselvesChooseTheSame(
            @ForAll("predictions") BinaryPredictions predictions,
            @ForAll @DoubleRange(min = 0.01, max = 1) double floor) {
        chooseTheSame(predictions, floor);
    }

    @Property(seed = "42", tries = 5000)
    void metricsThatChooseAThresholdThemselvesBreakTiesOfRoundingTheSame(
            @ForAll("tied") BinaryPredictions predictions, @ForAll @IntRange(min = 1, max = 10) int tenth) {
        chooseTheSame(predictions, tenth / 10.0);
    }

    private static void chooseTheSame(BinaryPredictions predictions, double floor) {
        ScoreGroups groups = predictions.groups();
        same(BinaryMetrics.BEST_F1.choose(groups), ThresholdRule.fBeta(1).choose(groups));
        same(BinaryMetrics.KS.choose(groups), ThresholdRule.youden().choose(groups));
        RecallAtPrecision recall = new RecallAtPrecision(floor);
        same(recall.choose(groups), ThresholdRule.precisionAtLeast(floor).choose(groups));
        assertEquals(
                recall.value(groups).reason(),
                ThresholdRule.precisionAtLeast(floor).value(groups).reason());
        assertEquals(recall.name(), ThresholdRule.precisionAtLeast(floor).name());
        PrecisionAtRecall precision = new PrecisionAtRecall(floor);
        same(precision.choose(groups), ThresholdRule.recallAtLeast(floor).choose(groups));
        assertEquals(precision.name(), ThresholdRule.recallAtLeast(floor).name());
    }

    @Property(seed = "42")
    void floorsHoldAndMoreIsNotToBeHad(
            @ForAll("predictions") BinaryPredictions predictions,
            @ForAll @DoubleRange(min = 0.01, max = 1) double floor) {
        ScoreGroups groups = predictions.groups();
        ThresholdRule rule = ThresholdRule.precisionAtLeast(floor);
        Optional<ThresholdChoice> choice = rule.choose(groups);
        choice.ifPresent(chosen -> {
            ConfusionMatrix at = ConfusionMatrix.at(groups, chosen.threshold());
            assertTrue(BinaryMetrics.PRECISION.value(at).orNaN() >= floor * (1 - TOLERANCE));
        });
        double most = choice.map(ThresholdChoice::value).orElse(-1.0);
        for (ConfusionMatrix matrix : ThresholdSweep.ofAllScores(groups).matrices()) {
            boolean allowed = groups.positives() > 0
                    && BinaryMetrics.PRECISION.value(matrix).orNaN() >= floor;
            assertTrue(!allowed || BinaryMetrics.RECALL.value(matrix).orNaN() <= most);
        }
    }

    @Property(seed = "42")
    void rowTwiceIsWeightTwoAndAbsentRowIsWeightZero(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll("rules") ThresholdRule rule) {
        int rows = predictions.rows();
        int[] twice = new int[2 * rows];
        Arrays.setAll(twice, i -> i % Math.max(1, rows));
        double[] doubled = new double[rows];
        Arrays.setAll(doubled, row -> 2 * predictions.weight(row));
        same(
                rule.choose(predictions.withWeights(doubled).groups()),
                rule.choose(predictions.select(twice).groups()));
        double[] even = new double[rows];
        Arrays.setAll(even, row -> row % 2 == 0 ? predictions.weight(row) : 0);
        int[] kept = new int[(rows + 1) / 2];
        Arrays.setAll(kept, i -> 2 * i);
        same(
                rule.choose(predictions.withWeights(even).groups()),
                rule.choose(predictions.select(kept).groups()));
    }

    @Property(seed = "42")
    void replicateChoosesAsTheSameRowsByThemselvesWould(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll("rules") ThresholdRule rule) {
        ScoreGroups groups = predictions.groups();
        double[] positives = new double[groups.size()];
        double[] negatives = new double[groups.size()];
        double[] weights = new double[predictions.rows()];
        double positive = 0;
        double negative = 0;
        for (int g = 0; g < groups.size(); g++) {
            for (int rank = groups.begin(g); rank < groups.end(g); rank++) {
                int row = groups.row(rank);
                weights[row] = row % 3;
                positive += predictions.label(row) ? row % 3 : 0;
                negative += predictions.label(row) ? 0 : row % 3;
            }
            positives[g] = positive;
            negatives[g] = negative;
        }
        ScoreGroups replicate = groups.withCumulativeWeights(positives, negatives);
        ScoreGroups alone = predictions.withWeights(weights).groups();
        assertEquals(rule.value(alone), rule.value(replicate));
        assertEquals(rule.threshold().value(alone), rule.threshold().value(replicate));
    }

    @Property(seed = "42")
    void strictlyIncreasingMapOfScoresMapsTheThreshold(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll("rules") ThresholdRule rule) {
        // Ranks from below keep the order and the ties of scores.
        ScoreGroups groups = predictions.groups();
        boolean[] labels = new boolean[predictions.rows()];
        double[] ranks = new double[predictions.rows()];
        double[] weights = new double[predictions.rows()];
        for (int row = 0; row < ranks.length; row++) {
            labels[row] = predictions.label(row);
            ranks[row] = -groups.groupsAtLeast(predictions.score(row));
            weights[row] = predictions.weight(row);
        }
        Optional<ThresholdChoice> mapped =
                rule.choose(BinaryPredictions.of(labels, ranks, weights).groups());
        same(
                rule.choose(groups)
                        .map(choice -> new ThresholdChoice(-groups.groupsAtLeast(choice.threshold()), choice.value())),
                mapped);
    }

    private static void same(Optional<ThresholdChoice> expected, Optional<ThresholdChoice> actual) {
        assertEquals(expected.map(ThresholdChoice::threshold), actual.map(ThresholdChoice::threshold));
        expected.ifPresent(
                choice -> assertEquals(choice.value(), actual.orElseThrow().value(), TOLERANCE));
    }
}
