package io.github.tiercel.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Scores;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import io.github.tiercel.store.PredictionStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scores are stored once, by models that are gone by then. Whatever is asked of them later calls no model: the ones
 * given throw.
 */
class RetroactiveEvaluationTest {

    private static final int ROWS = 6000;
    private static final Simulated DATA = Simulated.rows(ROWS, 0.2, 17);
    private static final Tier FULL = Tier.full().withReplicates(0);

    @TempDir
    private Path folder;

    @BeforeEach
    void storeScores() {
        try (PredictionStore store = PredictionStore.open(folder)) {
            ModelEvaluator<double[]> evaluator = evaluator(Evaluator.of(set().build()), store);
            evaluator.evaluate(FULL, List.of(stored("new", 0), stored("old", 1)), Optional.empty());
        }
    }

    @Test
    void aNewMetricCallsNoModel() {
        String[] metrics = {"brier", "mcc", "average_precision", "lift_0.1"};
        assertSame(Evaluator.of(set().build()).metrics(metrics), Optional.empty());
    }

    @Test
    void aNewSliceCallsNoModel() {
        List<String> ages = IntStream.range(0, ROWS)
                .mapToObj(row -> row % 3 == 0 ? "old" : "new")
                .toList();
        assertSame(Evaluator.of(set().slice("age", ages).build()), Optional.empty());
    }

    @Test
    void newWeightsCallNoModel() {
        double[] weights = new double[ROWS];
        Arrays.setAll(weights, row -> 1 + row % 4);
        assertSame(Evaluator.of(set().weights(weights).build()), Optional.empty());
    }

    @Test
    void correctedLabelsCallNoModel() {
        boolean[] labels = DATA.labels().clone();
        for (int row = 0; row < ROWS; row += 11) {
            labels[row] = !labels[row];
        }
        assertSame(Evaluator.of(EvaluationSet.binary(labels).ids(ids()).build()), Optional.empty());
    }

    @Test
    void aNewBaselineCallsNoModel() {
        assertSame(Evaluator.of(set().build()), Optional.of(absent("old")));
    }

    @Test
    void aSmallerTierCallsNoModel() {
        try (PredictionStore store = PredictionStore.open(folder)) {
            EvaluationResult result = evaluator(Evaluator.of(set().build()), store)
                    .evaluate(Tier.fast(), List.of(absent("new")), Optional.empty());
            assertEquals(0, result.time().inference().rowsInferred());
            assertEquals(
                    Evaluator.of(set().build())
                            .build()
                            .evaluate(Tier.fast(), List.of(Scores.of("new", DATA.scores())), Optional.empty())
                            .model()
                            .metrics(),
                    result.model().metrics());
        }
    }

    /** A model object that was checked is not asked again, so it may be closed. */
    @Test
    void aModelThatWasCheckedMayThrowFromThenOn() {
        boolean[] isClosed = {false};
        Predictor<double[]> model = Predictor.<double[]>of(row -> {
                    if (isClosed[0]) {
                        throw new IllegalStateException("the model is closed");
                    }
                    return row[0];
                })
                .withFingerprint(ModelFingerprint.of("new"));
        try (PredictionStore store = PredictionStore.open(folder)) {
            ModelEvaluator<double[]> first = evaluator(Evaluator.of(set().build()), store);
            first.full("new", model);
            isClosed[0] = true;
            EvaluationSet sliced = set().slice(
                            "half",
                            IntStream.range(0, ROWS)
                                    .mapToObj(row -> row < ROWS / 2 ? "a" : "b")
                                    .toList())
                    .build();
            EvaluationResult result =
                    evaluator(Evaluator.of(sliced).metrics("brier"), store).full("new", model);
            assertEquals(ROWS, result.time().inference().rowsReused());
            assertEquals(0, result.time().inference().rowsChecked());
        }
    }

    @Test
    void resultsSayThatScoresWereNotCheckedAgain() {
        try (PredictionStore store = PredictionStore.open(folder)) {
            EvaluationResult result = evaluator(Evaluator.of(set().build()), store)
                    .evaluate(FULL, List.of(absent("new")), Optional.empty());
            List<Notice> said = result.model().warnings().stream()
                    .filter(notice -> notice.code().equals("NOT_RECHECKED"))
                    .toList();
            assertEquals(
                    List.of(
                            new Notice(
                                    "NOT_RECHECKED",
                                    "Stored scores were used while their model was not at hand, so they were not checked again.")),
                    said);
        }
    }

    @Test
    void rowsThatWereNeverScoredNeedTheModel() {
        try (PredictionStore store = PredictionStore.open(folder)) {
            evaluator(Evaluator.of(set().build()), store).fast("part", named("part", row -> row[0]));
        }
        try (PredictionStore store = PredictionStore.open(folder)) {
            ModelEvaluator<double[]> evaluator = evaluator(Evaluator.of(set().build()), store);
            assertEquals(
                    "Scores of 1,024 rows are stored of this model, of 6,000 that are wanted, and the model is not at hand"
                            + " to score the rest. Give the model, or evaluate rows that it has scored.",
                    assertThrows(
                                    ModelException.class,
                                    () -> evaluator.evaluate(FULL, List.of(absent("part")), Optional.empty()))
                            .getMessage());
            assertEquals(
                    "Scores of 0 rows are stored of this model, of 1,024 that are wanted, and the model is not at hand to"
                            + " score the rest. Give the model, or evaluate rows that it has scored.",
                    assertThrows(
                                    ModelException.class,
                                    () -> evaluator.evaluate(Tier.fast(), List.of(absent("unknown")), Optional.empty()))
                            .getMessage());
        }
    }

    @Test
    void aModelThatIsNotAtHandScoresNothing() {
        Predictor<double[]> model = Predictor.absent(ModelFingerprint.of("gone"), Outputs.score());
        assertFalse(model.isAtHand());
        assertFalse(model.withFingerprint(ModelFingerprint.of("other")).isAtHand());
        assertFalse(model.on((double[] row) -> row).isAtHand());
        Batch<double[]> none = Features.of(new double[1][1]).batch(new int[] {0});
        ScoreSink sink = new ScoreSink() {
            @Override
            public void score(int row, double score) {
                throw new IllegalStateException("a score was given");
            }

            @Override
            public void score(int row, int output, double score) {
                throw new IllegalStateException("a score was given");
            }
        };
        ModelException thrown = assertThrows(ModelException.class, () -> model.predict(none, sink));
        assertEquals(
                "The model \"gone\" is not at hand, so it cannot score rows. Only its stored scores can be evaluated.",
                thrown.getMessage());
        assertEquals("MODEL_ABSENT", thrown.code());
    }

    /** The numbers are those of the scores themselves, to the last bit. */
    private void assertSame(Evaluator.Builder options, Optional<Candidate<double[]>> baseline) {
        EvaluationResult expected = options.build()
                .evaluate(
                        FULL,
                        List.of(Scores.of("new", DATA.scores())),
                        baseline.map(old -> Scores.of("old", DATA.noisy())));
        try (PredictionStore store = PredictionStore.open(folder)) {
            EvaluationResult found = evaluator(options, store).evaluate(FULL, List.of(absent("new")), baseline);
            assertEquals(expected.model().metrics(), found.model().metrics());
            assertEquals(expected.model().slices(), found.model().slices());
            assertEquals(expected.model().comparison(), found.model().comparison());
            assertEquals(baseline.isPresent(), !found.model().comparison().isEmpty());
            InferenceCost cost = found.time().inference();
            assertEquals(0, cost.rowsInferred());
            assertEquals(0, cost.rowsChecked());
            assertEquals(baseline.isPresent() ? 2 * ROWS : ROWS, cost.rowsReused());
        }
        assertTrue(expected.model().metrics().size() > 1);
    }

    private static ModelEvaluator<double[]> evaluator(Evaluator.Builder options, PredictionStore store) {
        double[][] rows = new double[ROWS][];
        Arrays.setAll(rows, row -> new double[] {DATA.scores()[row], DATA.noisy()[row]});
        return options.features(Features.of(rows)).store(store).build();
    }

    private static Candidate<double[]> absent(String name) {
        return Candidate.of(name, Predictor.absent(ModelFingerprint.of(name), Outputs.score()));
    }

    private static Candidate<double[]> stored(String name, int column) {
        return Candidate.of(name, named(name, row -> row[column]));
    }

    private static Predictor<double[]> named(String name, ToDoubleFunction<double[]> model) {
        return Predictor.of(model).withFingerprint(ModelFingerprint.of(name));
    }

    private static EvaluationSetBuilder set() {
        return EvaluationSet.binary(DATA.labels()).ids(ids());
    }

    private static long[] ids() {
        return LongStream.range(0, ROWS).toArray();
    }
}
