package io.github.tiercel.evaluation;

import io.github.tiercel.data.Batch;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A model whose score is the only feature of a row; it counts the rows it is asked for. */
public final class CountingModel implements Predictor<double[]> {

    /** Rows that a model is asked for at its first use, to see whether batches matter: 16 together and each alone. */
    public static final int PROBED = 32;

    private final AtomicInteger asked = new AtomicInteger();
    private final Optional<ModelFingerprint> fingerprint;

    private CountingModel(Optional<ModelFingerprint> fingerprint) {
        this.fingerprint = fingerprint;
    }

    public static CountingModel anonymous() {
        return new CountingModel(Optional.empty());
    }

    public static CountingModel named(String fingerprint) {
        return new CountingModel(Optional.of(ModelFingerprint.of(fingerprint)));
    }

    @Override
    public void predict(Batch<double[]> batch, ScoreSink scores) {
        asked.addAndGet(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            scores.score(i, batch.row(i)[0]);
        }
    }

    @Override
    public Outputs outputs() {
        return Outputs.score();
    }

    @Override
    public Optional<ModelFingerprint> fingerprint() {
        return fingerprint;
    }

    /** How many rows the model was asked for so far, checks included. */
    public int asked() {
        return asked.get();
    }
}
