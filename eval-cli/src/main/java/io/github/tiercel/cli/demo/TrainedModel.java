package io.github.tiercel.cli.demo;

import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.EpochHistory;

/**
 * The best model of a training run, and how the run went.
 *
 * @since 0.1
 */
public final class TrainedModel {

    private final Predictor<Flight> predictor;
    private final EpochHistory history;

    TrainedModel(Predictor<Flight> predictor, EpochHistory history) {
        this.predictor = predictor;
        this.history = history;
    }

    Predictor<Flight> predictor() {
        return predictor;
    }

    /** {@return the epochs of the run} */
    public EpochHistory history() {
        return history;
    }

    /** {@return the epoch after which the model was as it is} */
    public int epoch() {
        return history.bestEpoch().orElseThrow();
    }
}
