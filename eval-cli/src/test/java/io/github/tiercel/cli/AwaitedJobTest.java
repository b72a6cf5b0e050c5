package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.BatchScorer;
import io.github.tiercel.evaluation.RowScores;
import io.github.tiercel.evaluation.ScoringJob;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.sampling.RowKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class AwaitedJobTest {

    private static final Features<double[]> ROWS =
            Features.of(new double[][] {{0.25}, {0.5}, {0.75}, {1}, {0}, {0.125}});

    private final StringWriter err = new StringWriter();

    private static ScoringJob job(Predictor<double[]> model) {
        return BatchScorer.of(RowKey.positions(ROWS.rows()), ROWS).start(model);
    }

    private RowScores scores(ScoringJob job) {
        return new AwaitedJob(job).scores(ProgressBar.of(new PrintWriter(err)));
    }

    @Test
    void scoresComeInTheOrderOfTheRows() {
        assertArrayEquals(
                new double[] {0.25, 0.5, 0.75, 1, 0, 0.125},
                scores(job(Predictor.of(row -> row[0]))).scores(0));
    }

    @Test
    void whoIsInterruptedLeavesNoThreadBehindThatReadsTheModel() throws InterruptedException, ExecutionException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        ScoringJob job = job(Predictor.of(row -> {
            begun.countDown();
            untilReleased(told, released);
            return row[0];
        }));
        FutureTask<ModelException> interrupted = new FutureTask<>(() -> {
            ModelException thrown = assertThrows(ModelException.class, () -> scores(job));
            assertTrue(Thread.currentThread().isInterrupted(), "the thread is still to stop");
            return thrown;
        });
        Thread waiting = new Thread(interrupted);
        begun.await();
        waiting.start();
        waiting.interrupt();
        told.await();
        while (waiting.isAlive() && waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertTrue(waiting.isAlive(), "the model is still called");
        released.countDown();
        ModelException thrown = interrupted.get();
        assertEquals(
                "Scoring was interrupted. The store keeps the scores that are there; run the command again for the rest.",
                thrown.getMessage());
        StringWriter said = new StringWriter();
        assertEquals(ExitCode.INTERRUPTED, Failure.report(thrown, new PrintWriter(said)));
        assertTrue(said.toString().startsWith("tiercel: INTERRUPTED: Scoring was interrupted."), said.toString());
    }

    /** A model that does not listen to the job's interrupt until the test lets it go. */
    private static void untilReleased(CountDownLatch told, CountDownLatch released) {
        while (released.getCount() > 0) {
            try {
                released.await();
            } catch (InterruptedException e) {
                told.countDown();
            }
        }
    }

    @Test
    void whatTheModelThrowsIsThrown() {
        ModelException thrown = assertThrows(ModelException.class, () -> scores(job(Predictor.of(row -> Double.NaN))));
        assertTrue(String.valueOf(thrown.getMessage()).startsWith("The model gave NaN for "), thrown::toString);
        LinkageError error = assertThrows(LinkageError.class, () -> scores(job(Predictor.of(row -> unlinked()))));
        assertEquals("no such class", error.getMessage());
    }

    private static double unlinked() {
        throw new LinkageError("no such class");
    }
}
