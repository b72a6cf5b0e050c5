package io.github.tiercel.testkit;

import io.github.tiercel.data.Batch;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that counts the rows it is asked for, and the threads that ask at a time. Equal to itself only. */
final class StoreModel implements Predictor<double[]> {

    private final Optional<ModelFingerprint> fingerprint;
    private final Outputs outputs;
    private final boolean batchVariant;
    private final Act act;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger callers = new AtomicInteger();
    private final AtomicInteger mostCallers = new AtomicInteger();

    private StoreModel(Optional<ModelFingerprint> fingerprint, Outputs outputs, boolean batchVariant, Act act) {
        this.fingerprint = fingerprint;
        this.outputs = outputs;
        this.batchVariant = batchVariant;
        this.act = act;
    }

    /** What a model does with a batch. */
    @FunctionalInterface
    interface Act {
        void on(Batch<double[]> batch, ScoreSink scores) throws Exception;
    }

    /** How a model scores one output of a row. */
    @FunctionalInterface
    interface Formula {
        double score(double[] row, int output);
    }

    /** One whose scores tell the row, under the name. */
    static StoreModel named(String name) {
        return anonymous().under(ModelFingerprint.of(name));
    }

    static StoreModel anonymous() {
        return new StoreModel(Optional.empty(), Outputs.score(), false, (batch, scores) -> {}).times(1);
    }

    /** A model whose scores tell the largest row of the batch. */
    static StoreModel relativeToTheBatch(String name) {
        return StoreModel.named(name).doing((batch, scores) -> {
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < batch.size(); i++) {
                largest = Math.max(largest, batch.row(i)[0]);
            }
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, batch.row(i)[0] - largest);
            }
        });
    }

    StoreModel under(ModelFingerprint other) {
        return new StoreModel(Optional.of(other), outputs, batchVariant, act);
    }

    /** Its scores are so many times those of others. */
    StoreModel times(double weight) {
        return scoring((row, output) -> weight * (row[0] + row[1]));
    }

    StoreModel scoring(Formula formula) {
        return giving(outputs, formula);
    }

    StoreModel giving(Outputs others, Formula formula) {
        return new StoreModel(fingerprint, others, batchVariant, (batch, scores) -> {
            for (int i = 0; i < batch.size(); i++) {
                for (int output = 0; output < others.count(); output++) {
                    scores.score(i, output, formula.score(batch.row(i), output));
                }
            }
        });
    }

    StoreModel doing(Act other) {
        return new StoreModel(fingerprint, outputs, batchVariant, other);
    }

    /** Does something before every batch. */
    StoreModel after(Act first) {
        return doing((batch, scores) -> {
            first.on(batch, scores);
            act.on(batch, scores);
        });
    }

    /** Says that its scores depend on the batch, so that nobody has to try. */
    StoreModel saysItIsBatchVariant() {
        return new StoreModel(fingerprint, outputs, true, act);
    }

    /** Another object that does the same. */
    StoreModel again() {
        return new StoreModel(fingerprint, outputs, batchVariant, act);
    }

    /** What is left when only its scores are at hand. */
    Predictor<double[]> absent() {
        return Predictor.absent(fingerprint.orElseThrow(), outputs);
    }

    @Override
    public void predict(Batch<double[]> batch, ScoreSink scores) throws Exception {
        asked.addAndGet(batch.size());
        mostCallers.accumulateAndGet(callers.incrementAndGet(), Math::max);
        try {
            act.on(batch, scores);
        } finally {
            callers.decrementAndGet();
        }
    }

    @Override
    public Outputs outputs() {
        return outputs;
    }

    @Override
    public Optional<ModelFingerprint> fingerprint() {
        return fingerprint;
    }

    @Override
    public boolean isBatchVariant() {
        return batchVariant;
    }

    /** How many rows it was asked for so far, those of checks included. */
    int asked() {
        return asked.get();
    }

    int mostCallers() {
        return mostCallers.get();
    }
}
