package io.github.tiercel.cli;

import io.github.tiercel.evaluation.RowScores;
import io.github.tiercel.evaluation.ScoringJob;
import io.github.tiercel.inference.ModelException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A scoring job that somebody waits for. However the waiting ends, the job's thread has ended before, so that the model
 * and the store can be closed.
 */
record AwaitedJob(ScoringJob job) {

    private static final long LOOK_MILLIS = 100;

    /**
     * {@return the scores, once all are there}
     *
     * @param bar shows meanwhile how many are
     * @throws ModelException if the model fails, or this thread is interrupted, which cancels the job
     */
    RowScores scores(ProgressBar bar) {
        try {
            Future<RowScores> result = job.result();
            while (!isDone(result)) {
                bar.inferred(job.rowsInferred(), job.rows());
            }
            return result.get();
        } catch (InterruptedException e) {
            job.cancel();
            throw ModelException.interrupted(
                    "Scoring was interrupted. The store keeps the scores that are there; run the command again for the"
                            + " rest.",
                    e);
        } catch (ExecutionException e) {
            throw thrown(e);
        } finally {
            awaitEnd();
            bar.clear();
        }
    }

    /** Waits for a moment at most. */
    private static boolean isDone(Future<RowScores> result) throws InterruptedException, ExecutionException {
        try {
            result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static RuntimeException thrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
    }

    /** Waits even if this thread is interrupted: the batch at work is the last one by then. */
    private void awaitEnd() {
        boolean isInterrupted = Thread.interrupted();
        while (!hasEnded()) {
            isInterrupted = true;
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasEnded() {
        try {
            job.awaitEnd();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
