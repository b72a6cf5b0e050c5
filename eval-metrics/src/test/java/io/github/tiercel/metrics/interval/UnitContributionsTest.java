package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnitContributionsTest {

    /** The mean of the scores, so that any numbers can be put to the test. */
    private record MeanScore() implements RowMeanMetric {

        @Override
        public double rowValue(boolean label, double score) {
            return score;
        }

        @Override
        public String name() {
            return "mean_score";
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }

        @Override
        public Range range() {
            return new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
    }

    static List<ReferenceTable.Row> clustered() {
        return ReferenceTable.read("influence_clustered.csv").rows();
    }

    static List<ReferenceTable.Row> caseControl() {
        return ReferenceTable.read("case_control.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("clustered")
    void clustersAddUpBeforeTheyAreSquared(ReferenceTable.Row expected) {
        BinaryPredictions predictions = expected.predictions();
        int[] clusters = new int[predictions.rows()];
        Arrays.setAll(clusters, row -> row / 4);
        Design design = Design.independent(clusters.length).withClusters(clusters);
        Variance variance = Linearisation.variance(
                design, predictions, metric(expected.text("statistic")).influence(predictions));
        assertEquals(expected.number("variance"), variance.value(), expected.number("tolerance"));
        assertEquals(design.units() - 1, variance.degreesOfFreedom());
    }

    @ParameterizedTest
    @MethodSource("caseControl")
    void drawnNegativesCountForNineAndWholeStrataAddNothing(ReferenceTable.Row expected) {
        BinaryPredictions plain = expected.predictions();
        int[] strata = new int[plain.rows()];
        Arrays.setAll(strata, row -> plain.label(row) ? 1 : 0);
        Design design = Design.stratified(strata, new int[] {plain.negatives(), plain.positives()}, new int[] {
            9 * plain.negatives(), plain.positives()
        });
        double[] weights = new double[strata.length];
        Arrays.setAll(weights, design::sampleWeight);
        BinaryPredictions predictions = plain.withWeights(weights);
        SmoothMetric<BinaryPredictions> metric = metric(expected.text("metric"));
        assertEquals(expected.number("value"), metric.value(predictions).orNaN(), expected.number("tolerance"));
        UnitContributions contributions = UnitContributions.of(design, predictions, metric.influence(predictions));
        assertEquals(expected.number("variance"), contributions.fullSet().value(), expected.number("tolerance"));
        assertEquals(plain.negatives() - 1, contributions.fullSet().degreesOfFreedom(), 1e-9);
        assertTrue(contributions.population().value() > contributions.fullSet().value());
    }

    @Test
    void stratifiedMeanIsThatOfCochran() {
        ReferenceTable table = ReferenceTable.read("stratified_mean.csv");
        int[] strata =
                Arrays.stream(table.numbers("stratum")).mapToInt(h -> (int) h).toArray();
        Design design = Design.stratified(strata, new int[] {8, 4, 3}, new int[] {80, 20, 6});
        double[] weights = new double[strata.length];
        Arrays.setAll(weights, design::sampleWeight);
        BinaryPredictions predictions =
                BinaryPredictions.of(new boolean[strata.length], table.numbers("value"), weights);
        MeanScore metric = new MeanScore();
        UnitContributions contributions = UnitContributions.of(design, predictions, metric.influence(predictions));
        Estimate estimate = IntervalEstimator.of(design, 0.95).estimate(metric, predictions);
        assertEquals(0.6509433962264151, estimate.value().orNaN(), 1e-12);
        assertEquals(0.015689365813965316, contributions.fullSet().value(), 1e-12);
        assertEquals(8.78885395956199, contributions.fullSet().degreesOfFreedom(), 1e-12);
        // The ends differ by the accuracy of an iterated t quantile.
        assertEquals(0.36655084693587436, estimate.fullSet().orElseThrow().lower(), 1e-10);
        assertEquals(0.9353359455169558, estimate.fullSet().orElseThrow().upper(), 1e-10);
    }

    @Test
    void aSampleOfTwoTargetsAddsTheVarianceOfTheFullSetForTheWorld() {
        Design design = Design.stratified(new int[4], new int[] {4}, new int[] {40});
        double[] scores = {1, 2, 3, 6};
        BinaryPredictions predictions = BinaryPredictions.of(new boolean[4], scores, new double[] {10, 10, 10, 10});
        UnitContributions contributions =
                UnitContributions.of(design, predictions, new MeanScore().influence(predictions));
        // Squares around the mean 3 add up to 14: 14/3 is the variance of a row.
        assertEquals(14 / 3.0 / 4 * 0.9, contributions.fullSet().value(), 1e-12);
        assertEquals(
                14 / 3.0 / 4 * 0.9 + 14 / 4.0 / 39, contributions.population().value(), 1e-12);
    }

    @Test
    void aSliceOfASampleRestsOnItsOwnRows() {
        int[] strata = new int[100];
        Design slice =
                Design.stratified(strata, new int[] {100}, new int[] {1000}).select(new int[] {3, 4, 5});
        BinaryPredictions predictions =
                BinaryPredictions.of(new boolean[3], new double[] {1, 2, 6}, new double[] {10, 10, 10});
        Variance variance = UnitContributions.of(slice, predictions, new MeanScore().influence(predictions))
                .fullSet();
        assertEquals(2, variance.degreesOfFreedom(), 1e-12);
        // Rows outside count as zeros: 100/99 * 0.9 * sum of squares.
        assertEquals(100 / 99.0 * 0.9 * 14 / 9, variance.value(), 1e-12);
    }

    @Test
    void accelerationIsTheSkewnessOfTheContributions() {
        BinaryPredictions predictions = BinaryPredictions.of(new boolean[3], new double[] {0, 0, 3});
        double[] influence = new MeanScore().influence(predictions);
        // Contributions -1/3, -1/3, 2/3: cubes add up to 6/27, squares to 6/9.
        assertEquals(
                6.0 / 27 / (6 * Math.pow(6.0 / 9, 1.5)),
                Linearisation.acceleration(Design.independent(3), predictions, influence),
                1e-15);
        assertEquals(0, Linearisation.acceleration(Design.independent(3), predictions, new double[3]));
    }

    private static SmoothMetric<BinaryPredictions> metric(String name) {
        return name.equals("roc_auc") ? BinaryMetrics.ROC_AUC : BinaryMetrics.AVERAGE_PRECISION;
    }
}
