package io.github.tiercel.inference;

import io.github.tiercel.data.Batch;
import java.util.List;
import java.util.function.IntConsumer;

/** A model that tells how many rows it has scored, batch by batch. */
record WatchedPredictor<X>(Predictor<X> model, IntConsumer watcher) implements DelegatingPredictor<X, X> {

    @Override
    public void predict(Batch<X> batch, ScoreSink scores) throws Exception {
        model.predict(batch, scores);
        watcher.accept(batch.size());
    }

    @Override
    public List<KnownCategories<X>> categories() {
        return model.categories();
    }
}
