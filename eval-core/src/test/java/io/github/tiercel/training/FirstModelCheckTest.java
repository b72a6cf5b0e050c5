package io.github.tiercel.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.Notice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FirstModelCheckTest {

    private static final Simulated DATA = Simulated.rows(5_000, 0.2, 5);
    private static final Notice SLOW = new Notice("SERVING_BUDGET", "p99 is about 12 ms.");

    private final List<Predictor<double[]>> checked = new ArrayList<>();

    private EpochEvaluator<double[]> checking(FirstModelCheck<double[]> check) {
        double[][] rows = Arrays.stream(DATA.scores())
                .mapToObj(score -> new double[] {score})
                .toArray(double[][]::new);
        var evaluator = Evaluator.of(
                        DATA.set().ids(LongStream.range(0, 5_000).toArray()).build())
                .features(Features.of(rows))
                .build();
        return EpochEvaluator.of(evaluator, "run")
                .tiers(Tier.fast())
                .checkingFirstModel(check)
                .build();
    }

    private List<Notice> noting(Predictor<double[]> model) {
        checked.add(model);
        return List.of(SLOW);
    }

    @Test
    void isMadeOfTheFirstModelOnly() {
        var epochs = checking(this::noting);
        EpochResult first = epochs.onEpochEnd(1, row -> row[0]);
        assertEquals(List.of(SLOW), first.warnings());
        assertTrue(first.tier("fast").isPresent());
        assertEquals(List.of(), epochs.onEpochEnd(2, row -> row[0]).warnings());
        assertEquals(1, checked.size());
        assertEquals(Outputs.score(), checked.get(0).outputs());
        assertEquals(List.of(SLOW), epochs.history().epochs().get(0).warnings());
    }

    @Test
    void waitsForAModelThatCanBeEvaluated() {
        var epochs = checking(this::noting);
        assertEquals(List.of("MODEL_FAILED"), codes(epochs.onEpochEnd(1, row -> Double.NaN)));
        assertEquals(List.of(), codes(epochs.onEpochEnd(2, DATA.scores())));
        assertEquals(List.of("SERVING_BUDGET"), codes(epochs.onEpochEnd(3, row -> row[0])));
        assertEquals(List.of(), codes(epochs.onEpochEnd(4, row -> row[0])));
    }

    @Test
    void aModelThatPassesIsNotCheckedAgain() {
        var epochs = checking(model -> {
            checked.add(model);
            return List.of();
        });
        assertEquals(List.of(), epochs.onEpochEnd(1, row -> row[0]).warnings());
        assertEquals(List.of(), epochs.onEpochEnd(2, row -> row[0]).warnings());
        assertEquals(1, checked.size());
    }

    @Test
    void aCheckThatFailsIsReportedAndTrainingGoesOn() {
        var epochs = checking(model -> {
            checked.add(model);
            throw new IOException("no rows");
        });
        EpochResult first = epochs.onEpochEnd(1, row -> row[0]);
        assertEquals(
                List.of(new Notice("CHECK_FAILED", "The first model could not be checked: IOException: no rows.")),
                first.warnings());
        assertTrue(first.tier("fast").isPresent());
        assertFalse(first.shouldStop());
        assertEquals(List.of(), epochs.onEpochEnd(2, row -> row[0]).warnings());
        assertEquals(1, checked.size());
    }

    @Test
    void errorsOfACheckAreReportedToo() {
        var epochs = checking(model -> {
            throw new NoClassDefFoundError("org/Probe");
        });
        assertEquals(
                "The first model could not be checked: NoClassDefFoundError: org/Probe.",
                epochs.onEpochEnd(1, row -> row[0]).warnings().get(0).text());
    }

    @Test
    void aCheckSaysInItsOwnWordsWhatIsMissing() {
        var epochs = checking(model -> {
            throw new IllegalArgumentException("The check needs 20 rows, and there are 3");
        });
        assertEquals(
                "The first model could not be checked: The check needs 20 rows, and there are 3.",
                epochs.onEpochEnd(1, row -> row[0]).warnings().get(0).text());
    }

    @Test
    void aFailureWithoutAMessageIsNamedByItsType() {
        var epochs = checking(model -> {
            throw new IllegalStateException();
        });
        assertEquals(
                "The first model could not be checked: IllegalStateException.",
                epochs.onEpochEnd(1, row -> row[0]).warnings().get(0).text());
    }

    @Test
    void anInterruptedCheckLeavesTheFlagSet() {
        var epochs = checking(model -> {
            throw new InterruptedException("stop");
        });
        assertEquals(List.of("CHECK_FAILED"), codes(epochs.onEpochEnd(1, row -> row[0])));
        assertTrue(Thread.interrupted());
    }

    private static List<String> codes(EpochResult result) {
        return result.warnings().stream().map(Notice::code).toList();
    }
}
