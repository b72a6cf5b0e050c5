package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.inference.ModelException;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoreEvent;
import io.github.tiercel.store.StoredOrder;
import io.github.tiercel.store.StoredScores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A store as the laws use it. Safe for use by several threads if the store is. */
final class StoreInUse implements AutoCloseable {

    private final PredictionStore store;
    private final StoredOrder<double[]> usual;

    private StoreInUse(PredictionStore store) {
        this.store = store;
        this.usual = StoreRows.usual().in(store);
    }

    static StoreInUse open(StoreUnderTest test, Path folder) {
        return new StoreInUse(test.open(folder));
    }

    PredictionStore store() {
        return store;
    }

    StoredOrder<double[]> order() {
        return usual;
    }

    StoreAnswer ask(StoreModel model, int rows) {
        return ask(usual, model, StoreRows.BATCH, rows);
    }

    StoreAnswer askAll(StoreModel model) {
        return ask(model, StoreRows.COUNT);
    }

    StoreAnswer ask(StoreRows rows, StoreModel model) {
        return ask(rows.in(store), model, StoreRows.BATCH, StoreRows.COUNT);
    }

    StoreAnswer ask(StoredOrder<double[]> order, StoreModel model, int batchRows, int rows) {
        List<StoreEvent> events = Collections.synchronizedList(new ArrayList<>());
        int before = model.asked();
        StoredScores scores = store.scores(order, model, batchRows, rows, events::add);
        return new StoreAnswer(order, model, batchRows, rows, scores, model.asked() - before, List.copyOf(events));
    }

    /** Counts the use of the usual rows by the full tier. */
    HoldoutUse used(StoreModel model) {
        return used(usual, model, "full");
    }

    HoldoutUse used(StoredOrder<double[]> order, StoreModel model, String tier) {
        return store.used(order, model, tier);
    }

    /** Requires that no score of all of these rows can be found under what the model says of itself. */
    void holdsNothingOf(StoreModel model, StoredOrder<double[]> order) {
        assertThrows(
                ModelException.class,
                () -> store.scores(order, model.absent(), StoreRows.BATCH, 1),
                "scores of another model or of other rows were given for those of " + model.fingerprint());
    }

    void holdsNothingOf(StoreModel model) {
        holdsNothingOf(model, usual);
    }

    @Override
    public void close() {
        store.close();
    }
}
