package io.github.tiercel.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.result.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of epochs that go wrong in another way than by the model's fault. */
class EpochLoopTest {

    private static final Simulated DATA = Simulated.rows(5_000, 0.2, 5);

    @Test
    void anEpochThatComesTwiceIsNamed() {
        var epochs = EpochEvaluator.ofScores(Evaluator.of(DATA.set().build()).build(), "run")
                .build();
        epochs.onEpochEnd(2, DATA.scores());
        EpochResult again = epochs.onEpochEnd(2, DATA.scores());
        assertTrue(
                codes(again).contains("EPOCH_REPEATED"), () -> again.warnings().toString());
    }

    @Test
    void scoresThatAreNoNumbersAreNamedAndTrainingGoesOn() {
        var epochs = EpochEvaluator.ofScores(Evaluator.of(DATA.set().build()).build(), "run")
                .build();
        epochs.onEpochEnd(1, DATA.scores());
        double[] nan = DATA.scores().clone();
        Arrays.fill(nan, Double.NaN);
        EpochResult diverged = epochs.onEpochEnd(2, nan);
        assertEquals("BAD_SCORES", diverged.warnings().get(0).code());
        assertTrue(epochs.onEpochEnd(3, DATA.scores()).tier("fast").isPresent());
    }

    @Test
    void aComparisonThatFailsIsNamedAndCountsAsWhatIsSaid() {
        List<Notice> notices = new ArrayList<>();
        boolean better = EpochLoop.compared(
                () -> {
                    throw new IllegalStateException("no terms");
                },
                false,
                notices);
        assertEquals(false, better);
        assertEquals(
                List.of(new Notice(
                        "COMPARISON_FAILED",
                        "The epoch could not be compared with an earlier one: IllegalStateException: no terms.")),
                notices);
    }

    private static List<String> codes(EpochResult result) {
        return result.warnings().stream().map(Notice::code).toList();
    }
}
