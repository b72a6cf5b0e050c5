package io.github.tiercel.training;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Candidate;
import io.github.tiercel.evaluation.CountingModel;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.RaceComparison;
import io.github.tiercel.result.RaceEntry;
import io.github.tiercel.result.RaceResult;
import io.github.tiercel.result.RaceStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RaceTest {

    private static final int ROWS = 20_000;
    private static final Simulated DATA = Simulated.rows(ROWS, 0.2, 5);

    /** A row that comes at the second look. */
    private static final int LATE = set().order().row(1500);

    @Test
    void theBestIsLeftAndTheOthersAreDroppedOneAfterTheOther() {
        RaceResult race = race().run(List.of(blurred("far", 3), blurred("near", 0.35), blurred("best", 0)));
        assertEquals(List.of("best", "near", "far"), models(race));
        assertEquals(List.of(RaceStatus.WON, RaceStatus.DROPPED, RaceStatus.DROPPED), statuses(race));
        assertEquals("best", race.winner().orElseThrow().model());
        assertEquals(List.of(race.entries().get(0)), race.left());
        assertEquals("1 of 3 candidates is left", race.end());
        RaceEntry near = race.entries().get(1);
        RaceEntry far = race.entries().get(2);
        assertEquals(1024, far.rows());
        assertTrue(near.rows() > 1024, near.toString());
        assertEquals(near.rows(), race.entries().get(0).rows());
        assertEquals(Optional.empty(), race.entries().get(0).comparison());
        RaceComparison comparison = near.comparison().orElseThrow();
        assertEquals("best", comparison.best());
        assertTrue(comparison.lower() < comparison.gain() && comparison.gain() < comparison.upper());
        assertTrue(comparison.upper() < 0);
        assertEquals(
                race.entries().get(0).value().orElseThrow() - comparison.gain(),
                near.value().orElseThrow(),
                1e-12);
    }

    @Test
    void alphaIsSharedOutAmongPairsAndLooks() {
        // 1024, 2048, 4096, 8192, 16384, 20000
        RaceResult race = race().alpha(0.1).run(List.of(blurred("a", 0), blurred("b", 3), blurred("c", 3)));
        assertEquals(6, race.looks());
        assertEquals(0.1 / (2 * 6), race.alphaOfComparison(), 1e-15);
        assertEquals(0.1, race.alpha());
        assertEquals(20_000, race.rowsTotal());
        assertEquals(60_000, race.rowsOfAll());
    }

    @Test
    void eachRowIsAskedForOnceAndNoneOfThoseAhead() {
        CountingModel best = CountingModel.named("best");
        ModelEvaluator<double[]> evaluator = evaluator();
        RaceResult race =
                Race.of(evaluator, "log_loss").run(List.of(Candidate.of("best", best), blurred("near", 0.35)));
        int rows = race.entries().get(0).rows();
        assertTrue(rows > 1024 && rows < ROWS, "rows " + rows);
        // Stored scores are checked once before they are used.
        int checked = 1024;
        assertEquals(rows + CountingModel.PROBED + checked, best.asked());
        assertEquals(2L * rows, race.rowsScored());
        assertEquals(2L * rows, race.inference().rowsInferred());
        assertEquals(0, race.inference().rowsReused());
        assertEquals(2L * checked + CountingModel.PROBED, race.inference().rowsChecked());
        assertEquals(ROWS, evaluator.full("best", best).model().rows());
        assertEquals(ROWS + CountingModel.PROBED + checked, best.asked());
    }

    @Test
    void whatTheStoreHoldsChangesNothingButTheRowsInferred() {
        ModelEvaluator<double[]> evaluator = evaluator();
        List<Candidate<double[]>> candidates = List.of(blurred("a", 0), blurred("b", 0.35), blurred("c", 0.4));
        Race<double[]> race = Race.of(evaluator, "log_loss").rowBudget(20_000);
        RaceResult first = race.run(candidates);
        RaceResult second = race.run(candidates);
        assertEquals(first.rowsScored(), first.inference().rowsInferred());
        assertEquals(0, second.inference().rowsInferred());
        assertEquals(second.rowsScored(), second.inference().rowsReused());
        assertEquals(first.entries(), second.entries());
        assertEquals(first.rowsScored(), second.rowsScored());
        assertEquals(first.end(), second.end());
    }

    @Test
    void equalModelsAreNeverToldApart() {
        RaceResult race = race().run(List.of(blurred("one", 0.5), blurred("two", 0.5)));
        assertEquals(List.of(RaceStatus.SURVIVED, RaceStatus.SURVIVED), statuses(race));
        assertEquals(List.of("one", "two"), models(race));
        assertEquals(Optional.empty(), race.winner());
        assertEquals("all 20,000 rows were seen", race.end());
        assertEquals(
                Optional.of(new RaceComparison("one", 0, 0, 0)),
                race.entries().get(1).comparison());
        assertEquals(40_000, race.rowsScored());
    }

    @Test
    void severalMaySurvive() {
        RaceResult race = race().survivors(2)
                .run(List.of(blurred("a", 0.5), blurred("b", 4), blurred("c", 0.5), blurred("d", 4)));
        assertEquals(
                List.of(RaceStatus.SURVIVED, RaceStatus.SURVIVED, RaceStatus.DROPPED, RaceStatus.DROPPED),
                statuses(race));
        assertEquals("2 of 4 candidates are left", race.end());
        assertEquals(4 * 1024, race.rowsScored());
    }

    @Test
    void onlyTheBestGoOnWhereTheBudgetHasTooFewRowsForAll() {
        // 4 x 1024 leave 2500 rows, and the next step costs 1024 each.
        RaceResult race = race().rowBudget(6_596)
                .run(List.of(blurred("a", 0.6), blurred("b", 0.5), blurred("c", 0.55), blurred("d", 0.52)));
        assertEquals(6_144, race.rowsScored());
        assertEquals(
                List.of(RaceStatus.SURVIVED, RaceStatus.SURVIVED, RaceStatus.CUT_BY_BUDGET, RaceStatus.CUT_BY_BUDGET),
                statuses(race));
        assertEquals(List.of(2048, 2048, 1024, 1024), rows(race));
        assertEquals("452 of the budget of 6,596 rows are left, too few for 2 candidates at 4,096 rows", race.end());
        assertEquals(Optional.empty(), race.winner());
        for (RaceEntry cut : race.entries().subList(2, 4)) {
            assertTrue(cut.comparison().orElseThrow().upper() > 0, cut.toString());
        }
    }

    @Test
    void whoIsLeftOverAfterACutHasNotWon() {
        RaceResult race =
                race().rowBudget(5 * 1024).run(List.of(blurred("a", 0), blurred("b", 0.33), blurred("c", 0.34)));
        assertEquals(List.of(RaceStatus.SURVIVED, RaceStatus.CUT_BY_BUDGET, RaceStatus.DROPPED), statuses(race));
        assertEquals("1 of 3 candidates is left", race.end());
        assertEquals(Optional.empty(), race.winner());
    }

    @Test
    void aBudgetForTheFirstLookAloneEndsTheRaceThere() {
        RaceResult race = race().rowBudget(2048).run(List.of(blurred("a", 0.5), blurred("b", 0.51)));
        assertEquals(List.of(RaceStatus.SURVIVED, RaceStatus.SURVIVED), statuses(race));
        assertEquals("0 of the budget of 2,048 rows are left, too few for 2 candidates at 2,048 rows", race.end());
    }

    @Test
    void aModelThatFailsIsOutAndTheRaceGoesOn() {
        Random random = new Random(1);
        RaceResult race = race().run(List.of(
                model("broken", row -> {
                    throw new IllegalStateException("no weights");
                }),
                model("late", row -> row[1] == LATE ? Double.NaN : row[0]),
                blurred("good", 0.2),
                blurred("bad", 4),
                model("no probability", row -> 2 + random.nextDouble())));
        assertEquals("good", race.winner().orElseThrow().model());
        RaceEntry late = entry(race, "late");
        assertEquals(RaceStatus.FAILED, late.status());
        assertTrue(late.failure().orElseThrow().startsWith("The model gave NaN for 1 of "), late.toString());
        RaceEntry broken = entry(race, "broken");
        assertTrue(broken.failure().orElseThrow().endsWith(": no weights"), broken.toString());
        assertEquals(0, broken.rows());
        assertEquals(OptionalDouble.empty(), broken.value());
        assertEquals(
                Optional.of("log_loss has no value on its 1,024 rows: scores are not probabilities: some lie outside"
                        + " [0, 1]."),
                entry(race, "no probability").failure());
        assertEquals(RaceStatus.DROPPED, entry(race, "bad").status());
    }

    @Test
    void aRaceInWhichAllFailIsNone() {
        List<Candidate<double[]>> broken = List.of(model("a", row -> Double.NaN), model("b", row -> Double.NaN));
        String message = String.valueOf(
                assertThrows(ModelException.class, () -> race().run(broken)).getMessage());
        assertTrue(
                message.startsWith(
                        "All 2 candidates of the race failed. The first, \"a\": The model gave NaN for 1,024 of"),
                message);
    }

    @Test
    void whereAllThatAreLeftFailNobodyHasWon() {
        RaceResult race = race().run(List.of(
                blurred("dropped", 5),
                model("a", row -> row[1] == LATE ? Double.NaN : row[0]),
                model("b", row -> row[1] == LATE ? Double.NaN : blur(row[0], 0.1))));
        assertEquals(List.of(RaceStatus.DROPPED, RaceStatus.FAILED, RaceStatus.FAILED), statuses(race));
        assertEquals("the candidates that were left failed", race.end());
        assertEquals(1024, entry(race, "a").rows());
    }

    @Test
    void anInterruptedThreadEndsTheRace() {
        Thread.currentThread().interrupt();
        try {
            ModelException end =
                    assertThrows(ModelException.class, () -> race().run(List.of(blurred("a", 0), blurred("b", 1))));
            assertTrue(end.isInterrupted());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void whoHasNoValueYetStaysIn() {
        // Precision of a model that predicts no row positive on few rows, and some on more.
        Evaluator evaluator = Evaluator.of(set()).build();
        double[] shy = new double[ROWS];
        int[] order = evaluator.set().order().rows(2048);
        Arrays.stream(order, 1024, 2048).forEach(row -> shy[row] = 0.9);
        double[] none = new double[ROWS];
        RaceResult race = Race.ofScores(evaluator, "precision")
                .runScores(List.of(Scores.of("shy", shy), Scores.of("none", none), Scores.of("usual", DATA.scores())));
        assertEquals(RaceStatus.FAILED, entry(race, "none").status());
        assertEquals(
                Optional.of("precision has no value on its 20,000 rows: no row is predicted positive."),
                entry(race, "none").failure());
        assertEquals(RaceStatus.DROPPED, entry(race, "shy").status());
        assertEquals(2048, entry(race, "shy").rows());
    }

    @Test
    void scoresThatAreThereAreRacedLikeModels() {
        List<Candidate<double[]>> candidates = List.of(blurred("a", 0.2), blurred("b", 0.7));
        List<Scores> scores = List.of(scores("a", 0.2), scores("b", 0.7));
        RaceResult models = race().run(candidates);
        RaceResult given =
                Race.ofScores(Evaluator.of(set()).build(), "log_loss").runScores(scores);
        assertEquals(models.entries(), given.entries());
        assertEquals(InferenceCost.NONE, given.inference());
        assertEquals(models.rowsScored(), given.rowsScored());
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> Race.ofScores(Evaluator.of(set()).build(), "log_loss").run(List.of()));
        assertEquals("This race was made for scores. Make it with of(modelEvaluator, metric).", thrown.getMessage());
    }

    @Test
    void fewRowsAreOneLook() {
        boolean[] labels = Arrays.copyOf(DATA.labels(), 1000);
        Evaluator evaluator = Evaluator.of(EvaluationSet.binary(labels).build()).build();
        RaceResult race = Race.ofScores(evaluator, "roc_auc")
                .runScores(List.of(
                        Scores.of("a", Arrays.copyOf(DATA.scores(), 1000)),
                        Scores.of("b", Arrays.copyOf(scores(5), 1000))));
        assertEquals(1, race.looks());
        assertEquals("a", race.winner().orElseThrow().model());
        assertTrue(entry(race, "b").comparison().orElseThrow().gain() < 0);
    }

    @Test
    void whatMakesNoRaceIsRefused() {
        Candidate<double[]> a = blurred("a", 0);
        Candidate<double[]> b = blurred("b", 0);
        assertMisuse(
                "candidates must be at least two models with distinct names, got [a]", () -> race().run(List.of(a)));
        assertMisuse("candidates must be at least two models with distinct names, got [a, a]", () -> race().run(
                        List.of(a, a)));
        assertMisuse("survivors must be fewer than the candidates, but is 2 for 2 candidates", () -> race().survivors(2)
                .run(List.of(a, b)));
        assertMisuse(
                "the row budget must be at least 2,048, which is 1,024 rows for each of 2 candidates, got 2,047",
                () -> race().rowBudget(2047).run(List.of(a, b)));
        assertMisuse("alpha must be in (0, 0.5), got 0.5", () -> race().alpha(0.5));
        assertMisuse("survivors must be at least 1, got 0", () -> race().survivors(0));
        assertMisuse("the row budget must be at least 1, got 0", () -> race().rowBudget(0));
    }

    @Test
    void aMetricThatCannotTellGainFromNoiseIsRefused() {
        Evaluator numbers = Evaluator.of(
                        EvaluationSet.regression(new double[] {1, 2, 3}).build())
                .build();
        assertMisuse(
                "The error of \"median_ae\" is not known row by row, so a race cannot tell gain from noise. Race by"
                        + " another.",
                () -> Race.ofScores(numbers, "median_ae"));
        assertMisuse(
                "The metric \"calibration_slope\" is best between its ends, so no candidate can be said to beat another by"
                        + " it. Race by another.",
                () -> Race.ofScores(Evaluator.of(set()).build(), "calibration_slope"));
    }

    private static RaceEntry entry(RaceResult race, String model) {
        return race.entries().stream()
                .filter(entry -> entry.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> models(RaceResult race) {
        return race.entries().stream().map(RaceEntry::model).toList();
    }

    private static List<RaceStatus> statuses(RaceResult race) {
        return race.entries().stream().map(RaceEntry::status).toList();
    }

    private static List<Integer> rows(RaceResult race) {
        return race.entries().stream().map(RaceEntry::rows).toList();
    }

    private static Race<double[]> race() {
        return Race.of(evaluator(), "log_loss");
    }

    private static ModelEvaluator<double[]> evaluator() {
        List<double[]> rows = new ArrayList<>();
        for (double score : DATA.scores()) {
            rows.add(new double[] {score, rows.size()});
        }
        return Evaluator.of(set())
                .features(Features.of(rows.toArray(double[][]::new)))
                .build();
    }

    private static EvaluationSet set() {
        return DATA.set().ids(LongStream.range(0, ROWS).toArray()).build();
    }

    private static Candidate<double[]> model(String name, ToDoubleFunction<double[]> score) {
        return Candidate.of(name, Predictor.of(score).withFingerprint(ModelFingerprint.of(name)));
    }

    /** A model that is the worse the more it is blurred; with the same blur it is the same. */
    private static Candidate<double[]> blurred(String name, double blur) {
        return model(name, row -> blur(row[0], blur));
    }

    private static Scores scores(String name, double blur) {
        return Scores.of(name, scores(blur));
    }

    private static double[] scores(double blur) {
        return Arrays.stream(DATA.scores()).map(score -> blur(score, blur)).toArray();
    }

    private static double blur(double score, double blur) {
        Random random = new Random(Double.doubleToLongBits(score) ^ Double.doubleToLongBits(blur));
        double odds = Math.log(score / (1 - score)) + blur * random.nextGaussian();
        return 1 / (1 + Math.exp(-odds));
    }
}
