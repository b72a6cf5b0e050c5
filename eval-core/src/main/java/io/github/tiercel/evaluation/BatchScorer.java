package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.BatchSize;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoredOrder;
import io.github.tiercel.store.StoredScores;

/**
 * Scores all rows of a set in the background, each once: the batch job of a model that is to be used rather than
 * evaluated.
 *
 * <p>Scores go by the same path as those of an evaluation. They are published to the store as they come, so a job that
 * was interrupted goes on where it stopped, and rows that were evaluated before are not inferred again if they come
 * with the same labels and ids. Rows without labels have an order of their own.
 *
 * <p>Immutable, and safe for use by several threads. Memory: the scores, and what the store keeps of them.
 *
 * <pre>{@code
 * try (PredictionStore store = PredictionStore.open(Path.of(".tiercel/store"))) {
 *   ScoringJob job = BatchScorer.of(ids, features).store(store).start(model);
 *   double[] late = job.result().join().scores(0);
 * }
 * }</pre>
 *
 * @param <X> what models read of one row
 * @since 0.1
 */
public final class BatchScorer<X> {

    private final StoredOrder<X> order;
    private final PredictionStore store;
    private final BatchSize batchSize;

    private BatchScorer(StoredOrder<X> order, PredictionStore store, BatchSize batchSize) {
        this.order = order;
        this.store = store;
        this.batchSize = batchSize;
    }

    /**
     * {@return a scorer of rows without labels, which keeps scores in memory}
     *
     * @param ids distinct ids, one for each row
     * @param features what models read of the rows
     * @param <X> what models read of one row
     * @throws io.github.tiercel.data.DataException if an id repeats, or there is not one for each row
     */
    public static <X> BatchScorer<X> of(long[] ids, Features<X> features) {
        return new BatchScorer<>(StoredOrder.unlabelled(ids, features), PredictionStore.inMemory(), BatchSize.fitted());
    }

    /**
     * {@return a scorer of the rows of an evaluation set, which shares scores with evaluations on the same store}
     *
     * @param set the rows
     * @param features what models read of them, in the set's own order
     * @param <X> what models read of one row
     */
    public static <X> BatchScorer<X> of(EvaluationSet set, Features<X> features) {
        return new BatchScorer<>(StoredOrder.of(set, features), PredictionStore.inMemory(), BatchSize.fitted());
    }

    /**
     * {@return the same with a store that keeps scores and gives those that are there}
     *
     * @param kept a store, which the caller closes when the last job is done
     */
    public BatchScorer<X> store(PredictionStore kept) {
        return new BatchScorer<>(order.frozenIn(kept), kept, batchSize);
    }

    /**
     * {@return the same with another number of rows in each call; the fastest unless set}
     *
     * @param size how many rows a model gets in one call
     */
    public BatchScorer<X> batchSize(BatchSize size) {
        return new BatchScorer<>(order, store, size);
    }

    /**
     * {@return a job that has begun to score all rows, on a thread of its own}
     *
     * @param model the model; asked on that thread, and on others if it allows more than one
     */
    public ScoringJob start(Predictor<X> model) {
        return ScoringJob.start(this, order.rows(), model);
    }

    /**
     * {@return the scores of all rows, made or found by this thread}
     *
     * @param model the model; asked on this thread, or on others if it allows more than one
     * @throws ModelException if it fails, or this thread is interrupted
     */
    public RowScores scores(Predictor<X> model) {
        StoredScores scores = store.scores(order, model, batchSize, order.rows(), event -> {});
        store.flush();
        return RowScores.of(model.outputs(), scores, order.order());
    }
}
