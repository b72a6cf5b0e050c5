package io.github.tiercel.testkit;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Fingerprint;
import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.BatchProbe;
import io.github.tiercel.inference.BatchSize;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreBlock;
import io.github.tiercel.inference.ScoreDifference;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoreEvent;
import io.github.tiercel.store.StoredOrder;
import io.github.tiercel.store.StoredScores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A store that has nothing in common with Tiercel's own: maps in memory, which play the part of folders, and a lock for
 * each key. Its parts are methods, so that a test can get one of them wrong.
 */
class SmallStore implements PredictionStore {

    private static final Map<Path, Shelf> SHELVES = new ConcurrentHashMap<>();

    private final Shelf shelf;
    private final Shelf own = new Shelf();
    private final BatchProbe probe = new BatchProbe();

    SmallStore(Path folder) {
        this.shelf = SHELVES.computeIfAbsent(folder, unknown -> new Shelf());
    }

    /** What a folder holds. */
    record Shelf(Map<Object, Kept> scores, Map<String, Strata> orders, Map<Object, List<Use>> uses) {
        Shelf() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    /** One evaluation; the model is what tells it from others. */
    record Use(Object model, String tier) {}

    /** Scores under one key: batches without a gap, and the models that were found to give them. */
    static final class Kept {
        final ReentrantLock lock = new ReentrantLock();
        final List<ScoreBlock> blocks = new ArrayList<>();
        final Set<Predictor<?>> checked = Collections.newSetFromMap(new WeakHashMap<>());

        int rows() {
            return blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).to();
        }
    }

    /** What tells scores from others; batchRows is 0 unless they depend on it. */
    record Key(ModelFingerprint model, String order, Outputs outputs, int batchRows) {}

    /** The same where nothing but the objects does. */
    record Nameless(Identity model, Identity order, Outputs outputs, int batchRows) {}

    record Identity(Object object) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Identity identity && identity.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    /** What one request found out on its way. */
    static final class Request<X> {
        final StoredOrder<X> order;
        final Predictor<X> model;
        final int batchRows;
        final int rows;
        final Consumer<StoreEvent> events;
        final List<Notice> notices = new ArrayList<>();
        Object key = "";
        int reused;
        int checked;
        int inferred;

        Request(StoredOrder<X> order, Predictor<X> model, int batchRows, int rows, Consumer<StoreEvent> events) {
            this.order = order;
            this.model = model;
            this.batchRows = batchRows;
            this.rows = rows;
            this.events = events;
        }

        BatchInference<X> inference() {
            return BatchInference.of(order.features(), order.order(), model, batchRows);
        }

        void notice(String code) {
            notices.add(new Notice(code, code + " of " + model));
        }
    }

    @Override
    public EvaluationSet frozen(EvaluationSet set, Features<?> features) {
        if (set.strata().isEmpty()) {
            return set;
        }
        long[] keys = set.keys();
        int[] byKey = IntStream.range(0, set.rows())
                .boxed()
                .sorted(Comparator.comparingLong(row -> keys[row]))
                .mapToInt(row -> row)
                .toArray();
        return features.fingerprint(keys, byKey)
                .map(content -> frozen(set, content + set.seed(), byKey))
                .orElse(set);
    }

    EvaluationSet frozen(EvaluationSet set, String content, int[] byKey) {
        int[] places = new int[byKey.length];
        for (int place = 0; place < byKey.length; place++) {
            places[byKey[place]] = place;
        }
        Strata own = set.strata().orElseThrow().ofRows(byKey);
        return set.withStrata(orders().computeIfAbsent(content, unknown -> own).ofRows(places));
    }

    Map<String, Strata> orders() {
        return shelf.orders();
    }

    @Override
    public <X> StoredScores scores(
            StoredOrder<X> order, Predictor<X> model, BatchSize batch, int rows, Consumer<StoreEvent> events) {
        requirePossible(order, rows);
        Request<X> request = new Request<>(order, model, batch.rows(), rows, quiet(events));
        request.key = key(request);
        Kept kept = shelf(request.key).computeIfAbsent(request.key, unknown -> new Kept());
        lock(kept);
        try {
            use(kept, request);
            infer(kept, request);
            return answer(kept, request);
        } finally {
            kept.lock.unlock();
        }
    }

    /** What has no name is not for others. */
    Map<Object, Kept> shelf(Object key) {
        return key instanceof Key ? shelf.scores() : own.scores();
    }

    void requirePossible(StoredOrder<?> order, int rows) {
        if (rows < 1 || rows > order.rows()) {
            throw new IllegalArgumentException("got " + rows + " rows");
        }
    }

    Consumer<StoreEvent> quiet(Consumer<StoreEvent> events) {
        return event -> {
            try {
                events.accept(event);
            } catch (RuntimeException e) {
                // Whoever listens is not to harm anybody.
            }
        };
    }

    <X> Object key(Request<X> request) {
        Optional<String> order = orderOf(request);
        if (request.model.fingerprint().isEmpty() || order.isEmpty()) {
            return new Nameless(
                    new Identity(request.model),
                    new Identity(request.order),
                    request.model.outputs(),
                    request.batchRows);
        }
        int batchRows = isBatchVariant(request) ? request.batchRows : 0;
        return new Key(request.model.fingerprint().get(), order.get(), request.model.outputs(), batchRows);
    }

    Optional<String> orderOf(Request<?> request) {
        return request.order.fingerprint();
    }

    <X> boolean isBatchVariant(Request<X> request) {
        if (!probe.isKnown(request.model)) {
            probe.tried(request.order.features(), request.order.order(), request.model)
                    .ifPresent(found -> request.checked += found.rows());
        }
        if (probe.isVariant(request.model)) {
            request.notice("BATCH_VARIANT");
        }
        return probe.isVariant(request.model);
    }

    void lock(Kept kept) {
        try {
            kept.lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw ModelException.interrupted("interrupted while another caller was at work", e);
        }
    }

    /** Takes what is there, if it still is the model's. */
    <X> void use(Kept kept, Request<X> request) {
        if (kept.rows() > 0 && !request.model.isAtHand()) {
            request.notice("NOT_RECHECKED");
        } else if (kept.rows() > 0 && !isChecked(kept, request) && !agrees(kept, request)) {
            request.notice("CHANGED_MODEL");
            kept.blocks.clear();
        }
        request.reused = Math.min(request.rows, kept.rows());
    }

    boolean isChecked(Kept kept, Request<?> request) {
        return request.key instanceof Key && kept.checked.contains(request.model);
    }

    <X> boolean agrees(Kept kept, Request<X> request) {
        ScoreBlock block = kept.blocks.get(kept.blocks.size() / 2);
        ScoreBlock again = request.inference().infer(block.from(), block.to());
        ScoreDifference difference = ScoreDifference.between(block, again);
        request.checked += again.rows();
        kept.checked.add(request.model);
        request.events.accept(
                new StoreEvent.SpotChecked(name(request), again.rows(), difference.largest(), difference.isRounding()));
        return difference.isRounding();
    }

    <X> void infer(Kept kept, Request<X> request) {
        if (kept.rows() >= request.rows) {
            request.events.accept(new StoreEvent.Hit(name(request), request.rows));
            return;
        }
        request.events.accept(
                kept.rows() == 0
                        ? new StoreEvent.Miss(name(request), request.rows)
                        : new StoreEvent.Resumed(name(request), kept.rows(), request.rows));
        BatchInference<X> inference = request.inference();
        request.inferred = inference
                .run(kept.rows(), inference.boundary(request.rows), block -> keep(kept, block))
                .rows();
    }

    void keep(Kept kept, ScoreBlock block) {
        kept.blocks.add(block);
    }

    <X> StoredScores answer(Kept kept, Request<X> request) {
        return StoredScores.of(
                kept.blocks,
                new InferenceCost(0, request.inferred, request.reused, request.checked, 0, 0),
                request.notices);
    }

    Optional<String> name(Request<?> request) {
        return request.key instanceof Key key ? Optional.of(Fingerprint.of(key.toString())) : Optional.empty();
    }

    @Override
    public HoldoutUse used(StoredOrder<?> order, Predictor<?> model, String tier) {
        Object rows = rows(order);
        List<Use> uses = uses(rows).computeIfAbsent(rows, unknown -> new ArrayList<>());
        synchronized (uses) {
            uses.add(new Use(modelOf(model), tier));
            Map<String, HoldoutUse.TierUse> tiers = new TreeMap<>();
            for (Use use : uses) {
                List<Use> ofTier = uses.stream()
                        .filter(other -> other.tier().equals(use.tier()))
                        .toList();
                tiers.put(use.tier(), new HoldoutUse.TierUse(models(ofTier), ofTier.size()));
            }
            return new HoldoutUse(models(uses), uses.size(), tiers, true);
        }
    }

    /** What tells rows from others. */
    Object rows(StoredOrder<?> order) {
        return order.fingerprint().<Object>map(hex -> hex).orElseGet(() -> new Identity(order));
    }

    Object modelOf(Predictor<?> model) {
        return model.fingerprint().<Object>map(known -> known).orElseGet(() -> new Identity(model));
    }

    Map<Object, List<Use>> uses(Object rows) {
        return rows instanceof String ? shelf.uses() : own.uses();
    }

    int models(List<Use> uses) {
        return (int) uses.stream().map(Use::model).distinct().count();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
