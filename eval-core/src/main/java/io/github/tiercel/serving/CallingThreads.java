package io.github.tiercel.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that call a model at the same time, each in its own loop; this thread, if there is but one. */
final class CallingThreads implements AutoCloseable {

    private static final double NANOS_PER_SECOND = 1e9;

    private final List<? extends Calls> calls;
    private final Loop loop;
    private final ExecutorService threads;

    CallingThreads(List<? extends Calls> calls, Loop loop) {
        this.calls = calls;
        this.loop = loop;
        this.threads = Executors.newFixedThreadPool(calls.size(), task -> {
            Thread thread = new Thread(task, "tiercel-probe");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Lets all threads call for a while, and sums up what each of them came to. */
    double callsPerSecond(Extent extent) throws InterruptedException {
        if (calls.size() == 1) {
            return rate(loop.run(calls.get(0), extent));
        }
        List<Callable<LatencyRun>> tasks = new ArrayList<>();
        calls.forEach(ofThread -> tasks.add(() -> loop.run(ofThread, extent)));
        double sum = 0;
        for (Future<LatencyRun> run : threads.invokeAll(tasks)) {
            sum += rate(result(run));
        }
        return sum;
    }

    private static double rate(LatencyRun run) {
        return run.calls() * NANOS_PER_SECOND / Math.max(1, run.nanos());
    }

    private static LatencyRun result(Future<LatencyRun> run) throws InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("a call threw what it must not", e);
        }
    }

    /** Returns when the model has, on every thread. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
