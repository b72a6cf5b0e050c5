package io.github.tiercel.cli;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A model whose rows are counted for whoever waits for it. */
final class WatchedPredictor implements Predictor<FeatureRow> {

    private final Predictor<FeatureRow> model;
    private final ProgressBar bar;
    private final AtomicLong rows = new AtomicLong();

    WatchedPredictor(Predictor<FeatureRow> model, ProgressBar bar) {
        this.model = model;
        this.bar = bar;
    }

    @Override
    public void predict(Batch<FeatureRow> batch, ScoreSink scores) throws Exception {
        model.predict(batch, scores);
        bar.inferred(rows.addAndGet(batch.size()));
    }

    @Override
    public Outputs outputs() {
        return model.outputs();
    }

    @Override
    public Optional<ModelFingerprint> fingerprint() {
        return model.fingerprint();
    }

    @Override
    public int concurrency() {
        return model.concurrency();
    }

    @Override
    public boolean isBatchVariant() {
        return model.isBatchVariant();
    }
}
