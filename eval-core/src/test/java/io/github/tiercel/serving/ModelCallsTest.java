package io.github.tiercel.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.serving.VirtualMachine.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ModelCallsTest {

    private static final Features<double[]> ONE = Features.of(new double[][] {{0.5}});

    private static void call(Predictor<double[]> model, int batchRows) throws InterruptedException {
        RowSample.of(ONE, 1).calls(model, batchRows, 1).next();
    }

    private static void assertFails(String message, int batchRows, Predictor<double[]> model) {
        var thrown = assertThrows(ModelException.class, () -> call(model, batchRows));
        assertEquals(message, thrown.getMessage());
    }

    @Test
    void whatAModelThrowsIsNamedWithItsRows() {
        Model throwing = (batch, scores) -> {
            throw new IOException("no weights");
        };
        assertFails("The model threw IOException when it was timed on row 1: no weights", 1, throwing);
        assertFails(
                "The model threw IOException when it was timed on rows 1, 1, 1, ... (a batch of 64): no weights",
                64,
                throwing);
        assertFails("The model threw StackOverflowError when it was timed on rows 1, 1 (a batch of 2).", 2, (Model)
                (batch, scores) -> {
                    throw new StackOverflowError();
                });
    }

    @Test
    void aModelExceptionStandsAsItIs() {
        ModelException own = new ModelException("OWN", "no weights");
        Model throwing = (batch, scores) -> {
            throw own;
        };
        assertSame(own, assertThrows(ModelException.class, () -> call(throwing, 1)));
    }

    @Test
    void errorsComeAsTheyAre() {
        Model throwing = (batch, scores) -> {
            throw new OutOfMemoryError("weights");
        };
        assertThrows(OutOfMemoryError.class, () -> call(throwing, 1));
    }

    @Test
    void everyScoreMustBeThereAndANumber() {
        assertFails(
                "The model gave 1 of 2 scores when it was timed on rows 1, 1 (a batch of 2). Every row needs exactly one"
                        + " of each output.",
                2,
                (Model) (batch, scores) -> scores.score(0, 0.5));
        assertFails(
                "The model gave NaN or infinity for 1 of 1 scores when it was timed on row 1. It may have diverged, or a"
                        + " feature is missing there.",
                1,
                (Model) (batch, scores) -> scores.score(0, Double.NaN));
        assertFails(
                "The model gave NaN or infinity for 1 of 1 scores when it was timed on row 1. It may have diverged, or a"
                        + " feature is missing there.",
                1,
                (Model) (batch, scores) -> scores.score(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void aPlaceInABatchIsTheRowOfTheCaller() {
        assertFails("The model refused row 1.", 3, (Model) (batch, scores) -> {
            throw new ModelException("The model refused " + ModelException.place(2, 3) + ".");
        });
    }

    @Test
    void aModelOfSeveralOutputsGivesEach() throws InterruptedException {
        OfTwoOutputs whole = new OfTwoOutputs(2);
        call(whole, 3);
        assertEquals(6, whole.scores.get());
        assertFails(
                "The model gave 1 of 2 scores when it was timed on row 1. Every row needs exactly one of each output.",
                1,
                new OfTwoOutputs(1));
    }

    /** Gives the lowest score there is, of some of its outputs. */
    private record OfTwoOutputs(int given, AtomicInteger scores) implements Predictor<double[]> {

        OfTwoOutputs(int given) {
            this(given, new AtomicInteger());
        }

        @Override
        public void predict(Batch<double[]> batch, ScoreSink sink) {
            for (int row = 0; row < batch.size(); row++) {
                for (int output = 0; output < given; output++) {
                    sink.score(row, output, -Double.MAX_VALUE);
                    scores.incrementAndGet();
                }
            }
        }

        @Override
        public Outputs outputs() {
            return Outputs.of("a", "b");
        }
    }

    /** A model that is interrupted may throw anything. */
    @Test
    void whatAnInterruptedModelThrowsIsAnInterruption() {
        Model interrupted = (batch, scores) -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("closed");
        };
        var thrown = assertThrows(InterruptedException.class, () -> call(interrupted, 1));
        assertEquals("java.lang.IllegalStateException: closed", String.valueOf(thrown.getCause()));
        assertFalse(Thread.currentThread().isInterrupted(), "whoever catches it sets the flag");
    }

    @Test
    void batchesAreAssembledBefore() throws InterruptedException {
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        Features<double[]> counted = new CountedFeatures(ONE, events);
        Model model = (batch, scores) -> {
            events.add("call");
            scores.score(0, 0.5);
        };
        ModelCalls<double[]> calls = RowSample.of(counted, 1).calls(model, 1, 1);
        int assembled = events.size();
        assertTrue(assembled > 0);
        for (int i = 0; i < 2 * assembled; i++) {
            calls.next();
        }
        assertEquals(2L * assembled, events.stream().filter("call"::equals).count());
        assertEquals(assembled, events.stream().filter("batch"::equals).count());
    }

    private record CountedFeatures(Features<double[]> rowsOf, List<String> events) implements Features<double[]> {
        @Override
        public int rows() {
            return rowsOf.rows();
        }

        @Override
        public Batch<double[]> batch(int[] rows) {
            events.add("batch");
            return rowsOf.batch(rows);
        }

        @Override
        public Optional<String> fingerprint(long[] keys, int[] order) {
            return rowsOf.fingerprint(keys, order);
        }
    }
}
