package io.github.tiercel.inference;

import io.github.tiercel.data.Batch;
import java.util.List;
import java.util.Optional;

/** A model under a fingerprint that its caller vouches for. */
record IdentifiedPredictor<X>(Predictor<X> model, ModelFingerprint identity) implements DelegatingPredictor<X, X> {

    @Override
    public void predict(Batch<X> batch, ScoreSink scores) throws Exception {
        model.predict(batch, scores);
    }

    @Override
    public Optional<ModelFingerprint> fingerprint() {
        return Optional.of(identity);
    }

    @Override
    public List<KnownCategories<X>> categories() {
        return model.categories();
    }
}
