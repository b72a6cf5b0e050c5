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
import org.junit.jupiter.api.Test;

class AwaitedJobTest {

    private static final Features<double[]> ROWS =
            Features.of(new double[][] {{0.25}, {0.5}, {0.75}, {1}, {0}, {0.125}});

    private final StringWriter err = new StringWriter();
    private volatile boolean isAtWork;

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
    void whoIsInterruptedLeavesNoThreadBehindThatReadsTheModel() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        ScoringJob job = job(Predictor.of(row -> {
            isAtWork = true;
            begun.countDown();
            untilTold();
            isAtWork = false;
            return row[0];
        }));
        begun.await();
        Thread.currentThread().interrupt();
        ModelException thrown = assertThrows(ModelException.class, () -> scores(job));
        assertEquals(
                "Scoring was interrupted. The store keeps the scores that are there; run the command again for the rest.",
                thrown.getMessage());
        assertTrue(!isAtWork, "the model is still called");
        assertTrue(Thread.interrupted(), "the thread is still to stop");
        StringWriter said = new StringWriter();
        assertEquals(ExitCode.INTERRUPTED, Failure.report(thrown, new PrintWriter(said)));
        assertTrue(said.toString().startsWith("tiercel: INTERRUPTED: Scoring was interrupted."), said.toString());
    }

    /** The job's interrupt, and some time in which the model does not listen. */
    private static void untilTold() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            long end = System.nanoTime() + 200_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            Thread.currentThread().interrupt();
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
