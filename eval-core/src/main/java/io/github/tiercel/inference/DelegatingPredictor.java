package io.github.tiercel.inference;

import java.util.Optional;

/** A model that is another one in all but what it says itself: under another name, for other rows, or watched. */
interface DelegatingPredictor<W, X> extends Predictor<W> {

    Predictor<X> model();

    @Override
    default Outputs outputs() {
        return model().outputs();
    }

    @Override
    default Optional<ModelFingerprint> fingerprint() {
        return model().fingerprint();
    }

    @Override
    default int concurrency() {
        return model().concurrency();
    }

    @Override
    default boolean isBatchVariant() {
        return model().isBatchVariant();
    }

    @Override
    default boolean isAtHand() {
        return model().isAtHand();
    }
}
