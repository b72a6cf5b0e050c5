package io.github.tiercel.store;

import io.github.tiercel.data.Batch;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.util.Optional;

/**
 * Scores a row with the square root of its only feature. Something may happen before each whole batch, but not before
 * the smaller ones in which a store tries a model.
 */
record RootModel(Runnable beforeBatch, double shift) implements Predictor<double[]> {

    static final ModelFingerprint NAME = ModelFingerprint.of("root");

    RootModel() {
        this(() -> {});
    }

    RootModel(Runnable beforeBatch) {
        this(beforeBatch, 0);
    }

    /** The same model under the same name, whose scores are a little larger. */
    RootModel shiftedBy(double difference) {
        return new RootModel(beforeBatch, difference);
    }

    @Override
    public void predict(Batch<double[]> batch, ScoreSink scores) {
        if (batch.size() == FailingDisk.BATCH) {
            beforeBatch.run();
        }
        for (int i = 0; i < batch.size(); i++) {
            scores.score(i, Math.sqrt(batch.row(i)[0]) + shift);
        }
    }

    @Override
    public Outputs outputs() {
        return Outputs.score();
    }

    @Override
    public Optional<ModelFingerprint> fingerprint() {
        return Optional.of(NAME);
    }
}
