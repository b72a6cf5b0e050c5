package io.github.tiercel.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.HoldoutSplit;
import io.github.tiercel.data.Scores;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.Notice;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.training.EpochEvaluator;
import io.github.tiercel.training.EpochResult;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldoutUseOfModelsTest {

    private static final Tier FULL = Tier.full().withReplicates(0);
    private static final double[][] ROWS = rows(6000);

    @TempDir
    private Path folder;

    @Test
    void eachEvaluationCountsItsModelsAndTheBaseline() {
        ModelEvaluator<double[]> models = models(PredictionStore.inMemory());
        assertEquals(1, full(models, 1).holdout().orElseThrow().models());
        HoldoutUse use = models.evaluate(FULL, List.of(candidate(2), candidate(3)), Optional.of(candidate(1)))
                .holdout()
                .orElseThrow();
        assertEquals(3, use.models());
        assertEquals(4, use.evaluations());
        models.fast("m", model(1));
        assertEquals(
                new HoldoutUse.TierUse(1, 1),
                full(models, 1).holdout().orElseThrow().tiers().get("fast"));
    }

    @Test
    void givenScoresAreCountedByNobody() {
        EvaluationResult result = Evaluator.of(set()).build().full(Scores.of("m", new double[ROWS.length]));
        assertEquals(Optional.empty(), result.holdout());
    }

    @Test
    void anEvaluationThatFailsIsNone() {
        ModelEvaluator<double[]> models = models(PredictionStore.inMemory());
        Predictor<double[]> broken = Predictor.of(row -> {
            throw new IllegalStateException("no luck");
        });
        assertThrows(ModelException.class, () -> models.full("m", broken));
        assertEquals(1, full(models, 1).holdout().orElseThrow().evaluations());
    }

    @Test
    void theNextProcessGoesOnCounting() {
        for (int run = 1; run <= 3; run++) {
            try (PredictionStore store = PredictionStore.open(folder)) {
                HoldoutUse use = full(models(store), run % 2).holdout().orElseThrow();
                assertEquals(Math.min(run, 2), use.models());
                assertEquals(run, use.evaluations());
            }
        }
    }

    /** At 95 % the interval reaches 1.96 standard errors, and sqrt(2 ln k) does so between 6 and 7 models. */
    @Test
    void rowsAreWornOnceTheBestMayPretendMoreThanTheIntervalAllows() {
        ModelEvaluator<double[]> models = models(PredictionStore.inMemory());
        for (int epoch = 1; epoch <= 6; epoch++) {
            assertFalse(isWorn(full(models, epoch)));
        }
        EvaluationResult seventh = full(models, 7);
        assertTrue(isWorn(seventh));
        Notice worn = seventh.model().warnings().stream()
                .filter(notice -> notice.code().equals("HOLDOUT_WORN"))
                .findFirst()
                .orElseThrow();
        assertTrue(
                worn.text()
                        .startsWith("7 models were evaluated on all of these rows. The best of so many equal"
                                + " models looks better by up to about "),
                worn::text);
        assertTrue(worn.text().contains(" in roc_auc, more than the "), worn::text);
        assertTrue(isWorn(full(models, 1)));
    }

    /** A sample of a few rows is for choosing, and what it chooses is hardly optimistic on all of them. */
    @Test
    void epochsOfTheFastTierWearNothing() {
        ModelEvaluator<double[]> models = models(PredictionStore.inMemory());
        for (int epoch = 1; epoch <= 30; epoch++) {
            assertFalse(isWorn(models.fast("m", model(epoch))));
        }
        EvaluationResult result = full(models, 30);
        assertEquals(30, result.holdout().orElseThrow().models());
        assertFalse(isWorn(result));
        Estimate auc = result.model().metric("roc_auc");
        assertEquals(
                auc.standardError().orElseThrow() * Math.sqrt(2 * Math.log(30)),
                result.holdout().orElseThrow().optimism(auc).orElseThrow(),
                1e-15);
    }

    /**
     * In a set so small that the fast tier takes all of it, each epoch is one more choice; only the last one says so.
     */
    @Test
    void epochsSayNothingAndTheBestOneDoes() {
        double[][] few = rows(1000);
        ModelEvaluator<double[]> models =
                Evaluator.of(set(few)).replicates(0).features(Features.of(few)).build();
        try (EpochEvaluator<double[]> epochs =
                EpochEvaluator.of(models, "run").fullEvery(1).build()) {
            for (int epoch = 1; epoch <= 10; epoch++) {
                EpochResult result = epochs.onEpochEnd(epoch, model(epoch));
                assertTrue(result.summary().warnings().stream()
                        .noneMatch(notice -> notice.code().equals("HOLDOUT_WORN")));
            }
            assertTrue(isWorn(epochs.best()));
        }
    }

    /** The first epoch is the best; when it was evaluated, nobody had anything to choose from. */
    @Test
    void theBestEpochKnowsAllThatItWasChosenFrom() {
        ModelEvaluator<double[]> models = models(PredictionStore.inMemory());
        try (EpochEvaluator<double[]> epochs = EpochEvaluator.of(models, "run")
                .tiers(Tier.fast(), FULL)
                .fullEvery(1)
                .build()) {
            for (int epoch = 1; epoch <= 8; epoch++) {
                epochs.onEpochEnd(epoch, model(epoch));
            }
            assertEquals(Optional.of(1), epochs.bestEpoch());
            HoldoutUse use = epochs.best().holdout().orElseThrow();
            assertEquals(8, use.models());
            assertEquals(16, use.evaluations());
            assertTrue(isWorn(epochs.best()));
        }
    }

    @Test
    void thePartToConfirmOnIsFresh() {
        HoldoutSplit split = HoldoutSplit.of(set());
        try (PredictionStore store = PredictionStore.open(folder)) {
            ModelEvaluator<double[]> select = models(split.select(), split.selectRows(), store);
            for (int epoch = 1; epoch <= 9; epoch++) {
                full(select, epoch);
            }
            assertTrue(isWorn(full(select, 9)));
            EvaluationResult confirmed = full(models(split.confirm(), split.confirmRows(), store), 9);
            assertEquals(1, confirmed.holdout().orElseThrow().models());
            assertFalse(isWorn(confirmed));
        }
    }

    private static boolean isWorn(EvaluationResult result) {
        return result.model().warnings().stream()
                .anyMatch(notice -> notice.code().equals("HOLDOUT_WORN"));
    }

    private static EvaluationResult full(ModelEvaluator<double[]> models, int epoch) {
        return models.evaluate(FULL, List.of(candidate(epoch)), Optional.empty());
    }

    private static Candidate<double[]> candidate(int epoch) {
        return Candidate.of("epoch " + epoch, model(epoch));
    }

    private static Predictor<double[]> model(int epoch) {
        return Predictor.<double[]>of(row -> 1 / (1 + Math.exp(-row[0] - 0.1 * epoch * row[1])))
                .withFingerprint(ModelFingerprint.ofEpoch("run", epoch));
    }

    private static ModelEvaluator<double[]> models(PredictionStore store) {
        return models(set(), IntStream.range(0, ROWS.length).toArray(), store);
    }

    private static ModelEvaluator<double[]> models(EvaluationSet set, int[] rows, PredictionStore store) {
        double[][] some = Arrays.stream(rows).mapToObj(row -> ROWS[row]).toArray(double[][]::new);
        return Evaluator.of(set)
                .metrics("roc_auc", "log_loss")
                .features(Features.of(some))
                .store(store)
                .build();
    }

    private static EvaluationSet set() {
        return set(ROWS);
    }

    private static EvaluationSet set(double[][] rows) {
        boolean[] labels = new boolean[rows.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = rows[row][2] > 0;
        }
        return EvaluationSet.binary(labels).build();
    }

    private static double[][] rows(int number) {
        Random random = new Random(4);
        double[][] rows = new double[number][];
        for (int row = 0; row < number; row++) {
            double signal = random.nextGaussian();
            rows[row] = new double[] {signal, random.nextGaussian(), signal + random.nextGaussian()};
        }
        return rows;
    }
}
