package io.github.tiercel.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.result.EvaluationResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a model does, the training run goes on. */
class MisbehavingModelTest {

    private static final Simulated DATA = Simulated.rows(5_000, 0.2, 5);

    static Stream<Arguments> models() {
        return Stream.of(
                failing(
                        "throws",
                        row -> {
                            throw new IllegalStateException("no weights");
                        },
                        "MODEL_FAILED",
                        "no weights"),
                failing(
                        "throws an error",
                        row -> {
                            throw new StackOverflowError();
                        },
                        "MODEL_FAILED",
                        "StackOverflowError"),
                failing(
                        "misses a class",
                        row -> {
                            throw new NoClassDefFoundError("org/bytedeco/openblas");
                        },
                        "EVALUATION_FAILED",
                        "org/bytedeco/openblas"),
                failing(
                        "runs out of memory",
                        row -> {
                            throw new OutOfMemoryError("weights");
                        },
                        "EVALUATION_FAILED",
                        "weights"),
                failing(
                        "asserts",
                        row -> {
                            throw new AssertionError("shape");
                        },
                        "EVALUATION_FAILED",
                        "shape"),
                failing("gives NaN", row -> Double.NaN, "MODEL_FAILED", "NaN for 1,024 of 1,024"),
                failing("gives NaN at times", row -> row[0] > 0.5 ? Double.NaN : row[0], "MODEL_FAILED", "NaN"),
                Arguments.of(Named.of("gives too few", new Miscounting(-1)), "MODEL_FAILED", "15 of 16"),
                Arguments.of(Named.of("gives too many", new Miscounting(1)), "MODEL_FAILED", "place 16"));
    }

    private static Arguments failing(String name, ToDoubleFunction<double[]> model, String code, String said) {
        return Arguments.of(Named.of(name, Predictor.of(model)), code, said);
    }

    @ParameterizedTest
    @MethodSource("models")
    void isReportedAndTrainingGoesOn(Predictor<double[]> model, String code, String said) {
        var epochs = callback().build();
        assertTrue(epochs.onEpochEnd(1, row -> row[0]).improved());
        EpochResult result = epochs.onEpochEnd(2, model);
        assertEquals(code, result.warnings().get(0).code());
        String text = result.warnings().get(0).text();
        assertTrue(text.startsWith("The fast tier could not be evaluated: ") && text.contains(said), text);
        assertFalse(result.improved());
        assertFalse(result.shouldStop());
        assertTrue(result.results().isEmpty());
        EpochResult next = epochs.onEpochEnd(3, row -> row[0]);
        assertTrue(next.tier("fast").isPresent());
        assertEquals(Optional.of(1), epochs.bestEpoch());
        assertEquals(3, epochs.history().epochs().size());
    }

    @ParameterizedTest
    @MethodSource("models")
    void isReportedAtTheFirstEpochToo(Predictor<double[]> model, String code, String said) {
        EpochResult result = callback().build().onEpochEnd(1, model);
        assertEquals(code, result.warnings().get(0).code());
    }

    @ParameterizedTest
    @MethodSource("models")
    void stopsTrainingIfAskedSo(Predictor<double[]> model, String code, String said) {
        EpochResult result = callback().onFailure(FailurePolicy.STOP).build().onEpochEnd(1, model);
        assertEquals(Optional.of("the evaluation failed"), result.stop());
    }

    /** Before it is asked for any score. */
    @Test
    void aFingerprintThatCannotBeHadIsReported() {
        var epochs = callback().build();
        for (Throwable failure : List.of(new IllegalArgumentException("closed"), new UnsatisfiedLinkError("closed"))) {
            EpochResult result = epochs.onEpochEnd(1, new Nameless(failure));
            assertEquals("MODEL_FAILED", result.warnings().get(0).code());
            assertEquals(
                    "The fast tier could not be evaluated: The model's fingerprint() threw " + failure + ".",
                    result.warnings().get(0).text());
            assertTrue(result.results().isEmpty());
        }
    }

    @Test
    void errorsOfAnyKindAreReported() {
        EpochResult result = callback().build().onEpochEnd(1, row -> {
            throw new ServiceConfigurationError("no backend");
        });
        assertEquals("EVALUATION_FAILED", result.warnings().get(0).code());
    }

    @Test
    void aBestModelThatFailsWhenItIsAskedAgainStillHasItsFastTier() {
        AtomicInteger calls = new AtomicInteger();
        Predictor<double[]> once = Predictor.<double[]>of(row -> {
                    if (calls.incrementAndGet() > 2000) {
                        throw new IllegalStateException("closed");
                    }
                    return row[0];
                })
                .withFingerprint(ModelFingerprint.of("once"));
        var epochs = callback().build();
        EpochResult epoch = epochs.onEpochEnd(1, once);
        EvaluationResult best = epochs.best();
        assertEquals(
                epoch.tier("fast").orElseThrow().model().metrics(), best.model().metrics());
        assertTrue(best.model().warnings().stream()
                .anyMatch(notice -> notice.code().equals("MODEL_FAILED")));
    }

    @Test
    void failuresExhaustPatience() {
        var epochs = callback().earlyStopping("log_loss", 2).build();
        epochs.onEpochEnd(1, row -> row[0]);
        assertFalse(epochs.onEpochEnd(2, row -> Double.NaN).shouldStop());
        assertTrue(epochs.onEpochEnd(3, row -> Double.NaN).shouldStop());
    }

    @Test
    void otherScoresOnTheSecondCallAreFoundOut() {
        AtomicInteger calls = new AtomicInteger();
        EpochResult result = callback().fullEvery(1).build().onEpochEnd(1, row -> {
            // Like dropout left on.
            return calls.incrementAndGet() % 7 == 0 ? 0.5 : row[0];
        });
        assertTrue(result.tier("full").isPresent());
        assertTrue(result.warnings().stream().anyMatch(notice -> notice.code().equals("CHANGED_MODEL")));
    }

    @Test
    void anInterruptEndsTheEvaluationAndStaysSet() {
        var epochs = callback().fullEvery(1).build();
        EpochResult result = epochs.onEpochEnd(1, row -> {
            Thread.currentThread().interrupt();
            return row[0];
        });
        assertTrue(Thread.interrupted());
        // The fast tier has all its scores by then; the full one would need more.
        assertTrue(result.tier("fast").isPresent());
        assertFalse(result.tier("full").isPresent());
        assertEquals("MODEL_FAILED", result.warnings().get(0).code());
        String text = result.warnings().get(0).text();
        assertTrue(text.startsWith("The full tier could not be evaluated: Inference was interrupted after "), text);
        assertTrue(epochs.onEpochEnd(2, row -> row[0]).tier("full").isPresent());
    }

    @Test
    void aSlowModelIsWaitedForAndItsTimeIsSaid() {
        EpochResult result = callback().build().onEpochEnd(1, new Slow());
        double millis = result.tier("fast").orElseThrow().time().inference().millis();
        assertTrue(millis >= 20, () -> "inference took " + millis + " ms");
        assertTrue(result.summary().evaluationMillis() >= millis);
    }

    private record Nameless(Throwable failure) implements Predictor<double[]> {

        @Override
        public void predict(Batch<double[]> batch, ScoreSink scores) {}

        @Override
        public Outputs outputs() {
            return Outputs.score();
        }

        @Override
        public Optional<ModelFingerprint> fingerprint() {
            if (failure instanceof Error error) {
                throw error;
            }
            throw new IllegalArgumentException(failure.getMessage());
        }
    }

    private static final class Slow implements Predictor<double[]> {

        @Override
        public void predict(Batch<double[]> batch, ScoreSink scores) throws InterruptedException {
            Thread.sleep(20);
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, batch.row(i)[0]);
            }
        }

        @Override
        public Outputs outputs() {
            return Outputs.score();
        }
    }

    private record Miscounting(int off) implements Predictor<double[]> {

        @Override
        public void predict(Batch<double[]> batch, ScoreSink scores) {
            for (int i = 0; i < batch.size() + off; i++) {
                scores.score(i, 0.5);
            }
        }

        @Override
        public Outputs outputs() {
            return Outputs.score();
        }
    }

    private static EpochEvaluator.Builder<double[]> callback() {
        double[][] rows = Arrays.stream(DATA.scores())
                .mapToObj(score -> new double[] {score})
                .toArray(double[][]::new);
        var evaluator = Evaluator.of(
                        DATA.set().ids(LongStream.range(0, 5_000).toArray()).build())
                .features(Features.of(rows))
                .build();
        return EpochEvaluator.of(evaluator, "run")
                .tiers(Tier.fast(), Tier.full().withReplicates(0));
    }
}
