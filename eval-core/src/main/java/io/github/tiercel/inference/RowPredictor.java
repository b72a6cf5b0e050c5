package io.github.tiercel.inference;

import io.github.tiercel.data.Batch;
import java.util.function.ToDoubleFunction;

/** A function of one row as a model. */
record RowPredictor<X>(ToDoubleFunction<? super X> model) implements Predictor<X> {

    private static final Outputs SCORE = Outputs.score();

    @Override
    public void predict(Batch<X> batch, ScoreSink scores) {
        for (int i = 0; i < batch.size(); i++) {
            scores.score(i, model.applyAsDouble(batch.row(i)));
        }
    }

    @Override
    public Outputs outputs() {
        return SCORE;
    }
}
