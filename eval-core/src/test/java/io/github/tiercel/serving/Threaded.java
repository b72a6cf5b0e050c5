package io.github.tiercel.serving;

import io.github.tiercel.data.Batch;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;

/** A model that allows so many threads. */
record Threaded(Predictor<double[]> model, int concurrency) implements Predictor<double[]> {

    @Override
    public void predict(Batch<double[]> batch, ScoreSink scores) throws Exception {
        model.predict(batch, scores);
    }

    @Override
    public Outputs outputs() {
        return model.outputs();
    }
}
