package io.github.tiercel.store;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Fingerprint;
import io.github.tiercel.data.RowsByKey;
import io.github.tiercel.inference.BatchSize;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.Notice;
import io.github.tiercel.sampling.Strata;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores in memory, and behind it in a folder where there is one. Safe for use by several threads. */
final class TieredStore implements PredictionStore {

    private final MemoryTier memory = new MemoryTier();
    private final Trust trust = new Trust();
    private final Orders orders;
    private final @Nullable DiskTier disk;
    private final KeyChoice keys;
    private final UseCounters uses;

    private TieredStore(Orders orders, @Nullable DiskTier disk) {
        this.orders = orders;
        this.disk = disk;
        this.keys = new KeyChoice(key -> memory.holds(key) || (disk != null && disk.holds(key)));
        this.uses = new UseCounters(disk);
    }

    static PredictionStore open(Path folder, StoreOptions options) {
        DiskTier disk = DiskTier.open(folder, options);
        return new TieredStore(disk.orders(), disk);
    }

    static PredictionStore inMemory() {
        return new TieredStore(new HeldOrders(), null);
    }

    @Override
    public EvaluationSet frozen(EvaluationSet set, Features<?> features) {
        if (features.isSequential() || set.strata().isEmpty()) {
            return set;
        }
        RowsByKey rows = RowsByKey.of(set.keys());
        Optional<String> content = features.fingerprint(set.keys(), rows.rows());
        if (content.isEmpty()) {
            return set;
        }
        Strata own = set.strata().orElseThrow().ofRows(rows.rows());
        Strata first = orders.firstOf(Fingerprint.of(content.get() + " seed " + set.seed()), own);
        return areEqual(first, own) ? set : set.withStrata(first.ofRows(rows.ranks()));
    }

    private static boolean areEqual(Strata one, Strata other) {
        return one.parts().equals(other.parts())
                && IntStream.range(0, one.rows()).allMatch(row -> one.stratum(row) == other.stratum(row));
    }

    @Override
    public <X> StoredScores scores(
            StoredOrder<X> order, Predictor<X> predictor, BatchSize size, int rows, Consumer<StoreEvent> events) {
        if (!(rows >= 1 && rows <= order.rows())) {
            throw new IllegalArgumentException("rows must be from 1 to " + order.rows() + ", got " + rows);
        }
        long start = System.nanoTime();
        List<Notice> unknown = CategoryCheck.of(order.features(), order.order(), rows, predictor);
        KeyChoice.Chosen chosen = keys.of(order, predictor, size.rows(), events);
        BatchSize batchSize = chosen.isForAnyBatch() ? size : BatchSize.of(size.rows());
        Optional<StoreKey> known = chosen.key().filter(trust::isTrusted);
        Object key =
                known.<Object>map(stored -> stored).orElseGet(() -> new AnonymousModel(predictor, order, batchSize));
        Trust.Of trusted = known.map(stored -> trust.of(stored, predictor)).orElseGet(Trust::never);
        Events told = new Events(known.map(StoreKey::hex), events);
        ModelFilling<X> filling = new ModelFilling<>(
                order, predictor, batchSize, rows, trusted, known.flatMap(stored -> onDisk(stored, told)), told);
        filling.startsAfter(chosen, unknown);
        try {
            Prefix found = memory.atLeast(rows, key, filling);
            return filling.scores(found, System.nanoTime() - start);
        } finally {
            known.ifPresent(stored -> describe(stored, order));
        }
    }

    private Optional<StoredModel> onDisk(StoreKey key, Events events) {
        return Optional.ofNullable(disk).map(kept -> new StoredModel(kept, key, events));
    }

    private void describe(StoreKey key, StoredOrder<?> order) {
        if (disk != null) {
            disk.describe(key, order);
        }
    }

    @Override
    public HoldoutUse used(StoredOrder<?> order, Predictor<?> model, String tier) {
        return uses.used(order, model, tier);
    }

    @Override
    public void flush() {
        if (disk != null) {
            disk.flush();
        }
    }

    @Override
    public void close() {
        if (disk != null) {
            disk.close();
        }
    }
}
