package io.github.tiercel.inference;

import io.github.tiercel.data.Batch;
import java.util.Optional;

/** A model under a fingerprint that its caller vouches for. */
record IdentifiedPredictor<X>(Predictor<X> model, ModelFingerprint identity) implements Predictor<X> {

    @Override
    public void predict(Batch<X> batch, ScoreSink scores) throws Exception {
        model.predict(batch, scores);
    }

    @Override
    public Outputs outputs() {
        return model.outputs();
    }

    @Override
    public Optional<ModelFingerprint> fingerprint() {
        return Optional.of(identity);
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
