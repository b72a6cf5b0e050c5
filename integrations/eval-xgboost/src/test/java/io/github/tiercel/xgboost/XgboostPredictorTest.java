package io.github.tiercel.xgboost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.training.EpochEvaluator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XgboostPredictorTest {

    private final double[][] rows = Boosted.rows(50, 2);

    @Test
    void aYesOrNoOrANumberIsOneOutputOfFloats() throws Exception {
        Outputs score = new Outputs(List.of("score"), Precision.FLOAT);
        assertEquals(
                score, XgboostPredictor.of(Boosted.train(Boosted.BINARY, 3)).outputs());
        assertEquals(
                score, XgboostPredictor.of(Boosted.train(Boosted.NUMBERS, 3)).outputs());
    }

    @Test
    void classesAreOutputsUnderTheirNumbersUnlessNamed() throws Exception {
        XgboostPredictor<double[]> predictor = XgboostPredictor.of(Boosted.train(Boosted.CLASSES, 3));
        assertEquals(List.of("0", "1", "2"), predictor.outputs().names());
        XgboostPredictor<double[]> named = predictor.withOutputs("low", "middle", "high");
        assertEquals(new Outputs(List.of("low", "middle", "high"), Precision.FLOAT), named.outputs());
        assertEquals(predictor.fingerprint(), named.fingerprint());
        assertEquals(
                "names must be one for each of the 3 scores that the booster gives for a row, got 2: [low, high]",
                misuse(() -> predictor.withOutputs("low", "high")));
    }

    @Test
    void aMissingValueIsNoZero() throws Exception {
        XgboostPredictor<double[]> predictor = XgboostPredictor.of(Boosted.train(Boosted.BINARY, 5));
        double[] missing = {Double.NaN, 0, 0, 0, 0, 0};
        float[][] scores = Boosted.scores(predictor, List.of(missing, new double[Boosted.FEATURES]));
        assertNotEquals(scores[0][0], scores[1][0]);
        assertArrayEquals(Boosted.fresh(Boosted.train(Boosted.BINARY, 5), new double[][] {missing}, 0)[0], scores[0]);
    }

    @Test
    void rowsOfFloatsAndOfColumnsGiveTheScoresOfRowsOfDoubles() throws Exception {
        Booster booster = Boosted.train(Boosted.CLASSES, 4);
        float[][] expected = Boosted.scores(XgboostPredictor.of(booster), List.of(rows));
        List<float[]> floats = Arrays.stream(rows).map(Boosted::floats).toList();
        assertArrayEquals(expected, Boosted.scores(XgboostPredictor.ofFloats(booster), floats));
        Features<FeatureRow> columns = Features.from(Boosted.table(rows), Boosted.NAMES);
        assertArrayEquals(expected, Boosted.scores(XgboostPredictor.ofColumns(booster), rowsOf(columns)));
    }

    @Test
    void columnsAreFoundByTheNamesThatTheBoosterKnows() throws Exception {
        Booster booster = named();
        float[][] expected = Boosted.scores(XgboostPredictor.of(booster), List.of(rows));
        Features<FeatureRow> shuffled = Features.from(Boosted.table(rows), "f", "text", "a", "c", "b", "e", "d");
        assertArrayEquals(expected, Boosted.scores(XgboostPredictor.ofColumns(booster), rowsOf(shuffled)));
        Features<FeatureRow> fewer = Features.from(Boosted.table(rows), "a", "b", "c", "d", "e");
        assertEquals(
                "There is no column \"f\" in the features. Columns: a, b, c, d, e.",
                misuse(() -> Boosted.scores(XgboostPredictor.ofColumns(booster), rowsOf(fewer))));
    }

    @Test
    void aColumnOfTextIsRefused() throws Exception {
        Booster booster = Boosted.train(Boosted.BINARY, 2);
        Features<FeatureRow> columns = Features.from(Boosted.table(rows), "a", "b", "c", "d", "e", "text");
        assertEquals(
                "Column \"text\" holds text, but was read as numbers. Read it as what it holds, or convert it when the"
                        + " table is made.",
                misuse(() -> Boosted.scores(XgboostPredictor.ofColumns(booster), rowsOf(columns))));
    }

    @Test
    void aRowOfMoreOrFewerFeaturesIsRefused() throws Exception {
        XgboostPredictor<double[]> predictor = XgboostPredictor.of(Boosted.train(Boosted.BINARY, 2));
        assertEquals(
                "row 2 of a batch of 2 has 5 features, but the booster reads 6. Give it the features of its training, in"
                        + " their order, NaN where one is missing.",
                refusal(predictor, rows[0], new double[5]));
        assertEquals(
                "row 1 of a batch of 1 has 7 features, but the booster reads 6. Give it the features of its training, in"
                        + " their order, NaN where one is missing.",
                refusal(predictor, new double[7]));
    }

    @Test
    void aNumberThatIsNoFiniteFloatIsRefused() throws Exception {
        XgboostPredictor<double[]> predictor = XgboostPredictor.of(Boosted.train(Boosted.BINARY, 2));
        double[] large = rows[0].clone();
        large[3] = 1e300;
        assertEquals(
                "Feature 4 of row 2 of a batch of 2 is 1.0E300, which is not finite as a float. XGBoost reads finite"
                        + " floats, and NaN where a value is missing.",
                refusal(predictor, rows[0], large));
    }

    @Test
    void theFingerprintTellsTheBytesOfTheBooster() throws Exception {
        Booster booster = Boosted.train(Boosted.BINARY, 5);
        var fingerprint = XgboostPredictor.of(booster).fingerprint();
        assertEquals(
                fingerprint,
                XgboostPredictor.of(XGBoost.loadModel(booster.toByteArray())).fingerprint());
        assertEquals(
                fingerprint,
                XgboostPredictor.of(Boosted.train(Boosted.BINARY, 5)).fingerprint());
        assertEquals(fingerprint, XgboostPredictor.ofFloats(booster).fingerprint());
        assertNotEquals(
                fingerprint,
                XgboostPredictor.of(Boosted.train(Boosted.BINARY, 6)).fingerprint());
    }

    @Test
    void theFirstRoundsAreTheBoosterAfterThem() throws Exception {
        for (String objective : List.of(Boosted.BINARY, Boosted.CLASSES, Boosted.NUMBERS)) {
            XgboostPredictor<double[]> all = XgboostPredictor.of(Boosted.train(objective, 8));
            for (int rounds = 1; rounds <= 8; rounds++) {
                XgboostPredictor<double[]> first = all.firstRounds(rounds);
                assertEquals(rounds, first.rounds());
                float[][] then = Boosted.fresh(Boosted.train(objective, rounds), rows, 0);
                assertArrayEquals(then, Boosted.scores(first, List.of(rows)));
            }
        }
    }

    @Test
    void theFingerprintOfFirstRoundsSaysHowMany() throws Exception {
        XgboostPredictor<double[]> all = XgboostPredictor.of(Boosted.train(Boosted.BINARY, 5));
        ModelFingerprint whole = all.fingerprint().orElseThrow();
        assertSame(all, all.firstRounds(5));
        assertEquals(
                whole.withSetting("rounds", "3"),
                all.firstRounds(3).fingerprint().orElseThrow());
        assertEquals(
                whole.withSetting("rounds", "2"),
                all.firstRounds(3).firstRounds(2).fingerprint().orElseThrow());
    }

    @Test
    void thereAreNoMoreFirstRoundsThanRounds() throws Exception {
        XgboostPredictor<double[]> predictor = XgboostPredictor.of(Boosted.train(Boosted.BINARY, 5));
        assertEquals("number must be in [1, 5], got 0", misuse(() -> predictor.firstRounds(0)));
        assertEquals("number must be in [1, 5], got 6", misuse(() -> predictor.firstRounds(6)));
        assertEquals(
                "number must be in [1, 3], got 4",
                misuse(() -> predictor.firstRounds(3).firstRounds(4)));
    }

    @Test
    void aBoosterWithoutRoundsIsRefused() throws Exception {
        Booster booster = Boosted.train(Boosted.BINARY, 0);
        assertEquals(
                "booster must have been trained for at least 1 round, got 0",
                misuse(() -> XgboostPredictor.of(booster)));
    }

    @Test
    void aBoosterOfTreesMayBeTrainedOn() throws Exception {
        Booster booster = Boosted.train(Boosted.BINARY, 4);
        XgboostPredictor<double[]> predictor = XgboostPredictor.of(booster);
        float[][] before = Boosted.scores(predictor, List.of(rows));
        DMatrix training = Boosted.training(400, 1, Boosted.BINARY);
        booster.update(training, 4);
        booster.update(training, 5);
        assertArrayEquals(before, Boosted.scores(predictor, List.of(rows)));
        assertEquals(4, predictor.rounds());
        assertEquals(6, XgboostPredictor.of(booster).rounds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dart", "gblinear"})
    void aBoosterOfAnotherKindHasNeitherFirstRoundsNorMayItBeTrainedOn(String kind) throws Exception {
        Booster booster = Boosted.train(Boosted.parameters(Boosted.BINARY, kind), 4);
        XgboostPredictor<double[]> predictor = XgboostPredictor.of(booster);
        assertArrayEquals(Boosted.fresh(booster, rows, 0), Boosted.scores(predictor, List.of(rows)));
        assertEquals(
                "A " + kind + " booster changes with every round, so what it was after 2 of 4 is gone. Keep its bytes"
                        + " when that round ends.",
                misuse(() -> predictor.firstRounds(2)));
        booster.update(Boosted.training(400, 1, Boosted.BINARY), 4);
        assertEquals(
                "The " + kind + " booster had 4 rounds and now has 5; it changes with every round. Make the predictor"
                        + " of a copy: XGBoost.loadModel(booster.toByteArray()).",
                refusal(predictor, rows));
    }

    @Test
    void oneThreadCallsAtATime() throws Exception {
        XgboostPredictor<double[]> predictor = XgboostPredictor.of(Boosted.train(Boosted.BINARY, 2));
        assertEquals(1, predictor.concurrency());
        assertFalse(predictor.isBatchVariant());
    }

    @Test
    void theBestEpochIsEvaluatedInFullAlthoughTheBoosterWasTrainedOn() throws Exception {
        double[][] holdout = Boosted.rows(5_000, 3);
        EvaluationSet set = EvaluationSet.binary(Boosted.positives(Boosted.numbers(holdout, 3)))
                .ids(LongStream.range(0, 5_000).toArray())
                .build();
        var evaluator = Evaluator.of(set).features(Features.of(holdout)).build();
        DMatrix training = Boosted.training(400, 1, Boosted.BINARY);
        Booster booster = XGBoost.train(training, Boosted.parameters(Boosted.BINARY), 1, Map.of(), null, null);
        try (var epochs = EpochEvaluator.of(evaluator, "trained on").build()) {
            for (int round = 1; round < 30; round++) {
                epochs.onEpochEnd(round, XgboostPredictor.of(booster));
                booster.update(training, round);
            }
            int best = epochs.bestEpoch().orElseThrow();
            var then = XgboostPredictor.of(Boosted.train(Boosted.BINARY, best));
            assertEquals(
                    evaluator.full("then", then).model().metrics(),
                    epochs.best().model().metrics());
        }
    }

    private Booster named() throws Exception {
        DMatrix training = Boosted.training(400, 1, Boosted.BINARY);
        training.setFeatureNames(Boosted.NAMES);
        return XGBoost.train(training, Boosted.parameters(Boosted.BINARY), 4, Map.of(), null, null);
    }

    private static List<FeatureRow> rowsOf(Features<FeatureRow> features) {
        var batch = features.batch(IntStream.range(0, features.rows()).toArray());
        return IntStream.range(0, batch.size()).mapToObj(batch::row).toList();
    }

    private static String refusal(XgboostPredictor<double[]> predictor, double[]... given) {
        return String.valueOf(assertThrows(ModelException.class, () -> Boosted.scores(predictor, List.of(given)))
                .getMessage());
    }

    private static String misuse(Executable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
