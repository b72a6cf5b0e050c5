package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What is drawn is valid, and holds what breaks metrics often enough; shares are percentages of draws. */
class ArbitrariesProperties {

    private static final double SELDOM = 2;
    private static final double OFTEN = 20;

    @Provide
    Arbitrary<BinaryPredictions> probabilities() {
        return BinaryPredictionsArbitraries.probabilities();
    }

    @Provide
    Arbitrary<BinaryPredictions> withBothClasses() {
        return BinaryPredictionsArbitraries.withBothClasses();
    }

    @Provide
    Arbitrary<MulticlassPredictions> distributions() {
        return MulticlassPredictionsArbitraries.distributions();
    }

    @Provide
    Arbitrary<RegressionPredictions> ofOrdinarySize() {
        return RegressionPredictionsArbitraries.ofOrdinarySize();
    }

    @Provide
    Arbitrary<RankingPredictions> graded() {
        return RankingPredictionsArbitraries.graded();
    }

    @Provide
    Arbitrary<int[]> clustersOfTwenty() {
        return ClusterArbitraries.ofRows(20);
    }

    @Property(seed = "42", tries = 1000)
    void binaryPredictionsHoldWhatBreaksMetrics(@ForAll BinaryPredictions predictions) {
        collectRows(predictions);
        collect("no positives", predictions.weightedRows() > 0 && predictions.positives() == 0, SELDOM);
        collect("no negatives", predictions.weightedRows() > 0 && predictions.negatives() == 0, SELDOM);
        collect("no probabilities", !predictions.areProbabilities(), OFTEN);
        collect("ties", predictions.groups().size() < predictions.weightedRows(), OFTEN);
        collect("infinite scores", rows(predictions, predictions::score).anyMatch(Double::isInfinite), SELDOM);
    }

    @Property(seed = "42", tries = 1000)
    void multiclassPredictionsHoldWhatBreaksMetrics(@ForAll MulticlassPredictions predictions) {
        int classes = predictions.classes().size();
        long present = IntStream.range(0, classes)
                .filter(c -> predictions.classRows(c) > 0)
                .count();
        collectRows(predictions);
        collect("two classes", classes == 2, SELDOM);
        collect("five classes", classes == 5, SELDOM);
        collect("absent class", predictions.weightedRows() > 0 && present < classes, OFTEN);
        collect("all classes", present == classes, OFTEN);
        collect("one class", present == 1, SELDOM);
        collect("no distributions", sums(predictions).anyMatch(sum -> !(Math.abs(sum - 1) < 1e-9)), OFTEN);
        collect("distributions", sums(predictions).allMatch(sum -> Math.abs(sum - 1) < 1e-9), OFTEN);
        collect(
                "tied in the row",
                rows(predictions, row -> highest(predictions, row)).anyMatch(highest -> highest > 1),
                OFTEN);
        collect("infinite scores", sums(predictions).anyMatch(sum -> !Double.isFinite(sum)), SELDOM);
    }

    @Property(seed = "42", tries = 1000)
    void regressionPredictionsHoldWhatBreaksMetrics(@ForAll RegressionPredictions predictions) {
        double[] labels = rows(predictions, predictions::label).toArray();
        double[] predicted = rows(predictions, predictions::predicted).toArray();
        collectRows(predictions);
        collect("constant labels", labels.length > 1 && distinct(labels) == 1, SELDOM);
        collect("constant predictions", predicted.length > 1 && distinct(predicted) == 1, SELDOM);
        collect("ties", distinct(labels) < labels.length, OFTEN);
        collect("no ties", labels.length > 1 && distinct(labels) == labels.length, SELDOM);
        collect("exact prediction", IntStream.range(0, labels.length).anyMatch(i -> labels[i] == predicted[i]), OFTEN);
        collect("nothing but exact predictions", labels.length > 1 && Arrays.equals(labels, predicted), SELDOM);
        collect("label 0", Arrays.stream(labels).anyMatch(label -> label == 0), OFTEN);
        collect("negative label", Arrays.stream(labels).anyMatch(label -> label < 0), OFTEN);
        collect("outliers", Arrays.stream(labels).anyMatch(label -> Math.abs(label) == 1e6), SELDOM);
        collect("huge but finite", Arrays.stream(labels).anyMatch(label -> Math.abs(label) == 1e200), SELDOM);
    }

    @Property(seed = "42", tries = 1000)
    void rankingsHoldWhatBreaksMetrics(@ForAll RankingPredictions predictions) {
        double[] relevance = rows(predictions, predictions::relevance).toArray();
        int[] queries =
                IntStream.range(0, predictions.rows()).map(predictions::query).toArray();
        collectRows(predictions);
        collect("several queries", predictions.queries() > 1, OFTEN);
        collect("one query", predictions.queries() == 1, SELDOM);
        collect("few rows a query", predictions.queries() > 3 && predictions.rows() < 12, SELDOM);
        collect("interleaved", IntStream.range(1, queries.length).anyMatch(i -> queries[i] < queries[i - 1]), OFTEN);
        collect(
                "nothing relevant",
                relevance.length > 0 && Arrays.stream(relevance).sum() == 0,
                SELDOM);
        collect("graded", Arrays.stream(relevance).anyMatch(grade -> grade == 2), SELDOM);
        collect("infinitely relevant", Arrays.stream(relevance).anyMatch(Double::isInfinite), SELDOM);
    }

    @Property(seed = "42", tries = 300)
    void probabilitiesLieInTheUnitInterval(@ForAll("probabilities") BinaryPredictions predictions) {
        assertTrue(predictions.areProbabilities());
        assertEquals(0, predictions.clampedRows());
    }

    @Property(seed = "42", tries = 300)
    void bothClassesArePresentWhereAskedFor(@ForAll("withBothClasses") BinaryPredictions predictions) {
        assertTrue(predictions.positives() > 0);
        assertTrue(predictions.negatives() > 0);
    }

    @Property(seed = "42", tries = 300)
    void distributionsSumToOne(@ForAll("distributions") MulticlassPredictions predictions) {
        assertTrue(new MulticlassKind().areProbabilities(predictions));
        assertTrue(sums(predictions).allMatch(sum -> Math.abs(sum - 1) < 1e-9));
    }

    @Property(seed = "42", tries = 300)
    void ordinaryNumbersAreAtMostAHundredMillion(@ForAll("ofOrdinarySize") RegressionPredictions predictions) {
        assertTrue(rows(predictions, predictions::label).allMatch(label -> Math.abs(label) <= 1e8));
        assertTrue(rows(predictions, predictions::predicted).allMatch(number -> Math.abs(number) <= 1e8));
    }

    @Property(seed = "42", tries = 300)
    void gradesAreWholeNumbersUpToThree(@ForAll("graded") RankingPredictions predictions) {
        assertTrue(rows(predictions, predictions::relevance)
                .allMatch(grade -> grade == Math.rint(grade) && grade >= 0 && grade <= 3));
    }

    @Property(seed = "42", tries = 300)
    void clustersAreNumberedWithoutGaps(@ForAll("clustersOfTwenty") int[] clusters) {
        assertEquals(20, clusters.length);
        int[] numbers = Arrays.stream(clusters).sorted().distinct().toArray();
        assertArrayEquals(IntStream.range(0, numbers.length).toArray(), numbers);
        collect("one cluster", numbers.length == 1, OFTEN);
        collect("some clusters", numbers.length > 1 && numbers.length < 10, OFTEN);
        collect("many clusters", numbers.length > 15, OFTEN);
    }

    private static void collectRows(Predictions predictions) {
        collect("empty", predictions.rows() == 0, SELDOM);
        collect("weights of 0", predictions.weightedRows() < predictions.rows(), OFTEN);
        collect("no weights", !predictions.isWeighted(), OFTEN);
    }

    private static void collect(String what, boolean present, double leastPercentage) {
        Statistics.label(what).collect(present).coverage(coverage -> coverage.check(true)
                .percentage(share -> share >= leastPercentage));
    }

    private static DoubleStream rows(Predictions predictions, IntToDoubleFunction row) {
        return IntStream.range(0, predictions.rows()).mapToDouble(row);
    }

    private static DoubleStream sums(MulticlassPredictions predictions) {
        return rows(predictions, row -> scores(predictions, row).sum());
    }

    private static double highest(MulticlassPredictions predictions, int row) {
        double highest = scores(predictions, row).max().orElseThrow();
        return scores(predictions, row).filter(score -> score == highest).count();
    }

    private static DoubleStream scores(MulticlassPredictions predictions, int row) {
        return IntStream.range(0, predictions.classes().size()).mapToDouble(c -> predictions.score(c, row));
    }

    private static long distinct(double[] numbers) {
        return Arrays.stream(numbers).distinct().count();
    }
}
