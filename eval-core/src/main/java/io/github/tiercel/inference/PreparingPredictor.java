package io.github.tiercel.inference;

import io.github.tiercel.data.Batch;
import java.util.function.Function;

/** A model that is given rows of another type, each prepared when the model asks for it. */
record PreparingPredictor<W, X>(Predictor<X> model, Function<? super W, ? extends X> preparation)
        implements DelegatingPredictor<W, X> {

    @Override
    public void predict(Batch<W> batch, ScoreSink scores) throws Exception {
        model.predict(new PreparedBatch<>(batch, preparation), scores);
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
