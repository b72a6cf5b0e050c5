package io.github.tiercel.inference;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** One pass of a model over contiguous positions. */
final class InferenceRun<X> {

    /** Batches at work or waiting to be handed on, a thread: enough that an uneven batch holds up no thread. */
    private static final int PENDING_PER_THREAD = 2;

    private final BatchRange<X> range;
    private final BatchScoring<X> scoring;
    private final int from;
    private final int to;
    private final Consumer<ScoreBlock> blocks;
    private final LongSupplier clock;
    private final AtomicInteger handedOn;

    InferenceRun(
            BatchRange<X> range,
            BatchScoring<X> scoring,
            int from,
            int to,
            Consumer<ScoreBlock> blocks,
            LongSupplier clock) {
        this.range = range;
        this.scoring = scoring;
        this.from = from;
        this.to = to;
        this.blocks = blocks;
        this.clock = clock;
        this.handedOn = new AtomicInteger(from);
    }

    InferenceTime time(int threads) {
        try (BatchSource<X> source = source()) {
            return time(threads, source);
        } catch (InterruptedException e) {
            throw ModelException.interrupted(handedOn.get() - from, to - from, e);
        }
    }

    /** The same from given batches. */
    InferenceTime time(int threads, BatchSource<X> source) throws InterruptedException {
        long start = clock.getAsLong();
        long waiting = threads == 1 ? onThisThread(source) : onWorkers(source, threads);
        return new InferenceTime(to - from, clock.getAsLong() - start, waiting);
    }

    private BatchSource<X> source() {
        return range.features().inMemory() ? new DirectBatches<>(range) : PrefetchedBatches.upTo(to, range);
    }

    /** {@return the nanoseconds in which the model waited} */
    private long onThisThread(BatchSource<X> source) throws InterruptedException {
        long waiting = 0;
        while (handedOn.get() < to) {
            requireNotInterrupted();
            long asked = clock.getAsLong();
            AssembledBatch<X> batch = source.from(handedOn.get());
            waiting += clock.getAsLong() - asked;
            handOn(scoring.score(batch));
        }
        return waiting;
    }

    /** {@return the nanoseconds in which threads had nothing to score, as a mean over the threads} */
    private long onWorkers(BatchSource<X> source, int threads) throws InterruptedException {
        long waiting = 0;
        WorkerTime working = new WorkerTime(clock);
        try (Ahead<ScoreBlock> workers = new Ahead<>("tiercel-inference", threads)) {
            int position = from;
            while (handedOn.get() < to) {
                requireNotInterrupted();
                while (position < to && workers.pending() < PENDING_PER_THREAD * threads) {
                    long asked = clock.getAsLong();
                    long before = working.nanos();
                    AssembledBatch<X> batch = source.from(position);
                    long idle = threads * (clock.getAsLong() - asked) - (working.nanos() - before);
                    waiting += Math.max(0, idle / threads);
                    workers.start(() -> score(batch, working));
                    position = range.boundary(position + 1);
                }
                handOn(workers.next());
            }
        }
        return waiting;
    }

    private ScoreBlock score(AssembledBatch<X> batch, WorkerTime working) throws InterruptedException {
        working.begin();
        try {
            return scoring.score(batch);
        } finally {
            working.end();
        }
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
