package io.github.tiercel.serving;

import io.github.tiercel.data.Batch;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Predictor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a model with batches that were assembled before, one after another and then again from the first. One
 * thread.
 */
final class ModelCalls<X> implements Calls {

    private final Predictor<X> model;
    private final List<int[]> rows;
    private final List<Batch<X>> batches;
    private final CountingSink scores;
    private int next;

    ModelCalls(Predictor<X> model, List<int[]> rows, List<Batch<X>> batches) {
        this.model = model;
        this.rows = rows;
        this.batches = batches;
        this.scores = new CountingSink(model.outputs().count());
    }

    @Override
    public void next() throws InterruptedException {
        int now = next;
        next = now + 1 == batches.size() ? 0 : now + 1;
        scores.clear();
        try {
            model.predict(batches.get(now), scores);
        } catch (Exception | StackOverflowError thrown) {
            throw failure(thrown, rows.get(now));
        }
        scores.requireAll(rows.get(now));
    }

    /** What a model throws on a thread that was told to stop says nothing about the model. */
    private static ModelException failure(Throwable thrown, int[] rows) throws InterruptedException {
        if (thrown instanceof InterruptedException interruption) {
            throw interruption;
        }
        if (Thread.interrupted()) {
            InterruptedException interruption = new InterruptedException("interrupted while the model was at work");
            interruption.initCause(thrown);
            throw interruption;
        }
        return thrown instanceof ModelException known ? known.inRows(rows) : threw(thrown, rows);
    }

    private static ModelException threw(Throwable thrown, int[] rows) {
        String type = thrown.getClass().getSimpleName();
        @Nullable String said = thrown.getMessage();
        return new ModelException(
                "The model threw " + (type.isEmpty() ? thrown.getClass().getName() : type) + " when it was timed on "
                        + TimedRows.of(rows) + (said == null || said.isBlank() ? "." : ": " + said),
                thrown);
    }
}
