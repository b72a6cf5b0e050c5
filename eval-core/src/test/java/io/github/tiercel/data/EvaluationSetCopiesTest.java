package io.github.tiercel.data;

import static io.github.tiercel.data.Thrown.assertBadData;
import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.sampling.Sample;
import io.github.tiercel.sampling.Strata;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A changed copy keeps the order of its rows, so that what is stored for its prefixes stays good. */
class EvaluationSetCopiesTest {

    private static final int ROWS = 5000;

    private static EvaluationSetBuilder builder() {
        return EvaluationSet.binary(labels(1, 0.1)).slice("city", Collections.nCopies(ROWS, "Bern"));
    }

    private static boolean[] labels(long seed, double prevalence) {
        Random random = new Random(seed);
        boolean[] labels = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = random.nextDouble() < prevalence;
        }
        return labels;
    }

    private static double[] some(long seed) {
        return new Random(seed).doubles(ROWS).toArray();
    }

    @Test
    void theOrderIsTheSameObjectWhicheverSetIsAskedFirst() {
        EvaluationSet set =
                builder().ids(new Random(3).longs(ROWS).toArray()).seed(7).build();
        EvaluationSet changed =
                set.withLabels(labels(2, 0.5)).withWeights(some(1)).withSlice("size", Collections.nCopies(ROWS, "L"));
        assertSame(changed.order(), set.order());
        assertSame(set.order(), set.withLabels(labels(3, 0.9)).order());
        assertEquals(set.strata(), changed.strata());
        assertArrayEquals(set.keys(), changed.keys());
        assertEquals(set.fingerprint(), changed.fingerprint());
        assertEquals(7, changed.seed());
        assertTrue(changed.isWeighted());
        assertEquals(
                List.of("city", "size"),
                changed.slices().stream().map(TextColumn::name).toList());
    }

    @Test
    void clustersKeepTheirOrderToo() {
        long[] users = new Random(4).longs(ROWS, 0, 800).toArray();
        EvaluationSet set = builder().clusters(users).build();
        EvaluationSet changed = set.withLabels(labels(2, 0.5));
        assertSame(set.order(), changed.order());
        assertEquals(Optional.empty(), changed.strata());
        assertArrayEquals(users, changed.unitKeys());
    }

    @Test
    void aSampleOfRelabelledRowsStillStandsForAllOfThem() {
        EvaluationSet set = builder().build().withLabels(labels(2, 0.4));
        Sample sample = set.order().sample(1024);
        BinaryPredictions predictions = binary(set.predictions(Scores.of("m", some(5)), sample));
        double sum = 0;
        for (int i = 0; i < predictions.rows(); i++) {
            assertEquals(set.design(sample).sampleWeight(i), predictions.weight(i));
            sum += predictions.weight(i);
        }
        assertEquals(ROWS, sum, 1e-9 * ROWS);
    }

    @Test
    void theOriginalIsLeftAlone() {
        boolean[] newLabels = labels(2, 0.5);
        double[] newWeights = some(1);
        EvaluationSet set = builder().build();
        EvaluationSet changed = set.withLabels(newLabels).withWeights(newWeights);
        Arrays.fill(newLabels, true);
        Arrays.fill(newWeights, 1);
        Scores scores = Scores.of("m", some(5));
        BinaryPredictions expected = binary(builder().build().predictions(scores));
        assertEquals(expected.positives(), binary(set.predictions(scores)).positives());
        assertNotEquals(ROWS, binary(changed.predictions(scores)).positives());
        assertEquals(some(1)[3], changed.predictions(scores).weight(3));
    }

    @Test
    void aSliceOfTheSameNameIsReplaced() {
        EvaluationSet changed = builder().build().withSlice("city", Collections.nCopies(ROWS, "Oslo"));
        assertEquals(List.of("Oslo"), changed.slices().get(0).dictionary());
        assertEquals(1, changed.slices().size());
    }

    @Test
    void newStrataLeadToAnotherOrderAndOldOnesBack() {
        EvaluationSet first = builder().build();
        Strata frozen = first.strata().orElseThrow();
        EvaluationSet relabelled = EvaluationSet.binary(labels(2, 0.5)).build();
        assertNotEquals(frozen.toString(), relabelled.strata().orElseThrow().toString());
        EvaluationSet restored = relabelled.withStrata(frozen);
        assertNotSame(first.order(), restored.order());
        assertArrayEquals(first.order().rows(ROWS), restored.order().rows(ROWS));
        assertSame(frozen, restored.strata().orElseThrow());
        assertSame(restored.order(), restored.withLabels(labels(3, 0.2)).order());
    }

    @Test
    void strataOfClustersAreRefused() {
        EvaluationSet clustered = builder().clusters(new long[ROWS]).build();
        assertMisuse(
                "Rows in clusters cannot be given strata, because a cluster is drawn whole whatever its rows are. Leave"
                        + " out the clusters or the strata.",
                () -> clustered.withStrata(Strata.single(ROWS)));
    }

    @Test
    void newLabelsAreOfTheSameTask() {
        EvaluationSet yesOrNo = builder().build();
        assertMisuse(
                "The rows have labels of the task binary, got numbers. New labels must be of the same task; build another"
                        + " set for another.",
                () -> yesOrNo.withLabels(new double[ROWS]));
        assertMisuse(
                "The rows have labels of the task binary, got indices of classes. New labels must be of the same task;"
                        + " build another set for another.",
                () -> yesOrNo.withLabels(new int[ROWS]));
        EvaluationSet numbers = EvaluationSet.regression(some(1)).build();
        assertMisuse(
                "The rows have labels of the task regression, got yes-or-no labels. New labels must be of the same task;"
                        + " build another set for another.",
                () -> numbers.withLabels(new boolean[ROWS]));
        assertEquals(
                Task.RANKING,
                EvaluationSet.ranking(some(1), new long[ROWS])
                        .build()
                        .withLabels(some(2))
                        .task());
    }

    @Test
    void rowsOfWeightZeroDoNotCount() {
        double[] weights = some(1);
        weights[3] = 0;
        weights[4] = 0;
        EvaluationSet set = builder().weights(weights).build();
        assertEquals(ROWS - 2, set.weightedRows());
        assertEquals(ROWS, builder().build().weightedRows());
        ModelResult result = Evaluator.of(set)
                .replicates(0)
                .build()
                .full(Scores.of("m", some(2)))
                .model();
        assertEquals(ROWS - 2, result.rows());
        assertEquals(ROWS - 2, result.rowsTotal());
        assertFalse(result.isSample());
    }

    @Test
    void aRankingIsSlicedByWholeQueries() {
        double[] relevance = {1, 0, 2, 0};
        long[] queries = {7, 7, 9, 9};
        assertBadData(
                "Column \"kind\" has several values within one query, \"a\" at row 3 and \"b\" at row 4. A ranking is"
                        + " sliced by whole queries: slice by what all rows of a query share.",
                () -> EvaluationSet.ranking(relevance, queries)
                        .slice("kind", List.of("a", "a", "a", "b"))
                        .build());
        EvaluationSet set = EvaluationSet.ranking(relevance, queries)
                .slice("kind", List.of("a", "a", "b", "b"))
                .build();
        assertEquals(1, set.slices().size());
    }

    @Test
    void lengthsMustAgree() {
        EvaluationSet set = builder().build();
        String end = ". Each row needs one of both, in the same order.";
        assertBadData(
                "Got 4 new labels for 5,000 rows. Each row needs one, in the same order.",
                () -> set.withLabels(new boolean[4]));
        assertBadData("Got 5,000 labels but 4 weights" + end, () -> set.withWeights(new double[4]));
        assertBadData("Got 5,000 labels but 1 slice \"s\"" + end, () -> set.withSlice("s", List.of("a")));
        assertBadData("Got 5,000 labels but 4 strata" + end, () -> set.withStrata(Strata.single(4)));
        assertBadData(
                "Got scores of 1,023 positions for a sample of 1,024 rows. Score every row of the sample first.",
                () -> set.predictions(
                        new double[][] {new double[1023]}, set.order().sample(1024)));
    }

    @Test
    void scoresByPositionGiveWhatScoresByRowGive() {
        double[] byRow = some(5);
        EvaluationSet set = builder().weights(some(6)).build();
        Sample sample = set.order().sample(1024);
        double[] byPosition = new double[2048];
        for (int position = 0; position < byPosition.length; position++) {
            byPosition[position] = byRow[set.order().row(position)];
        }
        BinaryPredictions expected = binary(set.predictions(Scores.of("m", byRow), sample));
        BinaryPredictions given = binary(set.predictions(new double[][] {byPosition}, sample));
        Arrays.fill(byPosition, -1);
        assertEquals(expected.rows(), given.rows());
        for (int i = 0; i < given.rows(); i++) {
            assertEquals(expected.score(i), given.score(i));
            assertEquals(expected.weight(i), given.weight(i));
            assertEquals(expected.label(i), given.label(i));
        }
    }

    private static BinaryPredictions binary(Predictions predictions) {
        return (BinaryPredictions) predictions;
    }
}
