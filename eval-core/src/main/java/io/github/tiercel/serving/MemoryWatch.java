package io.github.tiercel.serving;

import io.github.tiercel.result.MemoryUse;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.Supplier;

/**
 * Watches the memory of this process from before a model is loaded until it has been measured.
 *
 * <p>What the process has in memory, natives of a model included, is read from {@code /proc/self/status} every 50 ms,
 * on a thread of its own; systems without that file say nothing of it. The peak of the heap is that of its pools, each
 * by itself. What a model takes is told from all else only by the difference: measure one model a process, before
 * anything else needs memory, to have a number that means something.
 *
 * <p>Safe for use by several threads.
 *
 * <pre>{@code
 * try (MemoryWatch watch = MemoryWatch.start()) {
 *   Predictor<FeatureRow> model = open(file);
 *   ServingProfile profile = LatencyProbe.of(model, features).memory(watch).build().measure();
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class MemoryWatch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 50;

    private final Supplier<OptionalLong> resident;
    private final OptionalLong before;
    private final LongAccumulator peak = new LongAccumulator(Math::max, 0);
    private final CountDownLatch closed = new CountDownLatch(1);

    private MemoryWatch(Supplier<OptionalLong> resident) {
        this.resident = resident;
        this.before = resident.get();
    }

    /** {@return a watch that begins now, before the model is loaded. It forgets the peak of the heap's use so far} */
    public static MemoryWatch start() {
        ProcessMemory.forgetHeapPeak();
        return start(ProcessMemory::residentBytes);
    }

    static MemoryWatch start(Supplier<OptionalLong> resident) {
        MemoryWatch watch = new MemoryWatch(resident);
        if (watch.before.isPresent()) {
            Thread thread = new Thread(watch::watch, "tiercel-memory");
            thread.setDaemon(true);
            thread.start();
        }
        return watch;
    }

    private void watch() {
        try {
            while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        resident.get().ifPresent(peak::accumulate);
    }

    /** {@return what was taken at most, from the start until now} */
    public MemoryUse use() {
        look();
        if (before.isEmpty()) {
            return new MemoryUse(OptionalLong.empty(), OptionalLong.empty(), ProcessMemory.heapPeakBytes());
        }
        long most = Math.max(before.getAsLong(), peak.get());
        return new MemoryUse(
                OptionalLong.of(most), OptionalLong.of(most - before.getAsLong()), ProcessMemory.heapPeakBytes());
    }

    /** Stops watching. {@link #use()} still tells what was seen. */
    @Override
    public void close() {
        closed.countDown();
    }
}
