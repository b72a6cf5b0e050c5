package io.github.tiercel.evaluation;

import static io.github.tiercel.data.Thrown.assertBadData;
import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Scores;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import io.github.tiercel.store.PredictionStore;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelEvaluatorTest {

    private static final Simulated ROWS = Simulated.rows(20_000, 0.1, 7);
    private static final Tier FULL = Tier.full().withReplicates(0);
    private static final int FAST_ROWS = 2048;

    private final PredictionStore store = PredictionStore.inMemory();

    @Test
    void givesTheNumbersOfTheScoresInBothTiers() {
        EvaluationSet set = set().build();
        Evaluator ofScores = Evaluator.of(set).build();
        for (Tier tier : List.of(Tier.fast(), FULL)) {
            EvaluationResult expected =
                    ofScores.evaluate(tier, List.of(Scores.of("model", ROWS.scores())), Optional.empty());
            EvaluationResult found = evaluate(evaluator(set), tier, CountingModel.anonymous());
            assertEquals(expected.models(), found.models());
        }
    }

    @Test
    void theFullTierInfersWhatTheFastOneDidNot() {
        ModelEvaluator<double[]> evaluator = evaluator(set().build());
        CountingModel model = CountingModel.anonymous();
        InferenceCost fast = cost(evaluate(evaluator, Tier.fast(), model));
        assertEquals(FAST_ROWS, fast.rowsInferred());
        assertEquals(0, fast.rowsReused());
        assertTrue(fast.millis() > 0);
        InferenceCost full = cost(evaluate(evaluator, FULL, model));
        assertEquals(20_000 - FAST_ROWS, full.rowsInferred());
        assertEquals(FAST_ROWS, full.rowsReused());
        assertTrue(full.savedMillis() > 0);
        // One batch is scored again, to see whether the model is still the one of the fast tier.
        assertEquals(1024, full.rowsChecked());
        assertEquals(20_000 + 1024, model.asked());
        InferenceCost again = cost(evaluate(evaluator, FULL, model));
        assertEquals(0, again.rowsInferred());
        assertEquals(20_000, again.rowsReused());
        // Nobody vouches that it has not been trained since.
        assertEquals(1024, again.rowsChecked());
        assertEquals(20_000 + 2048, model.asked());
    }

    @Test
    void inferenceEndsAtABatchBoundaryAndTheTierAtItsOwnRows() {
        ModelEvaluator<double[]> evaluator =
                Evaluator.of(set().build()).features(features()).batchRows(300).build();
        EvaluationResult fast = evaluate(evaluator, Tier.fast(), CountingModel.anonymous());
        assertEquals(FAST_ROWS, fast.model().rows());
        assertEquals(2100, cost(fast).rowsInferred());
    }

    /** The store knows the rows in the order of their first labels, which is another one. */
    @Test
    void theBuilderOfAnEvaluatorOfScoresKeepsItsSet() {
        evaluate(evaluator(set().build()), FULL, CountingModel.named("linear"));
        boolean[] corrected = ROWS.labels().clone();
        corrected[0] = !corrected[0];
        EvaluationSet relabelled = EvaluationSet.binary(corrected).ids(ids()).build();
        Evaluator.Builder builder = Evaluator.of(relabelled);
        EvaluationSet frozen =
                builder.features(features()).store(store).build().evaluator().set();
        assertNotSame(relabelled, frozen);
        assertSame(relabelled, builder.build().set());
    }

    @Test
    void newLabelsWeightsAndSlicesCostNoInference() {
        EvaluationSet set = set().build();
        CountingModel model = CountingModel.named("linear");
        evaluate(evaluator(set), FULL, model);
        boolean[] corrected = ROWS.labels();
        corrected = Arrays.copyOf(corrected, corrected.length);
        for (int row = 0; row < 500; row++) {
            corrected[row] = !corrected[row];
        }
        List<String> halves = IntStream.range(0, corrected.length)
                .mapToObj(row -> row < 10_000 ? "old" : "new")
                .toList();
        double[] weights = new double[corrected.length];
        Arrays.setAll(weights, row -> 1 + row % 3);
        // As another process would: from the corrected labels, without ever having seen the first ones.
        EvaluationSet relabelled = EvaluationSet.binary(corrected)
                .ids(ids())
                .weights(weights)
                .slice("age", halves)
                .build();
        EvaluationResult result = evaluate(evaluator(relabelled), FULL, model);
        assertEquals(0, cost(result).rowsInferred());
        assertEquals(20_000, cost(result).rowsReused());
        EvaluationResult expected = Evaluator.of(relabelled)
                .build()
                .evaluate(FULL, List.of(Scores.of("model", ROWS.scores())), Optional.empty());
        assertEquals(expected.models(), result.models());
        assertEquals(
                0,
                cost(evaluate(evaluator(set.withLabels(corrected)), Tier.fast(), model))
                        .rowsInferred());
    }

    @Test
    void rowsInAnotherSequenceAreFoundAgain() {
        CountingModel model = CountingModel.named("linear");
        evaluate(evaluator(set().build()), FULL, model);
        int[] shuffled = IntStream.range(0, 20_000).toArray();
        Random random = new Random(3);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = kept;
        }
        boolean[] labels = new boolean[20_000];
        double[][] rows = new double[20_000][];
        long[] ids = new long[20_000];
        for (int i = 0; i < shuffled.length; i++) {
            labels[i] = ROWS.labels()[shuffled[i]];
            rows[i] = new double[] {ROWS.scores()[shuffled[i]]};
            ids[i] = ids()[shuffled[i]];
        }
        ModelEvaluator<double[]> evaluator = Evaluator.of(
                        EvaluationSet.binary(labels).ids(ids).build())
                .features(Features.of(rows))
                .store(store)
                .build();
        assertEquals(0, cost(evaluate(evaluator, FULL, model)).rowsInferred());
    }

    @Test
    void changedFeaturesAreInferredAnew() {
        CountingModel model = CountingModel.named("linear");
        evaluate(evaluator(set().build()), FULL, model);
        double[][] changed = rows();
        changed[17][0] = 0.5;
        ModelEvaluator<double[]> evaluator = Evaluator.of(set().build())
                .features(Features.of(changed))
                .store(store)
                .build();
        assertEquals(20_000, cost(evaluate(evaluator, FULL, model)).rowsInferred());
    }

    @Test
    void aBaselineIsReusedToo() {
        ModelEvaluator<double[]> evaluator = evaluator(set().build());
        CountingModel candidate = CountingModel.named("new");
        CountingModel baseline = CountingModel.named("old");
        EvaluationResult first = evaluator.evaluate(
                FULL, List.of(Candidate.of("new", candidate)), Optional.of(Candidate.of("old", baseline)));
        assertEquals(40_000, cost(first).rowsInferred());
        EvaluationResult second = evaluator.evaluate(
                FULL, List.of(Candidate.of("new", candidate)), Optional.of(Candidate.of("old", baseline)));
        assertEquals(0, cost(second).rowsInferred());
        assertEquals(first.models(), second.models());
        EvaluationResult mixed = evaluator.evaluate(
                FULL, List.of(Candidate.of("new", candidate)), Optional.of(Candidate.of(ROWS.baseline())));
        assertEquals(20_000, cost(mixed).rowsReused());
        assertEquals("baseline", mixed.model().baseline().orElseThrow().name());
    }

    @Test
    void aFingerprintThatLiesIsFoundOut() {
        ModelEvaluator<double[]> evaluator = evaluator(set().build());
        Predictor<double[]> honest = Predictor.<double[]>of(row -> row[0]).withFingerprint(ModelFingerprint.of("m"));
        Predictor<double[]> liar = Predictor.<double[]>of(row -> row[0] / 2).withFingerprint(ModelFingerprint.of("m"));
        evaluate(evaluator, Tier.fast(), honest);
        EvaluationResult result = evaluate(evaluator, FULL, liar);
        assertEquals(20_000, cost(result).rowsInferred());
        assertEquals(0, cost(result).rowsReused());
        Notice notice = result.model().warnings().stream()
                .filter(warning -> warning.code().equals("CHANGED_MODEL"))
                .findFirst()
                .orElseThrow();
        assertTrue(
                notice.text()
                        .matches("Scores kept under this model's name differ from what it gives now, by up to 0\\.\\d+"
                                + " among 1,024 rows scored again, so none of them was used and none is kept\\. .*"),
                notice.text());
        double[] halves = Arrays.stream(ROWS.scores()).map(score -> score / 2).toArray();
        EvaluationResult expected = Evaluator.of(set().build())
                .build()
                .evaluate(FULL, List.of(Scores.of("model", halves)), Optional.empty());
        assertEquals(expected.model().metrics(), result.model().metrics());
        // From here on the name is worth nothing: the honest model is asked again too.
        assertEquals(20_000, cost(evaluate(evaluator, FULL, honest)).rowsInferred());
    }

    @Test
    void messagesNameTheCallersRowsInBothTiers() {
        double[][] rows = rows();
        int bad = evaluatorOf(rows).evaluator().rows(Tier.fast())[5];
        rows[bad][0] = 1.5;
        for (Tier tier : List.of(Tier.fast(), FULL)) {
            DataException refusal = assertThrows(
                    DataException.class, () -> evaluate(evaluatorOf(rows), tier, Predictor.of(row -> row[0])));
            String message = String.valueOf(refusal.getMessage());
            assertTrue(message.contains(String.format("row %,d", bad + 1)), message);
        }
    }

    private static ModelEvaluator<double[]> evaluatorOf(double[][] rows) {
        return Evaluator.of(set().build())
                .metrics("log_loss")
                .features(Features.of(rows))
                .build();
    }

    @Test
    void rowsWithoutContentAreKnownInMemoryOnly() {
        EvaluationSet set = set().build();
        CountingModel model = CountingModel.named("m");
        ModelEvaluator<double[]> evaluator = Evaluator.of(set)
                .features(Features.of(List.of(rows())))
                .store(store)
                .build();
        evaluate(evaluator, FULL, model);
        assertEquals(0, cost(evaluate(evaluator, FULL, model)).rowsInferred());
        ModelEvaluator<double[]> other = Evaluator.of(set)
                .features(Features.of(List.of(rows())))
                .store(store)
                .build();
        assertEquals(20_000, cost(evaluate(other, FULL, model)).rowsInferred());
    }

    @Test
    void threadsThatWantTheSameScoresShareTheWork() throws Exception {
        ModelEvaluator<double[]> evaluator = evaluator(set().build());
        CountingModel model = CountingModel.named("shared");
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<EvaluationResult>> results = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return evaluate(evaluator, FULL, model);
                    }))
                    .toList();
            start.countDown();
            long inferred = 0;
            for (Future<EvaluationResult> result : results) {
                inferred += cost(result.get()).rowsInferred();
                assertEquals(results.get(0).get().models(), result.get().models());
            }
            assertEquals(20_000, inferred);
            // Once, a batch is scored again before scores that were there are used.
            assertEquals(CountingModel.PROBED + 20_000 + 1024, model.asked());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theOutputOfThePositiveClassIsFoundByName() {
        Predictor<double[]> model = new TwoOutputs("true", "false");
        EvaluationResult result = evaluate(evaluator(set().build()), FULL, model);
        EvaluationResult expected = evaluate(evaluator(set().build()), FULL, CountingModel.anonymous());
        assertEquals(expected.model().metrics(), result.model().metrics());
        ModelEvaluator<double[]> named =
                Evaluator.of(set().build()).features(features()).output("late").build();
        assertEquals(
                expected.model().metrics(),
                evaluate(named, FULL, new TwoOutputs("late", "punctual"))
                        .model()
                        .metrics());
    }

    @Test
    void anOutputThatDoesNotExistIsMisuse() {
        assertMisuse(
                "The model has no output \"true\"; its outputs are late, punctual. Say with output(...) which one is the"
                        + " score of the positive class, which the labels call \"true\".",
                () -> evaluate(evaluator(set().build()), FULL, new TwoOutputs("late", "punctual")));
        ModelEvaluator<double[]> named =
                Evaluator.of(set().build()).features(features()).output("lat").build();
        assertMisuse(
                "The model has no output \"lat\"; its outputs are late, punctual. Say with output(...) which one is the"
                        + " score of the positive class.",
                () -> evaluate(named, FULL, new TwoOutputs("late", "punctual")));
    }

    @Test
    void everyRowNeedsFeatures() {
        double[][] few = Arrays.copyOf(rows(), 7);
        assertBadData(
                "Got 20,000 labels but 7 rows of features. Each row needs one of both, in the same order.",
                () -> Evaluator.of(set().build()).features(Features.of(few)));
        assertMisuse(
                "rows must be at least 1, got 0",
                () -> Evaluator.of(set().build()).features(features()).batchRows(0));
    }

    @Test
    void scoresForTheRowsOfATierAreEnough() {
        EvaluationSet set = set().build();
        Evaluator evaluator = Evaluator.of(set).build();
        int[] rows = evaluator.rows(Tier.fast());
        assertEquals(FAST_ROWS, rows.length);
        double[] scores =
                Arrays.stream(rows).mapToDouble(row -> ROWS.scores()[row]).toArray();
        assertEquals(
                evaluator.fast(Scores.of("m", ROWS.scores())).models(),
                evaluator.evaluate(Tier.fast(), "m", scores).models());
        assertEquals(20_000, evaluator.rows(FULL).length);
        assertBadData(
                "Got 3 scores of \"m\" for 2,048 rows. Score the rows that rows(tier) names, in that order.",
                () -> evaluator.evaluate(Tier.fast(), "m", new double[3]));
    }

    @Test
    void aBadScoreForTheRowsOfATierIsNamedByItsRowInTheSet() {
        Evaluator evaluator = Evaluator.of(set().build()).build();
        int[] rows = evaluator.rows(Tier.fast());
        double[] scores = new double[rows.length];
        scores[7] = Double.NaN;
        assertBadData(
                String.format(
                        Locale.ROOT,
                        "1 of 20,000 scores of \"m\" is NaN (at row %,d). The model may have failed on these rows or a"
                                + " feature is missing there; every row needs a score, so fix the model or leave the"
                                + " rows out of the data.",
                        rows[7] + 1),
                () -> evaluator.evaluate(Tier.fast(), "m", scores));
    }

    private record TwoOutputs(String positive, String negative) implements Predictor<double[]> {

        @Override
        public void predict(Batch<double[]> batch, ScoreSink scores) {
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, 0, batch.row(i)[0]);
                scores.score(i, 1, 1 - batch.row(i)[0]);
            }
        }

        @Override
        public Outputs outputs() {
            return Outputs.of(positive, negative);
        }
    }

    private static EvaluationResult evaluate(ModelEvaluator<double[]> evaluator, Tier tier, Predictor<double[]> model) {
        return evaluator.evaluate(tier, List.of(Candidate.of("model", model)), Optional.empty());
    }

    private static InferenceCost cost(EvaluationResult result) {
        return result.time().inference();
    }

    private ModelEvaluator<double[]> evaluator(EvaluationSet set) {
        return Evaluator.of(set).features(features()).store(store).build();
    }

    private static EvaluationSetBuilder set() {
        return EvaluationSet.binary(ROWS.labels()).ids(ids());
    }

    private static long[] ids() {
        return IntStream.range(0, 20_000).mapToLong(row -> 7L * row + 3).toArray();
    }

    private static Features<double[]> features() {
        return Features.of(rows());
    }

    private static double[][] rows() {
        return Arrays.stream(ROWS.scores())
                .mapToObj(score -> new double[] {score})
                .toArray(double[][]::new);
    }
}
