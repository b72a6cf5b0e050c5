package io.github.tiercel.inference;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.Consumer;

/** One pass of a model over contiguous positions. */
final class InferenceRun<X> {

    /** Batches at work or waiting to be handed on, a thread: enough that an uneven batch holds up no thread. */
    private static final int PENDING_PER_THREAD = 2;

    private final BatchRange<X> range;
    private final BatchScoring<X> scoring;
    private final int from;
    private final int to;
    private final Consumer<ScoreBlock> blocks;
    private final AtomicInteger handedOn;

    InferenceRun(BatchRange<X> range, BatchScoring<X> scoring, int from, int to, Consumer<ScoreBlock> blocks) {
        this.range = range;
        this.scoring = scoring;
        this.from = from;
        this.to = to;
        this.blocks = blocks;
        this.handedOn = new AtomicInteger(from);
    }

    InferenceTime time(int threads) {
        long start = System.nanoTime();
        try (BatchSource<X> source = source()) {
            long waiting = threads == 1 ? onThisThread(source) : onWorkers(source, threads);
            return new InferenceTime(to - from, System.nanoTime() - start, waiting);
        } catch (InterruptedException e) {
            throw ModelException.interrupted(handedOn.get() - from, to - from, e);
        }
    }

    private BatchSource<X> source() {
        return range.features().inMemory() ? new DirectBatches<>(range) : PrefetchedBatches.upTo(to, range);
    }

    /** {@return the nanoseconds in which the model waited} */
    private long onThisThread(BatchSource<X> source) throws InterruptedException {
        long waiting = 0;
        while (handedOn.get() < to) {
            requireNotInterrupted();
            long asked = System.nanoTime();
            AssembledBatch<X> batch = source.from(handedOn.get());
            waiting += System.nanoTime() - asked;
            handOn(scoring.score(batch));
        }
        return waiting;
    }

    /** {@return the nanoseconds in which no thread had anything to score} */
    private long onWorkers(BatchSource<X> source, int threads) throws InterruptedException {
        long waiting = 0;
        LongAccumulator lastScored = new LongAccumulator(Math::max, System.nanoTime());
        try (Ahead<ScoreBlock> workers = new Ahead<>("tiercel-inference", threads)) {
            int position = from;
            while (handedOn.get() < to) {
                requireNotInterrupted();
                while (position < to && workers.pending() < PENDING_PER_THREAD * threads) {
                    long asked = System.nanoTime();
                    AssembledBatch<X> batch = source.from(position);
                    if (workers.allDone()) {
                        waiting += System.nanoTime() - Math.max(asked, lastScored.get());
                    }
                    workers.start(() -> score(batch, lastScored));
                    position = range.boundary(position + 1);
                }
                handOn(workers.next());
            }
        }
        return waiting;
    }

    private ScoreBlock score(AssembledBatch<X> batch, LongAccumulator lastScored) throws InterruptedException {
        ScoreBlock block = scoring.score(batch);
        lastScored.accumulate(System.nanoTime());
        return block;
    }

    private void handOn(ScoreBlock block) {
        scoring.requireSameOutputs();
        blocks.accept(block);
        handedOn.set(block.to());
    }

    private static void requireNotInterrupted() throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("interrupted between batches");
        }
    }
}
