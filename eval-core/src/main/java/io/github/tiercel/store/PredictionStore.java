package io.github.tiercel.store;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Fingerprint;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.sampling.Strata;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
public final class PredictionStore implements AutoCloseable {

    private final MemoryTier memory = new MemoryTier();
    private final Trust trust = new Trust();
    private final Orders orders;
    private final @Nullable DiskTier disk;

    private PredictionStore(Orders orders, @Nullable DiskTier disk) {
        this.orders = orders;
        this.disk = disk;
    }

    /**
     * {@return the store in a folder, made if it does not exist}
     *
     * @param folder an empty folder, or one made by this method before
     * @throws StoreException if there is something else at this place, or a store of a later layout, or none is there
     *     and none can be made. A store that can be read but not written is opened, and new scores stay in memory
     */
    public static PredictionStore open(Path folder) {
        DiskTier disk = DiskTier.open(folder);
        return new PredictionStore(disk.orders(), disk);
    }

    /** {@return a store that forgets when it is no longer referenced} */
    public static PredictionStore inMemory() {
        return new PredictionStore(new HeldOrders(), null);
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
    public EvaluationSet frozen(EvaluationSet set, Features<?> features) {
        if (set.strata().isEmpty()) {
            return set;
        }
        RowsByKey rows = RowsByKey.of(set.keys());
        Optional<String> content = features.fingerprint(set.keys(), rows.rows());
        if (content.isEmpty()) {
            return set;
        }
        Strata own = rows.byKey(set.strata().orElseThrow());
        Strata first = orders.firstOf(Fingerprint.of(content.get() + " seed " + set.seed()), own);
        return areEqual(first, own) ? set : set.withStrata(rows.byRow(first));
    }

    private static boolean areEqual(Strata one, Strata other) {
        return one.parts().equals(other.parts())
                && IntStream.range(0, one.rows()).allMatch(row -> one.stratum(row) == other.stratum(row));
    }

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
    public <X> StoredScores scores(StoredOrder<X> order, Predictor<X> predictor, int batchRows, int rows) {
        if (!(rows >= 1 && rows <= order.rows() && batchRows >= 1)) {
            throw new IllegalArgumentException("rows must be from 1 to " + order.rows()
                    + " and batchRows at least 1, got " + rows + " and " + batchRows);
        }
        long start = System.nanoTime();
        Optional<StoreKey> known = key(order, predictor, batchRows).filter(trust::isTrusted);
        Object key =
                known.<Object>map(stored -> stored).orElseGet(() -> new AnonymousModel(predictor, order, batchRows));
        // Nobody vouches that a model without a fingerprint stays as it is, so it is checked at every use.
        Trust.Of trusted = new Trust.Of(known.isPresent() ? trust : new Trust(), key, predictor);
        ModelFilling<X> filling =
                new ModelFilling<>(order, predictor, batchRows, rows, trusted, known.flatMap(this::onDisk));
        Prefix found = memory.atLeast(rows, key, filling);
        return filling.scores(found, System.nanoTime() - start);
    }

    private Optional<StoredModel> onDisk(StoreKey key) {
        return Optional.ofNullable(disk).map(kept -> new StoredModel(kept, key));
    }

    private static <X> Optional<StoreKey> key(StoredOrder<X> order, Predictor<X> predictor, int batchRows) {
        Optional<ModelFingerprint> model = predictor.fingerprint();
        return model.flatMap(known -> order.fingerprint()
                .map(rows -> new StoreKey(
                        known,
                        rows,
                        predictor.outputs(),
                        predictor.isBatchVariant() ? OptionalInt.of(batchRows) : OptionalInt.empty())));
    }

    /** Waits until everything inferred so far is written, or could not be. */
    public void flush() {
        if (disk != null) {
            disk.flush();
        }
    }

    /** Waits as {@link #flush()} does; the store must not be used afterwards. */
    @Override
    public void close() {
        if (disk != null) {
            disk.close();
        }
    }
}
