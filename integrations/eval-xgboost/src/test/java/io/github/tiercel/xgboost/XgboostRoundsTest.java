package io.github.tiercel.xgboost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.training.EpochEvaluator;
import io.github.tiercel.training.EpochResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XgboostRoundsTest {

    private static final int ROWS = 6_000;
    private static final List<String> CLASSES = List.of("low", "middle", "high");

    private static final double[][] HOLD_OUT = Boosted.rows(ROWS, 5);
    private static final double[] NUMBERS = Boosted.numbers(HOLD_OUT, 5);

    private final Evaluator evaluator = evaluator(EvaluationSet.binary(Boosted.positives(NUMBERS)));

    @Test
    void theBoosterIsTheOneThatXgboostTrains() throws Exception {
        try (var epochs = callback().build();
                var rounds = rounds(epochs).build()) {
            Booster booster = rounds.train(training(), Boosted.parameters(Boosted.BINARY), 12, 5);
            assertArrayEquals(Boosted.train(Boosted.BINARY, 12).toByteArray(), booster.toByteArray());
        }
    }

    @Test
    void everySoManyRoundsAreEvaluatedAndTheLast() throws Exception {
        assertEquals(List.of(3, 6, 9, 10), evaluated(10, 3));
        assertEquals(List.of(1, 2, 3), evaluated(3, 1));
        assertEquals(List.of(2, 4), evaluated(4, 2));
        assertEquals(List.of(2), evaluated(2, 7));
        assertEquals(List.of(1), evaluated(1, 1));
    }

    private List<Integer> evaluated(int number, int every) throws XGBoostError {
        try (var epochs = callback().build();
                var rounds = rounds(epochs).build()) {
            List<EpochRecord> heard = new ArrayList<>();
            Booster booster = rounds.train(
                    training(),
                    Boosted.parameters(Boosted.BINARY),
                    number,
                    every,
                    result -> heard.add(result.summary()));
            assertEquals(number, booster.getNumBoostedRound());
            assertEquals(epochs.history().epochs(), heard);
            return epochs.history().epochs().stream().map(EpochRecord::epoch).toList();
        }
    }

    @Test
    void aRoundIsEvaluatedAsIfItWereScoredAnew() throws Exception {
        Booster booster = Boosted.train(Boosted.BINARY, 1);
        double[][] sample = Boosted.pick(HOLD_OUT, evaluator.rows(Tier.fast()));
        assertTrue(sample.length < ROWS);
        try (var epochs = callback().fullEvery(3).withoutBorrowing().build();
                var rounds = rounds(epochs).build()) {
            for (int round = 1; round <= 12; round++) {
                EpochResult result = rounds.onRoundEnd(booster);
                double[][] anew = Boosted.planes(Boosted.fresh(booster, sample, 0));
                assertEquals(metrics(evaluator.evaluate(Tier.fast(), "anew", anew)), metrics(result, "fast"));
                if (round % 3 == 0) {
                    assertEquals(metrics(full(evaluator, booster, 0)), metrics(result, "full"));
                }
                booster.update(training(), round);
            }
        }
    }

    @Test
    void trainingEndsWhenTheCallbackSaysSo() throws Exception {
        Map<String, Object> parameters = Boosted.parameters(Boosted.BINARY);
        parameters.put("eta", 1.5); // far too fast
        try (var epochs = callback().earlyStopping("log_loss", 3).build();
                var rounds = rounds(epochs).build()) {
            Booster booster = rounds.train(training(), parameters, 200, 2);
            List<EpochRecord> records = epochs.history().epochs();
            int best = epochs.bestEpoch().orElseThrow();
            assertEquals(best + 3 * 2, booster.getNumBoostedRound());
            assertEquals(
                    booster.getNumBoostedRound(),
                    records.get(records.size() - 1).epoch());
            assertTrue(booster.getNumBoostedRound() < 200);
            assertEquals(metrics(full(evaluator, booster, best)), metrics(rounds.best()));
        }
    }

    @Test
    void theBestRoundIsEvaluatedInFullFromTheFirstRoundsOfTheBooster() throws Exception {
        try (var epochs = callback().build();
                var rounds = rounds(epochs).build()) {
            rounds.train(training(), Boosted.parameters(Boosted.BINARY), 40, 1);
            int best = epochs.bestEpoch().orElseThrow();
            assertTrue(best < 40, () -> "the last round is the best: " + best);
            EvaluationResult result = rounds.best();
            assertEquals("full", result.model().tier());
            assertEquals("epoch " + best, result.model().model());
            assertEquals(Optional.of(epochs.history()), result.history());
            assertEquals(metrics(full(evaluator, Boosted.train(Boosted.BINARY, best), 0)), metrics(result));
        }
    }

    @Test
    void trainingMayGoOnAfterTheBestRoundWasAskedFor() throws Exception {
        double[][] sample = Boosted.pick(HOLD_OUT, evaluator.rows(Tier.fast()));
        try (var epochs = callback().build();
                var rounds = rounds(epochs).build()) {
            Booster booster = rounds.train(training(), Boosted.parameters(Boosted.BINARY), 30, 1);
            EvaluationResult best = rounds.best();
            booster.update(training(), 30);
            EpochResult result = rounds.onRoundEnd(booster);
            double[][] anew = Boosted.planes(Boosted.fresh(booster, sample, 0));
            assertEquals(metrics(evaluator.evaluate(Tier.fast(), "anew", anew)), metrics(result, "fast"));
            assertFalse(result.isBest());
            assertEquals(metrics(best), metrics(rounds.best()));
        }
    }

    @Test
    void aTierThatIsDueOnImprovementNeedsEveryRow() throws Exception {
        try (var epochs = callback().fullOnImprovement().build();
                var rounds = rounds(epochs).build()) {
            EpochResult result = rounds.onRoundEnd(Boosted.train(Boosted.BINARY, 1));
            assertEquals(List.of("TIER_LEFT_OUT"), codes(result.warnings()));
        }
        try (var epochs = callback().fullOnImprovement().build();
                var rounds = rounds(epochs).everyRow().build()) {
            Booster booster = Boosted.train(Boosted.BINARY, 1);
            EpochResult result = rounds.onRoundEnd(booster);
            assertEquals(metrics(full(evaluator, booster, 0)), metrics(result, "full"));
            assertEquals(metrics(result, "full"), metrics(rounds.best()));
        }
    }

    @Test
    void everyRowMeansTheSameSampleAndTheSameBest() throws Exception {
        try (var sampled = callback().build();
                var whole = callback().build();
                var fromSample = rounds(sampled).build();
                var fromAll = rounds(whole).everyRow().build()) {
            fromSample.train(training(), Boosted.parameters(Boosted.BINARY), 15, 1);
            fromAll.train(training(), Boosted.parameters(Boosted.BINARY), 15, 1);
            assertEquals(
                    sampled.history().epochs().stream()
                            .map(XgboostRoundsTest::fast)
                            .toList(),
                    whole.history().epochs().stream()
                            .map(XgboostRoundsTest::fast)
                            .toList());
            assertEquals(metrics(fromSample.best()), metrics(fromAll.best()));
        }
    }

    @Test
    void severalClassesHaveAScoreEach() throws Exception {
        Evaluator of = evaluator(EvaluationSet.multiclass(Boosted.classes(NUMBERS), CLASSES));
        bestIsThatOfAnotherBooster(of, Boosted.CLASSES);
    }

    @Test
    void numbersHaveOneScore() throws Exception {
        bestIsThatOfAnotherBooster(evaluator(EvaluationSet.regression(NUMBERS)), Boosted.NUMBERS);
    }

    private static void bestIsThatOfAnotherBooster(Evaluator of, String objective) throws XGBoostError {
        DMatrix training = Boosted.training(400, 1, objective);
        try (var epochs = EpochEvaluator.ofScores(of, "run").build();
                var rounds = XgboostRounds.of(of, epochs, Features.of(HOLD_OUT)).build()) {
            rounds.train(training, Boosted.parameters(objective), 40, 1);
            int best = epochs.bestEpoch().orElseThrow();
            assertTrue(best < 40, () -> "the last round is the best: " + best);
            EvaluationResult result = rounds.best();
            assertEquals(ROWS, result.model().rows());
            assertEquals(metrics(full(of, Boosted.train(objective, best), 0)), metrics(result));
        }
    }

    @Test
    void rowsMayBeFloatsOrColumns() throws Exception {
        List<float[]> floats = Arrays.stream(HOLD_OUT).map(Boosted::floats).toList();
        try (var epochs = callback().build();
                var other = callback().build();
                var third = callback().build();
                var doubles = rounds(epochs).build();
                var asFloats = XgboostRounds.ofFloats(evaluator, other, Features.of(floats))
                        .build();
                var asColumns = XgboostRounds.ofColumns(
                                evaluator, third, Features.from(Boosted.table(HOLD_OUT), Boosted.NAMES))
                        .build()) {
            Booster booster = Boosted.train(Boosted.BINARY, 3);
            Map<String, Estimate> expected = metrics(doubles.onRoundEnd(booster), "fast");
            assertEquals(expected, metrics(asFloats.onRoundEnd(booster), "fast"));
            assertEquals(expected, metrics(asColumns.onRoundEnd(booster), "fast"));
        }
    }

    @Test
    void tiersOfAnotherSizeAreNamed() throws Exception {
        Tier small = Tier.fast().withRows(new SampleRows.Exactly(500));
        try (var epochs = callback().tiers(small, Tier.full()).build();
                var rounds = rounds(epochs).tiers(small, Tier.full()).build()) {
            EpochResult result = rounds.onRoundEnd(Boosted.train(Boosted.BINARY, 2));
            assertEquals(500, result.tier("fast").orElseThrow().model().rows());
        }
        try (var epochs = callback().tiers(small, Tier.full()).build();
                var rounds = rounds(epochs).build()) {
            Booster booster = Boosted.train(Boosted.BINARY, 2);
            DataException thrown = assertThrows(DataException.class, () -> rounds.onRoundEnd(booster));
            assertEquals(
                    "There must be one score for each of the 500 rows of the fast tier, in the order of rows(tier), or"
                            + " one for each of the 6,000 rows of the set.",
                    thrown.getMessage());
        }
    }

    @Test
    void aSetThatIsItsOwnSampleIsScoredOnce() throws Exception {
        double[][] few = Boosted.rows(300, 6);
        Evaluator of = evaluator(EvaluationSet.binary(Boosted.positives(Boosted.numbers(few, 6))), 300);
        try (var epochs = EpochEvaluator.ofScores(of, "run").build();
                var rounds = XgboostRounds.of(of, epochs, Features.of(few)).build()) {
            Booster booster = rounds.train(training(), Boosted.parameters(Boosted.BINARY), 8, 1);
            double[][] then = Boosted.planes(
                    Boosted.fresh(booster, few, epochs.bestEpoch().orElseThrow()));
            assertEquals(metrics(of.full(Scores.of("then", then[0]))), metrics(rounds.best()));
        }
    }

    @Test
    void aHoldOutOfOneClassHasNoRocAuc() throws Exception {
        Evaluator of = evaluator(EvaluationSet.binary(new boolean[ROWS]));
        try (var epochs = EpochEvaluator.ofScores(of, "run").build();
                var rounds = XgboostRounds.of(of, epochs, Features.of(HOLD_OUT)).build()) {
            EpochResult result = rounds.onRoundEnd(Boosted.train(Boosted.BINARY, 3));
            assertTrue(Double.isNaN(result.tier("fast")
                    .orElseThrow()
                    .model()
                    .metric("roc_auc")
                    .value()
                    .orNaN()));
            assertFalse(Double.isNaN(result.tier("fast")
                    .orElseThrow()
                    .model()
                    .metric("log_loss")
                    .value()
                    .orNaN()));
            assertEquals(ROWS, rounds.best().model().rows());
        }
    }

    @Test
    void whatXgboostDoesNotTrainOnIsItsOwnError() throws Exception {
        DMatrix training = training();
        training.setLabel(new float[400]);
        try (var epochs = callback().build();
                var rounds = rounds(epochs).build()) {
            XGBoostError thrown = assertThrows(
                    XGBoostError.class, () -> rounds.train(training, Boosted.parameters(Boosted.BINARY), 5, 1));
            assertTrue(String.valueOf(thrown.getMessage()).contains("base_score must be in (0,1) for logistic loss"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dart", "gblinear"})
    void theBestRoundOfAnotherKindOfBoosterIsGoneUnlessEveryRowIsScored(String kind) throws Exception {
        Map<String, Object> parameters = Boosted.parameters(Boosted.BINARY, kind);
        parameters.put("eta", 1.5);
        try (var epochs = callback().build();
                var rounds = rounds(epochs).build()) {
            rounds.train(training(), parameters, 30, 1);
            int best = epochs.bestEpoch().orElseThrow();
            assertTrue(best < 30, () -> "the last round is the best: " + best);
            EvaluationResult result = rounds.best();
            assertEquals("fast", result.model().tier());
            List<Notice> warnings = result.model().warnings();
            assertEquals(
                    new Notice(
                            "TIER_LEFT_OUT",
                            "The full tier was not due at round " + best + ", and the booster's first " + best
                                    + " rounds no longer give what they gave then: a dart or gblinear booster changes"
                                    + " with every round. Have every row scored (everyRow())."),
                    warnings.get(warnings.size() - 1));
        }
        try (var epochs = callback().build();
                var rounds = rounds(epochs).everyRow().build()) {
            rounds.train(training(), parameters, 30, 1);
            Booster then = Boosted.train(parameters, epochs.bestEpoch().orElseThrow());
            assertEquals(metrics(full(evaluator, then, 0)), metrics(rounds.best()));
        }
    }

    @Test
    void aBoosterOfAnotherTaskIsRefused() throws Exception {
        Booster booster = Boosted.train(Boosted.CLASSES, 2);
        try (var epochs = callback().build();
                var rounds = rounds(epochs).build()) {
            assertEquals(
                    "The booster gives 3 scores for a row, but the set is of binary, which takes 1. Train with"
                            + " multi:softprob for classes, with binary:logistic for yes or no, or with a regression"
                            + " for numbers.",
                    misuse(() -> rounds.onRoundEnd(booster)));
        }
    }

    @Test
    void rowsThatDoNotFitAreRefusedBeforeTheyCostANight() throws Exception {
        try (var epochs = callback().build()) {
            Features<double[]> few = Features.of(Boosted.rows(10, 1));
            assertEquals(
                    "rows must be those of the evaluation set, 6,000, got 10",
                    misuse(() -> XgboostRounds.of(evaluator, epochs, few)));
        }
        double[][] narrow =
                Arrays.stream(HOLD_OUT).map(row -> Arrays.copyOf(row, 5)).toArray(double[][]::new);
        int first = evaluator.rows(Tier.fast())[0] + 1;
        try (var epochs = callback().build();
                var rounds =
                        XgboostRounds.of(evaluator, epochs, Features.of(narrow)).build()) {
            ModelException thrown = assertThrows(
                    ModelException.class, () -> rounds.train(training(), Boosted.parameters(Boosted.BINARY), 5, 1));
            assertEquals(
                    String.format("row %,d of the set", first) + " has 5 features, but the booster reads 6. Give it the"
                            + " features of its training, in their order, NaN where one is missing.",
                    thrown.getMessage());
        }
    }

    @Test
    void numbersOutOfRangeAreRefused() throws Exception {
        try (var epochs = callback().build();
                var rounds = rounds(epochs).build()) {
            assertEquals(
                    "number must be at least 1, got 0",
                    misuse(() -> rounds.train(training(), Boosted.parameters(Boosted.BINARY), 0, 1)));
            assertEquals(
                    "every must be at least 1, got 0",
                    misuse(() -> rounds.train(training(), Boosted.parameters(Boosted.BINARY), 1, 0)));
        }
    }

    @Test
    void nothingIsDoneOnceClosed() throws Exception {
        Booster booster = Boosted.train(Boosted.BINARY, 3);
        try (var epochs = callback().build()) {
            XgboostRounds rounds = rounds(epochs).build();
            rounds.onRoundEnd(booster);
            rounds.close();
            rounds.close();
            for (Executable call : List.<Executable>of(
                    () -> rounds.onRoundEnd(booster),
                    rounds::best,
                    () -> rounds.train(training(), Boosted.parameters(Boosted.BINARY), 1, 1))) {
                assertEquals(
                        "These rounds are closed, and XGBoost's copy of the rows is gone. Evaluate"
                                + " XgboostPredictor.of(booster) instead.",
                        assertThrows(IllegalStateException.class, call).getMessage());
            }
            assertEquals(Optional.of(3), epochs.bestEpoch());
            assertEquals(3, booster.getNumBoostedRound());
        }
    }

    private EpochEvaluator.Builder<Void> callback() {
        return EpochEvaluator.ofScores(evaluator, "run");
    }

    private XgboostRounds.Builder rounds(EpochEvaluator<?> epochs) {
        return XgboostRounds.of(evaluator, epochs, Features.of(HOLD_OUT));
    }

    private static Evaluator evaluator(EvaluationSetBuilder set) {
        return evaluator(set, ROWS);
    }

    private static Evaluator evaluator(EvaluationSetBuilder set, int rows) {
        long[] ids = LongStream.range(0, rows).toArray();
        return Evaluator.of(set.ids(ids).build()).replicates(0).build();
    }

    private static DMatrix training() throws XGBoostError {
        return Boosted.training(400, 1, Boosted.BINARY);
    }

    private static EvaluationResult full(Evaluator of, Booster booster, int rounds) throws XGBoostError {
        return of.evaluate(Tier.full(), "anew", Boosted.planes(Boosted.fresh(booster, HOLD_OUT, rounds)));
    }

    private static Map<String, Estimate> metrics(EpochResult result, String tier) {
        return metrics(result.tier(tier).orElseThrow());
    }

    private static Map<String, Estimate> metrics(EvaluationResult result) {
        return result.model().metrics();
    }

    private static Map<String, Estimate> fast(EpochRecord epoch) {
        return Objects.requireNonNull(epoch.tiers().get("fast")).metrics();
    }

    private static List<String> codes(List<Notice> notices) {
        return notices.stream().map(Notice::code).toList();
    }

    private static String misuse(Executable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
