package io.github.tiercel.inference;

import io.github.tiercel.data.Batch;
import java.util.Optional;
import java.util.function.Function;

/** A model that is given rows of another type, each prepared when the model asks for it. */
record PreparingPredictor<W, X>(Predictor<X> model, Function<? super W, ? extends X> preparation)
        implements Predictor<W> {

    @Override
    public void predict(Batch<W> batch, ScoreSink scores) throws Exception {
        model.predict(new PreparedBatch<>(batch, preparation), scores);
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

    private record PreparedBatch<W, X>(Batch<W> rows, Function<? super W, ? extends X> preparation)
            implements Batch<X> {

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public X row(int i) {
            return preparation.apply(rows.row(i));
        }
    }
}
