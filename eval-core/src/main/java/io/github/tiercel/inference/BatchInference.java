package io.github.tiercel.inference;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.Features;
import io.github.tiercel.sampling.RowOrder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Gives a model its rows in batches, by their positions in an order.
 *
 * <p>Batch boundaries lie at multiples of the batch size, so the batch in which a row is scored does not depend on how
 * often the work was interrupted. While the model scores one batch, the next two are assembled on another thread (the
 * next 65,536 rows, if they are {@linkplain Features#isSequential() read in this order}), unless rows are
 * {@linkplain Features#inMemory() in memory}. Equal input gives equal bits, whatever the model's
 * {@linkplain Predictor#concurrency() concurrency}.
 *
 * <p>Every output of every row must come exactly once and be a number; where it does not, the {@link ModelException}
 * names the first three rows, counted from 1 in the caller's order.
 *
 * <p>Memory: the batches ahead, and for each thread the rows and scores of two. A pass that fails waits until the model
 * has returned on every thread. To be run by one thread at a time, because the model may allow no more.
 *
 * <pre>{@code
 * BatchInference<double[]> inference = BatchInference.of(features, set.order(), model, 1024);
 * InferenceTime time = inference.run(0, inference.boundary(65_536), block -> scores.add(block));
 * }</pre>
 *
 * @param <X> what the model reads of one row
 * @since 0.1
 */
public final class BatchInference<X> {

    /** Rows in a batch unless another number is named; models on the CPU gain nothing beyond. */
    public static final int DEFAULT_BATCH_ROWS = 1024;

    /** A model may say that any number of threads may call it. */
    private static final int MOST_THREADS = 64;

    private final BatchRange<X> range;
    private final BatchScoring<X> scoring;
    private final int concurrency;

    private BatchInference(BatchRange<X> range, BatchScoring<X> scoring, int concurrency) {
        this.range = range;
        this.scoring = scoring;
        this.concurrency = concurrency;
    }

    /**
     * {@return inference of a model}
     *
     * @param features the rows
     * @param order the order of their positions
     * @param predictor the model
     * @param batchRows rows in a batch, at least 1
     * @param <X> what the model reads of one row
     * @throws IllegalArgumentException if {@code batchRows} or the model's concurrency is below 1
     * @throws DataException if features and order differ in their number of rows
     */
    public static <X> BatchInference<X> of(
            Features<X> features, RowOrder order, Predictor<X> predictor, int batchRows) {
        if (batchRows < 1) {
            throw new IllegalArgumentException("batchRows must be at least 1, got " + batchRows);
        }
        if (features.rows() != order.size()) {
            throw new DataException(
                    "LENGTH_MISMATCH",
                    "Got features of " + CallerRows.number(features.rows()) + " rows but "
                            + CallerRows.number(order.size())
                            + " rows to evaluate. Each row needs features, in the same order.");
        }
        int concurrency = predictor.concurrency();
        if (concurrency < 1) {
            throw new IllegalArgumentException("A model must allow at least one thread, but its concurrency() is "
                    + concurrency + ". Give 1 if several threads must not call it at a time.");
        }
        BatchScoring<X> scoring = new BatchScoring<>(predictor, predictor.outputs());
        return new BatchInference<>(new BatchRange<>(features, order, batchRows), scoring, concurrency);
    }

    /** {@return rows in a batch} */
    public int batchRows() {
        return range.batchRows();
    }

    /**
     * {@return the first batch boundary at or after a position: where inference of the rows before it ends}
     *
     * @param position in [0, rows]
     */
    public int boundary(int position) {
        return range.boundary(position);
    }

    /**
     * Scores contiguous positions. A model that allows one thread is called by this thread; one that allows more is
     * called by that many others, 64 at most, if there are that many batches.
     *
     * @param from the first position; if it is no batch boundary, the first batch is a shorter one
     * @param to the position after the last, a boundary
     * @param blocks takes the scores of each batch, in the order of positions, on the calling thread
     * @return what it took
     * @throws ModelException if the model throws, gives NaN, or gives too few or too many scores; or this thread is
     *     interrupted, see {@link ModelException#isInterrupted()}. The blocks handed on before are good, and no thread
     *     is left running. What {@code features} and {@code blocks} throw, and errors but for a stack overflow, come as
     *     they are
     * @throws IllegalArgumentException if the range is not within the rows, {@code to} is no boundary, or the model's
     *     outputs have changed
     */
    public InferenceTime run(int from, int to, Consumer<ScoreBlock> blocks) {
        requireRange(from, to);
        if (boundary(to) != to) {
            throw new IllegalArgumentException("to must be a batch boundary, a multiple of " + batchRows() + " or the "
                    + range.order().size() + " rows, got " + to);
        }
        scoring.requireSameOutputs();
        int threads = Math.max(1, Math.min(Math.min(concurrency, MOST_THREADS), range.batches(from, to)));
        return new InferenceRun<>(range, scoring, from, to, blocks, System::nanoTime).time(threads);
    }

    /**
     * {@return the scores of contiguous positions that the model is given as one batch, on this thread}
     *
     * @param from the first position
     * @param to the position after the last; need be no boundary
     * @throws ModelException as from {@link #run}
     * @throws IllegalArgumentException if the range is empty or not within the rows, or the model's outputs have
     *     changed
     */
    public ScoreBlock infer(int from, int to) {
        requireRange(from, to);
        if (from == to) {
            throw new IllegalArgumentException("a batch must have at least one row, got from " + from + " to " + to);
        }
        scoring.requireSameOutputs();
        try {
            return scoring.score(range.batch(from, to));
        } catch (InterruptedException e) {
            throw ModelException.interrupted(0, to - from, e);
        }
    }

    /** The time that the model takes to score the first rows as one batch, assembled before. */
    long nanos(int rows, LongSupplier clock) {
        try {
            AssembledBatch<X> batch = range.batch(0, rows);
            long start = clock.getAsLong();
            scoring.score(batch);
            return clock.getAsLong() - start;
        } catch (InterruptedException e) {
            throw ModelException.interrupted(0, rows, e);
        }
    }

    private void requireRange(int from, int to) {
        if (!(from >= 0 && from <= to && to <= range.order().size())) {
            throw new IllegalArgumentException(
                    "from and to must be ascending in [0, " + range.order().size() + "], got " + from + " and " + to);
        }
    }
}
