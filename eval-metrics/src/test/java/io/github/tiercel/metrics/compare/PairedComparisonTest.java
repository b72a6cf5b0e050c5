package io.github.tiercel.metrics.compare;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Binormal;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.Quantiles;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.ranking.RankingMetrics;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import io.github.tiercel.metrics.resample.Bootstrap;
import io.github.tiercel.metrics.resample.Replicates;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairedComparisonTest {

    @Test
    void equalDecisionsAreNoProofOfEqualModels() {
        // Two unrelated models that both predict everything negative: they did not differ here, and may elsewhere.
        boolean[] labels = new boolean[60];
        Arrays.fill(labels, 0, 10, true);
        BinaryPredictions one =
                BinaryPredictions.of(labels, new Random(1).doubles(60).toArray());
        BinaryPredictions other =
                BinaryPredictions.of(labels, new Random(2).doubles(60).toArray());
        PairedComparison comparison = PairedComparison.of(Design.independent(60), 0.95);
        Difference recall = comparison.difference(BinaryMetrics.RECALL.at(1), one, other);
        assertEquals(0, recall.value().orNaN());
        assertEquals(OptionalDouble.of(1), recall.pValue());
        // Ten positive rows of which none tells: Tango's interval is z² / (n + z²) on both sides.
        Interval interval = recall.interval().orElseThrow();
        assertEquals(0.27753279986288926, interval.upper(), 1e-12);
        assertEquals(-0.27753279986288926, interval.lower(), 1e-12);
        Difference f1 = comparison.difference(BinaryMetrics.F1.at(1), one, other);
        assertEquals(Optional.empty(), f1.interval());
        assertEquals(OptionalDouble.empty(), f1.pValue());
        assertEquals(Optional.empty(), f1.method());
    }

    @Test
    void anEqualRankingIsAnEqualModelToRankMetricsOnly() {
        double[] scores = {0.1, 0.4, 0.35, 0.8, 0.4, 0.2};
        boolean[] labels = {false, false, true, true, true, false};
        BinaryPredictions one = BinaryPredictions.of(labels, scores);
        BinaryPredictions half = BinaryPredictions.of(
                labels, Arrays.stream(scores).map(s -> s / 2).toArray());
        PairedComparison comparison = PairedComparison.of(Design.independent(6), 0.95);
        for (Metric<BinaryPredictions> ranks :
                List.of(BinaryMetrics.ROC_AUC, BinaryMetrics.GINI, BinaryMetrics.PR_AUC_DG)) {
            assertEquals(
                    new Interval(0, 0, 0.95, "identical"),
                    comparison.difference(ranks, one, half).interval().orElseThrow());
        }
        assertTrue(
                comparison.difference(BinaryMetrics.LOG_LOSS, one, half).value().orNaN() != 0);
    }

    static List<ReferenceTable.Row> pairs() {
        return ReferenceTable.read("influence_paired.csv").rows();
    }

    static List<ReferenceTable.Row> pairsOfProc() {
        return ReferenceTable.read("delong_paired.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void errorIsThatOfTheDifferenceOfInfluenceValues(ReferenceTable.Row expected) {
        String dataset = expected.text("dataset");
        BinaryPredictions candidate = ReferenceTable.predictions(dataset, "score");
        BinaryPredictions baseline = ReferenceTable.predictions(dataset, "score2");
        boolean auc = expected.text("statistic").equals("roc_auc");
        // Rows in clusters of one are no longer counted, which DeLong's variance of ROC-AUC needs.
        int[] own = IntStream.range(0, candidate.rows()).toArray();
        Difference difference = PairedComparison.of(
                        Design.independent(candidate.rows()).withClusters(own), 0.95)
                .difference(auc ? BinaryMetrics.ROC_AUC : BinaryMetrics.AVERAGE_PRECISION, candidate, baseline);
        double n = candidate.rows();
        double tolerance = expected.number("tolerance");
        double se = difference.standardError().orElseThrow();
        assertEquals(expected.number("difference"), difference.value().orNaN(), tolerance);
        // The reference leaves out n/(n-1).
        assertEquals(expected.number("variance") * n / (n - 1), se * se, tolerance);
        int rows = auc ? Math.min(candidate.positives(), candidate.negatives()) : candidate.positives();
        assertStudent(difference, rows - 1.0);
        assertEquals("paired-influence-t", difference.interval().orElseThrow().method());
        assertEquals(Optional.of("paired-influence-t"), difference.method());
        assertTrue(difference.paired());
    }

    @ParameterizedTest
    @MethodSource("pairsOfProc")
    void aucOfRowsThatCountHasDeLongsErrorWithStudentQuantiles(ReferenceTable.Row expected) {
        BinaryPredictions candidate = expected.predictions();
        BinaryPredictions baseline = ReferenceTable.predictions(expected.text("dataset"), "score2");
        PairedComparison comparison = PairedComparison.of(Design.independent(candidate.rows()), 0.95);
        Difference auc = comparison.difference(BinaryMetrics.ROC_AUC, candidate, baseline);
        assertEquals(
                expected.number("standard_error"), auc.standardError().orElseThrow(), expected.number("tolerance"));
        assertStudent(auc, Math.min(candidate.positives(), candidate.negatives()) - 1.0);
        assertEquals(Optional.of("paired-delong-t"), auc.method());
        Difference gini = comparison.difference(BinaryMetrics.GINI, candidate, baseline);
        assertEquals(2 * auc.standardError().orElseThrow(), gini.standardError().orElseThrow(), 1e-15);
    }

    private static void assertStudent(Difference difference, double degreesOfFreedom) {
        double se = difference.standardError().orElseThrow();
        Interval interval = difference.interval().orElseThrow();
        assertEquals(2 * Quantiles.student(0.975, degreesOfFreedom) * se, interval.width(), 1e-12);
        assertEquals(
                Quantiles.twoSided(difference.value().orNaN() / se, degreesOfFreedom),
                difference.pValue().orElseThrow());
    }

    @Test
    void sharesOfRowsThatCountAreHeldAgainstTheRowsThatTell() {
        BinaryPredictions candidate = ReferenceTable.predictions("b200r", "score");
        BinaryPredictions baseline = ReferenceTable.predictions("b200r", "score2");
        int[] cells = new int[4];
        for (int row = 0; row < 200; row++) {
            int ours = candidate.label(row) == candidate.score(row) >= 0.5 ? 2 : 0;
            cells[ours + (baseline.label(row) == baseline.score(row) >= 0.5 ? 1 : 0)]++;
        }
        PairedCounts counts = new PairedCounts(cells[3], cells[2], cells[1], cells[0]);
        Difference difference = PairedComparison.of(Design.independent(200), 0.95)
                .difference(BinaryMetrics.ACCURACY, candidate, baseline);
        assertEquals(counts.tango(0.95), difference.interval().orElseThrow());
        assertEquals(McNemar.MID_P.pValue(counts), difference.pValue().orElseThrow());
        assertEquals(Optional.of("mcnemar-mid-p"), difference.method());
        assertEquals(counts.standardError(), difference.standardError().orElseThrow());
        double weighted = PairedComparison.of(Design.independent(200), 0.95)
                .difference(BinaryMetrics.ACCURACY, twice(candidate), twice(baseline))
                .standardError()
                .orElseThrow();
        assertEquals(counts.standardError() * Math.sqrt(200 / 199.0), weighted, 1e-12);
    }

    private static BinaryPredictions twice(BinaryPredictions rows) {
        double[] twos = new double[rows.rows()];
        Arrays.fill(twos, 2);
        return rows.withWeights(twos);
    }

    @Test
    void errorsOfNumbersAreComparedByThePairedStudentTest() {
        Random random = new Random(3);
        double[] labels = random.doubles(40).toArray();
        double[] ours = random.doubles(40).toArray();
        double[] theirs = random.doubles(40).toArray();
        double[] gaps = new double[40];
        Arrays.setAll(gaps, row -> Math.abs(labels[row] - ours[row]) - Math.abs(labels[row] - theirs[row]));
        double mean = Arrays.stream(gaps).average().orElseThrow();
        double squares =
                Arrays.stream(gaps).map(gap -> (gap - mean) * (gap - mean)).sum();
        Difference difference = PairedComparison.of(Design.independent(40), 0.95)
                .difference(
                        RegressionMetrics.MAE,
                        RegressionPredictions.of(labels, ours),
                        RegressionPredictions.of(labels, theirs));
        assertEquals(mean, difference.value().orNaN(), 1e-15);
        assertEquals(Math.sqrt(squares / 39 / 40), difference.standardError().orElseThrow(), 1e-15);
        assertStudent(difference, 39);
        assertEquals(Optional.of("paired-mean-t"), difference.method());
    }

    @Test
    void queriesAreComparedAndNotTheirRows() {
        int[] queries = IntStream.range(0, 60).map(row -> row / 3).toArray();
        double[] relevance = IntStream.range(0, 60)
                .mapToDouble(row -> row % 3 == 0 && row < 45 ? 1 : 0)
                .toArray();
        RankingPredictions ours = RankingPredictions.of(
                queries, relevance, new Random(1).doubles(60).toArray());
        RankingPredictions theirs = RankingPredictions.of(
                queries, relevance, new Random(2).doubles(60).toArray());
        PairedComparison comparison = PairedComparison.of(Design.independent(60), 0.95);
        Difference mrr = comparison.difference(RankingMetrics.MRR, ours, theirs);
        // Fifteen queries have a relevant row.
        assertStudent(mrr, 14);
        Metric<RankingPredictions> hit = RankingMetrics.named("hit@1").orElseThrow();
        assertEquals(
                Optional.of("mcnemar-mid-p"),
                comparison.difference(hit, ours, theirs).method());
        assertEquals(
                new Interval(0, 0, 0.95, "identical"),
                comparison.difference(RankingMetrics.MRR, ours, ours).interval().orElseThrow());
    }

    @Test
    void severalClassesAreComparedByWhatTheMetricIs() {
        Random random = new Random(8);
        int[] labels = random.ints(90, 0, 3).toArray();
        MulticlassPredictions ours = scores(labels, random);
        MulticlassPredictions theirs = scores(labels, random);
        PairedComparison comparison = PairedComparison.of(Design.independent(90), 0.95);
        assertEquals(
                Optional.of("mcnemar-mid-p"),
                comparison.difference(MulticlassMetrics.ACCURACY, ours, theirs).method());
        assertEquals(
                Optional.of("mcnemar-mid-p"),
                comparison
                        .difference(MulticlassMetrics.recall("b"), ours, theirs)
                        .method());
        assertEquals(
                Optional.of("paired-influence-t"),
                comparison
                        .difference(MulticlassMetrics.precision("b"), ours, theirs)
                        .method());
        assertEquals(
                Optional.of("paired-mean-t"),
                comparison.difference(MulticlassMetrics.LOG_LOSS, ours, theirs).method());
        int rarest = IntStream.range(0, 3).map(ours::classRows).min().orElseThrow();
        assertStudent(comparison.difference(MulticlassMetrics.ROC_AUC_OVR, ours, theirs), rarest - 1.0);
        assertStudent(comparison.difference(MulticlassMetrics.F1_MACRO, ours, theirs), 89);
        assertEquals(
                Optional.of("identical"),
                comparison.difference(MulticlassMetrics.F1_MACRO, ours, ours).method());
    }

    private static MulticlassPredictions scores(int[] labels, Random random) {
        double[][] scores = new double[3][labels.length];
        for (int row = 0; row < labels.length; row++) {
            double first = random.nextDouble() / 2 + (labels[row] == 0 ? 0.2 : 0);
            double second = random.nextDouble() * (1 - first);
            scores[0][row] = first;
            scores[1][row] = second;
            scores[2][row] = 1 - first - second;
        }
        return MulticlassPredictions.of(List.of("a", "b", "c"), labels, scores);
    }

    @Test
    void aModelWithItselfDiffersByNothingForSure() {
        BinaryPredictions model = ReferenceTable.predictions("b60", "score");
        PairedComparison comparison = PairedComparison.of(Design.independent(60), 0.95);
        for (var metric : List.of(BinaryMetrics.ROC_AUC, BinaryMetrics.LOG_LOSS, BinaryMetrics.F1, BinaryMetrics.MCC)) {
            Difference difference = comparison.difference(metric, model, ReferenceTable.predictions("b60", "score"));
            assertEquals(0, difference.value().orNaN());
            assertEquals(
                    new Interval(0, 0, 0.95, "identical"), difference.interval().orElseThrow());
            assertEquals(OptionalDouble.of(1), difference.pValue());
            assertEquals(OptionalDouble.of(0), difference.standardError());
        }
    }

    @Test
    void undefinedValuesHaveNoDifference() {
        BinaryPredictions model = ReferenceTable.predictions("allneg4", "score");
        Difference difference =
                PairedComparison.of(Design.independent(4), 0.95).difference(BinaryMetrics.ROC_AUC, model, model);
        assertEquals(
                Optional.of(UndefinedReason.NO_POSITIVES), difference.value().reason());
        assertEquals(Optional.empty(), difference.interval());
        assertEquals(OptionalDouble.empty(), difference.pValue());
    }

    @Test
    void metricsWithoutInfluenceValuesHaveADifferenceWithoutError() {
        Difference difference = PairedComparison.of(Design.independent(60), 0.95)
                .difference(
                        BinaryMetrics.BEST_F1,
                        ReferenceTable.predictions("b60", "score"),
                        ReferenceTable.predictions("b60", "score2"));
        assertTrue(difference.value().isDefined());
        assertEquals(Optional.empty(), difference.interval());
    }

    @Test
    void oneRowOfAClassGivesRankMetricsNoError() {
        boolean[] labels = {true, false, false, false};
        BinaryPredictions candidate = BinaryPredictions.of(labels, new double[] {0.5, 0.9, 0.1, 0.2});
        BinaryPredictions baseline = BinaryPredictions.of(labels, new double[] {0.15, 0.9, 0.1, 0.2});
        PairedComparison comparison = PairedComparison.of(Design.independent(4), 0.95);
        for (var metric : List.of(BinaryMetrics.ROC_AUC, BinaryMetrics.AVERAGE_PRECISION)) {
            Difference difference = comparison.difference(metric, candidate, baseline);
            assertTrue(difference.value().orNaN() > 0);
            assertEquals(Optional.empty(), difference.interval());
        }
    }

    @Test
    void oneClusterGivesNoError() {
        BinaryPredictions candidate = ReferenceTable.predictions("b60", "score");
        BinaryPredictions baseline = ReferenceTable.predictions("b60", "score2");
        Design design = Design.independent(60).withClusters(new int[60]);
        Difference difference =
                PairedComparison.of(design, 0.95).difference(BinaryMetrics.LOG_LOSS, candidate, baseline);
        assertTrue(difference.value().isDefined());
        assertEquals(Optional.empty(), difference.interval());
    }

    @Test
    void fewClustersInASampleGiveNoError() {
        for (int clusters : new int[] {29, 30}) {
            int rows = 10 * clusters;
            BinaryPredictions candidate = new Binormal(0.4).draw(rows, new Random(3));
            double[] scores = new double[rows];
            boolean[] labels = new boolean[rows];
            int[] cluster = new int[rows];
            for (int row = 0; row < rows; row++) {
                labels[row] = candidate.label(row);
                scores[row] = candidate.score(row) * candidate.score(row);
                cluster[row] = row / 10;
            }
            Design design = Design.stratified(new int[rows], new int[] {clusters}, new int[] {1000})
                    .withClusters(cluster);
            Difference difference = PairedComparison.of(design, 0.95)
                    .difference(BinaryMetrics.BRIER, candidate, BinaryPredictions.of(labels, scores));
            assertEquals(clusters == 30, difference.interval().isPresent());
        }
    }

    @Test
    void aDifferenceWithoutSpreadHasNoInterval() {
        boolean[] labels = {true, true};
        Difference difference = PairedComparison.of(Design.independent(2), 0.95)
                .difference(
                        BinaryMetrics.LOG_LOSS,
                        BinaryPredictions.of(labels, new double[] {0.5, 0.5}),
                        BinaryPredictions.of(labels, new double[] {0.25, 0.25}));
        assertEquals(-Math.log(2), difference.value().orNaN(), 1e-15);
        assertEquals(Optional.empty(), difference.interval());
    }

    @Test
    void clustersThatRepeatARowWidenTheInterval() {
        BinaryPredictions candidate = ReferenceTable.predictions("b60", "score");
        BinaryPredictions baseline = ReferenceTable.predictions("b60", "score2");
        int[] twice = new int[120];
        Arrays.setAll(twice, row -> row / 2);
        double blind = PairedComparison.of(Design.independent(120), 0.95)
                .difference(BinaryMetrics.BRIER, candidate.select(twice), baseline.select(twice))
                .standardError()
                .orElseThrow();
        double aware = PairedComparison.of(Design.independent(120).withClusters(twice), 0.95)
                .difference(BinaryMetrics.BRIER, candidate.select(twice), baseline.select(twice))
                .standardError()
                .orElseThrow();
        double once = PairedComparison.of(Design.independent(60), 0.95)
                .difference(BinaryMetrics.BRIER, candidate, baseline)
                .standardError()
                .orElseThrow();
        assertEquals(once, aware, 1e-15);
        assertTrue(aware > 1.4 * blind);
    }

    @Test
    void replicatesThatShareTheirWeightsArePaired() {
        BinaryPredictions candidate = ReferenceTable.predictions("b200r", "score");
        BinaryPredictions baseline = ReferenceTable.predictions("b200r", "score2");
        Replicates ours = auc(candidate);
        Replicates theirs = auc(baseline);
        double observed = BinaryMetrics.ROC_AUC.value(candidate).orNaN()
                - BinaryMetrics.ROC_AUC.value(baseline).orNaN();
        Difference resampled = BootstrapComparison.of(BinaryMetrics.ROC_AUC, observed, ours, theirs, 0.95);
        Difference analytic = PairedComparison.of(Design.independent(200), 0.95)
                .difference(BinaryMetrics.ROC_AUC, candidate, baseline);
        // Four standard deviations of a standard error from 2000 replicates, and a tenth for 200 rows.
        assertEquals(
                1,
                resampled.standardError().orElseThrow()
                        / analytic.standardError().orElseThrow(),
                4 / Math.sqrt(4000) + 0.1);
        assertTrue(resampled.interval().orElseThrow().contains(observed));
        assertEquals(analytic.pValue().orElseThrow(), resampled.pValue().orElseThrow(), 0.06);
    }

    @Test
    void replicatesOfAModelWithItselfDifferByNothing() {
        Replicates auc = auc(ReferenceTable.predictions("b200r", "score"));
        Difference difference = BootstrapComparison.of(BinaryMetrics.ROC_AUC, 0, auc, auc, 0.95);
        assertEquals(0, difference.interval().orElseThrow().width());
        assertEquals(OptionalDouble.of(1), difference.pValue());
    }

    @Test
    void tooManyUndefinedReplicatesGiveNoError() {
        Replicates some = Replicates.of(new double[] {1, 2, Double.NaN});
        Difference difference = BootstrapComparison.of(BinaryMetrics.ROC_AUC, 0.1, some, some, 0.95);
        assertEquals(0.1, difference.value().orNaN());
        assertEquals(Optional.empty(), difference.interval());
        assertEquals(OptionalDouble.empty(), difference.pValue());
        assertEquals(OptionalDouble.empty(), difference.standardError());
    }

    @Test
    void badArgumentsAreRefused() {
        assertRefused("level must be in (0, 1), got 0.0", () -> PairedComparison.of(Design.independent(1), 0));
        assertRefused(
                "models must have the same rows, got 60 and 4", () -> PairedComparison.of(Design.independent(60), 0.95)
                        .difference(
                                BinaryMetrics.ROC_AUC,
                                ReferenceTable.predictions("b60", "score"),
                                ReferenceTable.predictions("skdoc4", "score")));
    }

    private static Replicates auc(BinaryPredictions predictions) {
        long[] keys = new Random(4).longs(predictions.rows()).toArray();
        return Bootstrap.of(keys, 1, 2000)
                .replicates(List.of(BinaryMetrics.ROC_AUC), predictions)
                .values()
                .iterator()
                .next();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-18, 1.5, Double.NaN})
    void aDifferenceRefusesAPValueThatIsNoProbability(double p) {
        assertRefused(
                "pValue must be in [0, 1], got " + p,
                () -> new Difference(
                        "roc_auc",
                        Direction.HIGHER_IS_BETTER,
                        Value.of(0.1),
                        Optional.empty(),
                        OptionalDouble.of(p),
                        OptionalDouble.empty(),
                        true));
    }
}
