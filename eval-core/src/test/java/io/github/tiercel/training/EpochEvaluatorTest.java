package io.github.tiercel.training;

import static io.github.tiercel.data.Thrown.assertBadData;
import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Cadence;
import io.github.tiercel.evaluation.CountingModel;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.InferenceCost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EpochEvaluatorTest {

    private static final int ROWS = 10_000;
    private static final Simulated DATA = Simulated.rows(ROWS, 0.2, 5);
    private static final Tier FULL = Tier.full().withReplicates(0);

    @Test
    void theFastTierRunsAtEveryEpochAndTheFullOneAsAsked() {
        try (var epochs = builder().tiers(Tier.fast(), FULL).fullEvery(3).build()) {
            List<Boolean> full = new ArrayList<>();
            for (int epoch = 1; epoch <= 7; epoch++) {
                boolean needsAll = epochs.needsAllRows();
                EpochResult result = epochs.onEpochEnd(epoch, blurred(1.0 / epoch));
                assertEquals(1024, result.tier("fast").orElseThrow().model().rows());
                full.add(result.tier("full").isPresent());
                assertEquals(needsAll, result.tier("full").isPresent());
            }
            assertEquals(List.of(false, false, true, false, false, true, false), full);
        }
    }

    @Test
    void theCadenceHoldsWhicheverIsSaidFirst() {
        var epochs = builder().fullEvery(1).tiers(Tier.fast(), FULL).build();
        assertTrue(epochs.onEpochEnd(1, blurred(1)).tier("full").isPresent());
    }

    @Test
    void theFullTierCanFollowImprovement() {
        var epochs = builder().tiers(Tier.fast(), FULL).fullOnImprovement().build();
        assertTrue(epochs.onEpochEnd(1, blurred(1)).tier("full").isPresent());
        assertFalse(epochs.onEpochEnd(2, blurred(2)).tier("full").isPresent());
        assertTrue(epochs.onEpochEnd(3, blurred(0)).tier("full").isPresent());
    }

    @Test
    void aTierMayStandBetween() {
        Tier half = Tier.fast().withRows(new SampleRows.Fraction(0.5)).withMetrics(List.of("log_loss"));
        Tier middle = new Tier("half", half.rows(), half.metrics(), 0, half.cadence());
        var epochs = builder().tiers(Tier.fast(), middle, FULL).fullEvery(1).build();
        EpochResult result = epochs.onEpochEnd(1, blurred(0));
        assertEquals(
                List.of("fast", "half", "full"), List.copyOf(result.results().keySet()));
        assertEquals(1024, cost(result, "fast").rowsInferred());
        assertEquals(5120 - 1024, cost(result, "half").rowsInferred());
        assertEquals(1024, cost(result, "half").rowsReused());
        assertEquals(ROWS - 5120, cost(result, "full").rowsInferred());
        assertEquals(
                5000, cost(result, "half").rowsReused() + cost(result, "half").rowsInferred() - 120);
    }

    @Test
    void trainingStopsWhenPatienceIsExhausted() {
        var epochs = builder().patience("log_loss", 2).build();
        double[] blurs = {3, 2, 1, 1.5, 2};
        List<Boolean> improved = new ArrayList<>();
        EpochResult last = epochs.onEpochEnd(1, blurred(blurs[0]));
        improved.add(last.improved());
        for (int epoch = 2; epoch <= 5; epoch++) {
            assertFalse(last.shouldStop());
            last = epochs.onEpochEnd(epoch, blurred(blurs[epoch - 1]));
            improved.add(last.improved());
        }
        assertTrue(last.shouldStop());
        assertEquals(List.of(true, true, true, false, false), improved);
        assertEquals(Optional.of("log_loss has not improved for 2 epochs"), last.stop());
        assertEquals(Optional.of(3), epochs.bestEpoch());
        assertEquals(last.stop(), epochs.history().stopped());
    }

    @Test
    void theDirectionIsTheMetrics() {
        var epochs = builder().patience("roc_auc", 1).build();
        assertFalse(epochs.onEpochEnd(1, blurred(2)).shouldStop());
        assertTrue(epochs.onEpochEnd(2, blurred(1)).improved());
        EpochResult worse = epochs.onEpochEnd(3, blurred(3));
        assertEquals(Optional.of("roc_auc has not improved for 1 epoch"), worse.stop());
        assertEquals(Direction.HIGHER_IS_BETTER, epochs.history().direction());
    }

    @Test
    void smallGainsDoNotCountIfAskedSo() {
        var epochs =
                builder().stopping(Patience.of("log_loss", 1).withMinDelta(0.5)).build();
        assertTrue(epochs.onEpochEnd(1, blurred(1)).improved());
        EpochResult result = epochs.onEpochEnd(2, blurred(0));
        assertFalse(result.improved());
        assertEquals(Optional.of("log_loss has not improved for 1 epoch by more than 0.5"), result.stop());
    }

    @Test
    void theBestEpochHasTheFullTierIfItsModelStaysAsItIs() {
        var epochs = builder().tiers(Tier.fast(), FULL).build();
        CountingModel good = CountingModel.named("good");
        epochs.onEpochEnd(1, blurred(2));
        epochs.onEpochEnd(2, good);
        epochs.onEpochEnd(3, blurred(3));
        EvaluationResult best = epochs.best();
        assertEquals("epoch 2", best.model().model());
        assertEquals("full", best.model().tier());
        assertEquals(ROWS, best.model().rows());
        assertEquals(ROWS - 1024, best.time().inference().rowsInferred());
        assertEquals(epochs.history(), best.history().orElseThrow());
        // Asked again it is the same result, with the time it took then.
        assertEquals(best.time(), epochs.best().time());
    }

    @Test
    void aModelThatTrainsOnIsNotAskedAgain() {
        var epochs = builder().tiers(Tier.fast(), FULL).build();
        epochs.onEpochEnd(1, blurred(0));
        epochs.onEpochEnd(2, blurred(3));
        EvaluationResult best = epochs.best();
        assertEquals("epoch 1", best.model().model());
        assertEquals("fast", best.model().tier());
    }

    @Test
    void theHistoryTellsWhatEachEpochFoundAndHowLongItTook() {
        var epochs = builder().tiers(Tier.fast(), FULL).fullEvery(2).build();
        EpochResult first = epochs.onEpochEnd(1, blurred(2));
        EpochResult second = epochs.onEpochEnd(2, blurred(1));
        EpochHistory history = epochs.history();
        assertEquals("run", history.run());
        assertEquals("log_loss", history.monitor());
        assertEquals(Direction.LOWER_IS_BETTER, history.direction());
        assertEquals(List.of(first.summary(), second.summary()), history.epochs());
        assertEquals(Optional.empty(), history.stopped());
        EpochRecord record = history.epochs().get(1);
        assertEquals(List.of("fast", "full"), List.copyOf(record.tiers().keySet()));
        assertEquals(
                second.tier("full").orElseThrow().model().metrics(),
                Objects.requireNonNull(record.tiers().get("full")).metrics());
        assertTrue(record.evaluationMillis() > 0);
        assertTrue(record.trainingMillis() >= 0);
        assertEquals(
                history.evaluationMillis(),
                first.summary().evaluationMillis() + second.summary().evaluationMillis(),
                1e-9);
    }

    @Test
    void scoresOfTheFastRowsAreEnoughForTheFastTier() {
        var epochs = EpochEvaluator.ofScores(Evaluator.of(set()).build(), "run")
                .tiers(Tier.fast(), FULL)
                .fullEvery(2)
                .build();
        int[] rows = epochs.rows(Tier.fast());
        double[] some =
                Arrays.stream(rows).mapToDouble(row -> DATA.scores()[row]).toArray();
        EpochResult first = epochs.onEpochEnd(1, some);
        EvaluationResult expected = Evaluator.of(set()).build().fast(DATA.candidate());
        assertEquals(
                expected.model().metrics(),
                first.tier("fast").orElseThrow().model().metrics());
        EpochResult left = epochs.onEpochEnd(2, some);
        assertEquals(List.of("fast"), List.copyOf(left.results().keySet()));
        assertEquals("TIER_LEFT_OUT", left.warnings().get(0).code());
        assertEquals(
                "The full tier was due, but there are no scores for its 10,000 rows. Score the rows that rows(tier)"
                        + " names, or pass the model.",
                left.warnings().get(0).text());
        epochs.onEpochEnd(3, some);
        EpochResult both = epochs.onEpochEnd(4, DATA.scores());
        assertEquals(List.of("fast", "full"), List.copyOf(both.results().keySet()));
        assertEquals(
                expected.model().metrics(),
                both.tier("fast").orElseThrow().model().metrics());
    }

    @Test
    void misuseIsThrownBeforeHoursOfTraining() {
        assertMisuse(
                "The monitored metric \"brier\" is not among those of the fast tier: log_loss, roc_auc, accuracy."
                        + " Add it to the tier, or monitor one of these.",
                () -> builder().monitor("brier").build());
        assertMisuse(
                "The monitored metric \"calibration_slope\" is best between its ends, so no epoch can be said to beat"
                        + " another by it. Monitor another.",
                () -> EpochEvaluator.ofScores(
                                Evaluator.of(set()).metrics("calibration_slope").build(), "run")
                        .build());
        assertMisuse("patience must be at least 1, got 0", () -> EarlyStopping.of("log_loss", 0));
        assertMisuse("minDelta must be a finite number of at least 0, got NaN", () -> EarlyStopping.of("log_loss", 1)
                .withMinDelta(Double.NaN));
        assertMisuse("epochs must be at least 1, got 0", () -> builder().fullEvery(0));
        assertBadData(
                "There must be one score for each of the 1,024 rows of the fast tier, in the order of rows(tier), or one"
                        + " for each of the 10,000 rows of the set.",
                () -> EpochEvaluator.ofScores(Evaluator.of(set()).build(), "run")
                        .build()
                        .onEpochEnd(1, new double[7]));
        assertEquals(
                "No epoch of run \"run\" has a value of log_loss, so none is the best. See the warnings in history().",
                assertThrows(
                                IllegalStateException.class,
                                () -> builder().build().best())
                        .getMessage());
        assertEquals(
                "This callback was built for scores. Build it with of(modelEvaluator, run).",
                assertThrows(IllegalStateException.class, () -> EpochEvaluator.ofScores(
                                        Evaluator.of(set()).build(), "run")
                                .build()
                                .onEpochEnd(1, (ToDoubleFunction<Void>) row -> 0.5))
                        .getMessage());
    }

    @Test
    void aTierThatAsksForTheImpossibleIsFoundBeforeItIsDue() {
        IllegalArgumentException misuse = assertThrows(IllegalArgumentException.class, () -> builder()
                .tiers(Tier.fast(), FULL.withMetrics(List.of("rocauc")))
                .fullEvery(5)
                .build());
        String message = String.valueOf(misuse.getMessage());
        assertTrue(message.contains("\"rocauc\""), message);
    }

    @Test
    void allRowsAreNeededWheneverThoseOfTheSmallestTierDoNotSuffice() {
        Tier half = Tier.full()
                .withRows(new SampleRows.Fraction(0.5))
                .withReplicates(0)
                .withCadence(new Cadence.Every(2));
        Tier whole = FULL.withRows(new SampleRows.Fraction(1)).withCadence(new Cadence.Every(1));
        assertFalse(EpochEvaluator.of(evaluator(), "run")
                .tiers(Tier.fast(), half)
                .build()
                .needsAllRows());
        assertTrue(EpochEvaluator.of(evaluator(), "run")
                .tiers(Tier.fast(), half.withCadence(new Cadence.Every(1)))
                .build()
                .needsAllRows());
        assertTrue(EpochEvaluator.of(evaluator(), "run")
                .tiers(Tier.fast(), whole)
                .build()
                .needsAllRows());
    }

    @Test
    void aRunNameUsedAgainIsFoundOutByTheFastTierToo() {
        ModelEvaluator<double[]> evaluator = evaluator();
        EpochEvaluator.of(evaluator, "run").build().onEpochEnd(1, blurred(0));
        EpochEvaluator.of(evaluator, "run").build().onEpochEnd(1, blurred(0));
        EpochResult result = EpochEvaluator.of(evaluator, "run").build().onEpochEnd(1, blurred(1));
        assertTrue(result.warnings().stream().anyMatch(notice -> notice.code().equals("CHANGED_MODEL")));
        EvaluationResult expected = evaluator().fast("m", Predictor.of(blurred(1)));
        assertEquals(
                expected.model().metric("log_loss").value(),
                result.tier("fast").orElseThrow().model().metric("log_loss").value());
    }

    @Test
    void aRunNameUsedAgainIsFoundOut() {
        ModelEvaluator<double[]> evaluator = evaluator();
        var first = EpochEvaluator.of(evaluator, "run").tiers(Tier.fast(), FULL).build();
        first.onEpochEnd(1, blurred(0));
        var second = EpochEvaluator.of(evaluator, "run")
                .tiers(Tier.fast(), FULL)
                .fullEvery(1)
                .build();
        EpochResult result = second.onEpochEnd(1, blurred(1));
        assertTrue(result.warnings().stream().anyMatch(notice -> notice.code().equals("CHANGED_MODEL")));
        EvaluationResult expected = evaluator.full("m", Predictor.of(blurred(1)));
        assertEquals(
                expected.model().metric("log_loss").value(),
                result.tier("full").orElseThrow().model().metric("log_loss").value());
    }

    private static InferenceCost cost(EpochResult result, String tier) {
        return result.tier(tier).orElseThrow().time().inference();
    }

    /** A model that sees the log-odds through noise, the same for the same row. */
    private static ToDoubleFunction<double[]> blurred(double blur) {
        return row -> {
            double noise = new Random(Double.doubleToLongBits(row[0])).nextGaussian();
            double logOdds = Math.log(row[0] / (1 - row[0])) + blur * noise;
            return 1 / (1 + Math.exp(-logOdds));
        };
    }

    private static EpochEvaluator.Builder<double[]> builder() {
        return EpochEvaluator.of(evaluator(), "run");
    }

    private static ModelEvaluator<double[]> evaluator() {
        double[][] rows = Arrays.stream(DATA.scores())
                .mapToObj(score -> new double[] {score})
                .toArray(double[][]::new);
        return Evaluator.of(set()).features(Features.of(rows)).build();
    }

    private static EvaluationSet set() {
        return DATA.set().ids(LongStream.range(0, ROWS).toArray()).build();
    }
}
