package io.github.tiercel.evaluation;

import io.github.tiercel.inference.Predictor;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Rows that are being scored in the background. Safe for use by several threads.
 *
 * @since 0.1
 */
public final class ScoringJob {

    private final CompletableFuture<RowScores> result = new CompletableFuture<>();
    private final AtomicLong inferred = new AtomicLong();
    private final int rows;
    private final Thread thread;

    private <X> ScoringJob(BatchScorer<X> scorer, int rows, Predictor<X> model) {
        this.rows = rows;
        Predictor<X> watched = model.watchedBy(inferred::addAndGet);
        this.thread = new Thread(() -> score(scorer, watched), "tiercel-scoring");
        thread.setDaemon(true);
    }

    static <X> ScoringJob start(BatchScorer<X> scorer, int rows, Predictor<X> model) {
        ScoringJob job = new ScoringJob(scorer, rows, model);
        job.thread.start();
        return job;
    }

    private <X> void score(BatchScorer<X> scorer, Predictor<X> model) {
        try {
            result.complete(scorer.scores(model));
        } catch (Exception | Error e) {
            result.completeExceptionally(e);
        }
    }

    /**
     * {@return the scores, once all are there. It ends with what the model or the store threw; whoever cancels it ends
     * only their own waiting, see {@link #cancel}}
     */
    public CompletableFuture<RowScores> result() {
        return result.copy();
    }

    /** {@return the number of rows to be scored} */
    public int rows() {
        return rows;
    }

    /** {@return how many rows the model has scored so far, those of a trial and of a check included} */
    public long rowsInferred() {
        return inferred.get();
    }

    /**
     * Ends the job after the batch at work. Scores that are there are kept by the store, and another job goes on from
     * them. The result ends with a {@link CancellationException}, unless it was there already.
     */
    public void cancel() {
        result.completeExceptionally(new CancellationException("the job was cancelled"));
        thread.interrupt();
    }

    /**
     * Waits until the job's thread has ended, after {@link #cancel} for example.
     *
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public void awaitEnd() throws InterruptedException {
        thread.join();
    }
}
