package io.github.tiercel.evaluation;

import io.github.tiercel.data.Batch;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A model whose rows are counted as it scores them. */
record CountedPredictor<X>(Predictor<X> model, AtomicLong rows) implements Predictor<X> {

    @Override
    public void predict(Batch<X> batch, ScoreSink scores) throws Exception {
        model.predict(batch, scores);
        rows.addAndGet(batch.size());
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

    @Override
    public boolean isAtHand() {
        return model.isAtHand();
    }
}
