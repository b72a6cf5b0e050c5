package io.github.tiercel.store;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.BatchSize;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.HoldoutUse;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Keeps the scores of models, in memory and in a folder, so that a model sees each row of an evaluation set once.
 *
 * <p>A folder may be shared by any number of threads and processes. Scores are found by what made them: the model's
 * fingerprint, the rows in their order, the outputs. Labels, weights and slices are not part of it. A model without a
 * fingerprint, or rows of which nothing is known, are held in memory only.
 *
 * <p>Scores are written in the background, in files of contiguous positions that appear whole or not at all, one every
 * 65,536 rows or 5 seconds; {@link #close()} waits for them. A process that dies loses at most what it had not written
 * yet. A folder that cannot be written makes the store pass scores through, with a warning and never an error.
 *
 * <p>Before it uses scores that were there, it has the model score a few of these rows again; if they differ by more
 * than 1e-5, none is used and the result says so. A model object with a fingerprint is checked once, one without at
 * every use.
 *
 * <p>A folder is kept within a budget, 10 GiB unless another one is set: the keys not used for longest are deleted
 * first, and none that is in use or was used within two minutes.
 *
 * <p>{@link #open} and {@link #inMemory} give Tiercel's own; another implementation has to pass the tests of
 * {@code PredictionStoreContract} in {@code eval-testkit}.
 *
 * <p>Safe for use by several threads: those that want the same scores share the work. In memory, at most a quarter of
 * the heap is used, and the least recently used scores are dropped first.
 *
 * <pre>{@code
 * try (PredictionStore store = PredictionStore.open(Path.of(".tiercel/store"))) {
 *   var evaluator = Evaluator.of(set).features(features).store(store).build();
 *   System.out.println(evaluator.full("network", network));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public interface PredictionStore extends AutoCloseable {

    /**
     * {@return the store in a folder, made if it does not exist, with the options that {@link #at} has to begin with}
     *
     * @param folder an empty folder, or one made by this method before
     * @throws StoreException if there is something else at this place, or a store of a later layout, or none is there
     *     and none can be made. A store that can be read but not written is opened, and new scores stay in memory
     */
    static PredictionStore open(Path folder) {
        return at(folder).open();
    }

    /**
     * {@return options of a store in a folder}
     *
     * @param folder an empty folder, or one that is a store
     */
    static PredictionStoreBuilder at(Path folder) {
        return new PredictionStoreBuilder(folder);
    }

    /** {@return a store that forgets when it is no longer referenced} */
    static PredictionStore inMemory() {
        return TieredStore.inMemory();
    }

    /**
     * {@return the set in the order in which scores of its rows are kept here}
     *
     * <p>If the rows are new, that is the set's own order, which is remembered. If they are known, with other labels
     * perhaps, the strata of that time stay in force. Sets with clusters are ordered by these alone and stay as they
     * are.
     *
     * @param set the rows
     * @param features what models read of them
     */
    EvaluationSet frozen(EvaluationSet set, Features<?> features);

    /**
     * {@return a model's scores for the first rows of an order: stored ones as far as there are any, the rest inferred}
     *
     * @param order the rows
     * @param predictor the model
     * @param batchRows rows in a batch, at least 1
     * @param rows how many positions, from 1 to all
     * @param <X> what the model reads of one row
     * @throws ModelException if the model fails; the scores it gave before are kept
     * @throws IllegalArgumentException if {@code rows} or {@code batchRows} is out of range
     */
    default <X> StoredScores scores(StoredOrder<X> order, Predictor<X> predictor, int batchRows, int rows) {
        return scores(order, predictor, BatchSize.of(batchRows), rows, event -> {});
    }

    /**
     * {@return the same in batches of a given size}
     *
     * @param order the rows
     * @param predictor the model
     * @param batchRows rows in a batch, at least 1
     * @param rows how many positions, from 1 to all
     * @param events is told what happens on the way
     * @param <X> what the model reads of one row
     * @throws ModelException if the model fails; the scores it gave before are kept
     * @throws IllegalArgumentException if {@code rows} or {@code batchRows} is out of range
     */
    default <X> StoredScores scores(
            StoredOrder<X> order, Predictor<X> predictor, int batchRows, int rows, Consumer<StoreEvent> events) {
        return scores(order, predictor, BatchSize.of(batchRows), rows, events);
    }

    /**
     * {@return the same, telling what happens on the way}
     *
     * @param order the rows
     * @param predictor the model
     * @param batchSize how many rows the model gets in one call
     * @param rows how many positions, from 1 to all
     * @param events is told, on this thread or on one of the store's; what it throws is logged and harms nothing
     * @param <X> what the model reads of one row
     * @throws ModelException if the model fails; the scores it gave before are kept
     * @throws IllegalArgumentException if {@code rows} is out of range
     */
    <X> StoredScores scores(
            StoredOrder<X> order, Predictor<X> predictor, BatchSize batchSize, int rows, Consumer<StoreEvent> events);

    /**
     * Counts an evaluation of a model on some rows.
     *
     * <p>Rows are told by the fingerprint of their order, models by their own, so a count outlives the scores and is
     * shared by all who share the folder. What has no fingerprint is told by the object and counted for as long as the
     * store is open; so is everything in a store that cannot be written. Never waits for the disk but at the first
     * count of these rows, and never fails because of it; what other processes count meanwhile is seen somewhat later.
     *
     * @param order the rows
     * @param model the model
     * @param tier the name of the tier that evaluated it
     * @return how often the rows have been used so far, this time included
     */
    HoldoutUse used(StoredOrder<?> order, Predictor<?> model, String tier);

    /** Waits until everything inferred and counted so far is written, or could not be. */
    void flush();

    /** Waits as {@link #flush()} does; the store must not be used afterwards. */
    @Override
    void close();
}
