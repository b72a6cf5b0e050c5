package io.github.tiercel.cli.demo;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.TierRecord;
import io.github.tiercel.training.EpochEvaluator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Training on the real flights, with the fast tier alone. */
class LateTrainingTest {

    private static final int MOST_EPOCHS = 40;

    @SuppressWarnings("NullAway.Init") // train() sets it.
    private static LateTraining training;

    @SuppressWarnings("NullAway.Init") // train() sets it.
    private static ModelEvaluator<Flight> evaluator;

    @SuppressWarnings("NullAway.Init") // train() sets it.
    private static EpochHistory history;

    @BeforeAll
    static void train() {
        Flights flights = FlightFile.read().flights();
        training = LateTraining.on(flights.past());
        evaluator = Evaluator.of(flights.holdout())
                .metrics("log_loss")
                .features(flights.features())
                .build();
        try (EpochEvaluator<Flight> epochs =
                EpochEvaluator.of(evaluator, "test").patience("log_loss", 3).build()) {
            EpochWatch watch = new EpochWatch(epochs, sofar -> {});
            training.run(MOST_EPOCHS, watch);
            history = watch.trained().history();
        }
    }

    @Test
    void trainingStopsByItselfThreeEpochsAfterTheBest() {
        int last = history.epochs().size();
        assertTrue(last > 5 && last < MOST_EPOCHS, "epochs: " + last);
        assertEquals(last - 3, history.bestEpoch().orElseThrow());
        assertEquals("log_loss has not improved for 3 epochs", history.stopped().orElseThrow());
    }

    @Test
    void logLossFallsVisibly() {
        double fallen = logLoss(history.epochs().get(0))
                - logLoss(history.epochs().get(history.bestEpoch().orElseThrow() - 1));
        assertTrue(fallen > 0.005, "fallen by " + fallen);
    }

    @Test
    void sameFlightsGiveTheSameModels() {
        List<ModelFingerprint> once = fingerprints();
        assertEquals(2, once.size());
        assertNotEquals(once.get(0), once.get(1));
        assertEquals(once, fingerprints());
        assertEquals(FlightExamples.VERSION, once.get(0).transform());
    }

    @Test
    void runOfWhichNoEpochCouldBeEvaluatedIsAFailedModel() {
        EpochWatch watch = new EpochWatch(EpochEvaluator.of(evaluator, "test").build(), sofar -> {});
        ModelException failure = assertThrows(ModelException.class, watch::trained);
        assertEquals("No epoch could be evaluated.", failure.getMessage());
    }

    private static List<ModelFingerprint> fingerprints() {
        List<ModelFingerprint> seen = new ArrayList<>();
        FlightExamples examples = new FlightExamples();
        training.run(
                2,
                (epoch, model) -> seen.add(
                        LateTraining.predictor(model, examples).fingerprint().orElseThrow()));
        return seen;
    }

    private static double logLoss(EpochRecord epoch) {
        TierRecord fast = requireNonNull(epoch.tiers().get("fast"));
        return requireNonNull(fast.metrics().get("log_loss")).value().orNaN();
    }
}
