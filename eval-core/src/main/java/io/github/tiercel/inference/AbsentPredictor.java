package io.github.tiercel.inference;

import io.github.tiercel.data.Batch;
import java.util.Optional;

/** A model of which only the stored scores are at hand. */
record AbsentPredictor<X>(ModelFingerprint identity, Outputs outputs) implements Predictor<X> {

    @Override
    public void predict(Batch<X> batch, ScoreSink scores) {
        throw new ModelException(
                "MODEL_ABSENT",
                "The model \"" + identity.model() + "\" is not at hand, so it cannot score rows. Only"
                        + " its stored scores can be evaluated.");
    }

    @Override
    public Optional<ModelFingerprint> fingerprint() {
        return Optional.of(identity);
    }

    @Override
    public boolean isAtHand() {
        return false;
    }
}
