package io.github.tiercel.metrics.resample;

import static io.github.tiercel.metrics.resample.SameReplicates.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Binormal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExecutionTest {

    private static final int ROWS = 600;
    private static final BinaryPredictions PREDICTIONS = new Binormal(0.3).draw(ROWS, new Random(1));

    /** How long a test waits for a thread that is not coming, before it fails. */
    private static final int SECONDS = 20;

    private final List<ExecutorService> pools = new ArrayList<>();

    static Stream<Bootstrap> schemes() {
        long[] keys = new SplittableRandom(99).longs(ROWS).toArray();
        int[] strata = IntStream.range(0, ROWS).map(row -> row % 3).toArray();
        return Stream.of(
                Bootstrap.of(keys, 7, 101),
                Bootstrap.stratified(keys, strata, 7, 101),
                Bootstrap.compressed(7, 101),
                Bootstrap.rankBlocks(7, 101));
    }

    @AfterEach
    void endPools() throws InterruptedException {
        for (ExecutorService pool : pools) {
            pool.shutdownNow();
            assertTrue(pool.awaitTermination(SECONDS, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void anyNumberOfThreadsGivesTheSameBits(Bootstrap bootstrap) {
        Map<String, Replicates> expected = replicates(bootstrap, Execution.sequential());
        for (int threads : new int[] {2, 16}) {
            assertSameBits(expected, replicates(bootstrap, Execution.of(fixed(threads), threads)), "fixed " + threads);
            assertSameBits(expected, replicates(bootstrap, Execution.of(joining(threads), threads)), "pool " + threads);
        }
        assertSameBits(expected, replicates(bootstrap, Execution.common()), "common pool");
        assertSameBits(expected, replicates(bootstrap, Execution.of(fixed(2), 1000)), "more threads than replicates");
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void anExecutorThatIsNoHelpCostsNothingElse(Bootstrap bootstrap) {
        Map<String, Replicates> expected = replicates(bootstrap, Execution.sequential());
        assertSameBits(expected, replicates(bootstrap, Execution.of(task -> {}, 4)), "never");
        assertSameBits(expected, replicates(bootstrap, Execution.of(Runnable::run, 4)), "in the caller");
        Executor rejecting = task -> {
            throw new RejectedExecutionException("full");
        };
        assertSameBits(expected, replicates(bootstrap, Execution.of(rejecting, 4)), "rejected");
        ExecutorService shut = fixed(2);
        shut.shutdown();
        assertSameBits(expected, replicates(bootstrap, Execution.of(shut, 4)), "shut down");
    }

    @Test
    void aHelperThatComesTooLateDoesNothing() {
        Queue<Runnable> late = new ArrayDeque<>();
        AtomicInteger evaluations = new AtomicInteger();
        run(
                Execution.of(late::add, 4),
                metric(rows -> {
                    evaluations.incrementAndGet();
                    return 0.5;
                }),
                20);
        int during = evaluations.get();
        assertEquals(3, late.size());
        late.forEach(Runnable::run);
        assertEquals(during, evaluations.get());
    }

    @Test
    void theCallingThreadAloneIsWhatOneThreadMeans() {
        Thread caller = Thread.currentThread();
        for (Execution one : List.of(Execution.sequential(), Execution.of(fixed(2), 1))) {
            run(
                    one,
                    metric(rows -> {
                        assertSame(caller, Thread.currentThread());
                        return 0.5;
                    }),
                    100);
        }
    }

    @Test
    void helpersComputeWhileTheCallerDoes() {
        Thread caller = Thread.currentThread();
        CountDownLatch helped = new CountDownLatch(3);
        ThreadLocal<Boolean> seen = ThreadLocal.withInitial(() -> false);
        run(
                Execution.of(fixed(3), 4),
                metric(rows -> {
                    if (Thread.currentThread() == caller) {
                        // All three are in at once, or this would never go on.
                        await(helped, rows);
                    } else if (!seen.get()) {
                        seen.set(true);
                        helped.countDown();
                        await(helped, rows);
                    }
                    return 0.5;
                }),
                100);
        assertEquals(0, helped.getCount());
    }

    @Test
    void progressRisesToTheEndOneCallAtATime() {
        List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger inside = new AtomicInteger();
        Progress progress = (done, all) -> {
            assertEquals(1, inside.incrementAndGet());
            assertEquals(200, all);
            heard.add(done);
            LockSupport.parkNanos(10_000);
            inside.decrementAndGet();
        };
        Bootstrap.compressed(3, 200)
                .on(Execution.of(fixed(4), 4).reportingTo(progress))
                .replicates(List.of(BinaryMetrics.ROC_AUC), PREDICTIONS);
        assertEquals(IntStream.rangeClosed(1, 100).mapToObj(pair -> 2 * pair).toList(), heard);
    }

    @Test
    void progressGoesOnWhereTheLastLookAtTheErrorLeftIt() {
        List<Integer> heard = new ArrayList<>();
        Replicates auc = auc(Bootstrap.compressed(3, 4000)
                .on(Execution.sequential().reportingTo((done, all) -> {
                    assertEquals(4000, all);
                    heard.add(done);
                }))
                .untilMonteCarloError(0.05, 0.95));
        assertTrue(auc.defined() > 200 && auc.defined() < 4000);
        assertEquals(
                IntStream.rangeClosed(1, auc.defined() / 2)
                        .mapToObj(pair -> 2 * pair)
                        .toList(),
                heard);
    }

    @Test
    void aListenerThatFailsEndsTheWorkWithItsOwnFailure() {
        IllegalStateException failure = new IllegalStateException("the window is closed");
        Progress failing = (done, all) -> {
            if (done == 10) {
                throw failure;
            }
        };
        Bootstrap bootstrap =
                Bootstrap.compressed(3, 200).on(Execution.of(fixed(2), 2).reportingTo(failing));
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> bootstrap.replicates(List.of(BinaryMetrics.ROC_AUC), PREDICTIONS)));
    }

    @Test
    void interruptingTheCallerCancelsAndLeavesNobodyRunning() throws InterruptedException {
        Thread caller = Thread.currentThread();
        AtomicInteger evaluations = new AtomicInteger();
        AtomicInteger running = new AtomicInteger();
        ExecutorService pool = fixed(3);
        Metric<BinaryPredictions> interrupting = metric(rows -> {
            running.incrementAndGet();
            try {
                if (evaluations.incrementAndGet() == 50) {
                    caller.interrupt();
                }
                return 0.5;
            } finally {
                running.decrementAndGet();
            }
        });
        CancellationException cancelled =
                assertThrows(CancellationException.class, () -> run(Execution.of(pool, 4), interrupting, 1_000_000));
        int until = evaluations.get();
        assertEquals("cancelled: the thread was interrupted", cancelled.getMessage());
        assertTrue(Thread.interrupted(), "the caller stays interrupted");
        assertEquals(0, running.get());
        pool.shutdown();
        assertTrue(pool.awaitTermination(SECONDS, TimeUnit.SECONDS));
        assertEquals(until, evaluations.get());
        assertTrue(until < 1_000_000);
    }

    @Test
    void soDoesInterruptingACallerThatWaitsForHelpers() {
        Thread caller = Thread.currentThread();
        CountDownLatch helping = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        Metric<BinaryPredictions> slow = metric(rows -> {
            if (Thread.currentThread() == caller) {
                await(helping, rows);
                return 0.5;
            }
            running.incrementAndGet();
            helping.countDown();
            interruptOnceItWaits(caller);
            running.decrementAndGet();
            return 0.5;
        });
        assertThrows(CancellationException.class, () -> run(Execution.of(fixed(1), 2), slow, 4));
        assertTrue(Thread.interrupted(), "the caller stays interrupted");
        assertEquals(0, running.get());
    }

    @Test
    void anInterruptedCallerComputesNothing() {
        Bootstrap bootstrap = Bootstrap.compressed(3, 200).on(Execution.sequential());
        Thread.currentThread().interrupt();
        assertThrows(
                CancellationException.class, () -> bootstrap.replicates(List.of(BinaryMetrics.ROC_AUC), PREDICTIONS));
        assertTrue(Thread.interrupted(), "the caller stays interrupted");
        assertEquals(200, auc(bootstrap).defined());
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("a metric's own"), new AssertionError("a metric's own"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatAMetricThrowsInAHelperReachesTheCaller(Throwable failure) {
        Thread caller = Thread.currentThread();
        CountDownLatch thrown = new CountDownLatch(1);
        Metric<BinaryPredictions> failing = metric(rows -> {
            if (Thread.currentThread() != caller) {
                thrown.countDown();
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
            await(thrown, rows);
            return 0.5;
        });
        assertSame(failure, assertThrows(failure.getClass(), () -> run(Execution.of(fixed(1), 2), failing, 1_000_000)));
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void whatAMetricThrowsInTheCallerWaitsForHelpers() {
        Thread caller = Thread.currentThread();
        CountDownLatch helping = new CountDownLatch(1);
        AtomicInteger finished = new AtomicInteger();
        IllegalStateException failure = new IllegalStateException("a metric's own");
        Metric<BinaryPredictions> failing = metric(rows -> {
            if (Thread.currentThread() == caller) {
                if (rows.isWeighted()) {
                    await(helping, rows);
                    throw failure;
                }
                return 0.5;
            }
            helping.countDown();
            untilItWaits(caller);
            finished.incrementAndGet();
            return 0.5;
        });
        assertSame(
                failure,
                assertThrows(IllegalStateException.class, () -> run(Execution.of(fixed(1), 2), failing, 1000)));
        // The pair of replicates that it was at, and no more.
        assertEquals(2, finished.get());
    }

    @Test
    void aHelperThatItsExecutorInterruptsGoesOn() {
        Executor interrupting = task -> new Thread(() -> {
                    Thread.currentThread().interrupt();
                    task.run();
                })
                .start();
        Bootstrap bootstrap = Bootstrap.compressed(3, 200);
        assertEquals(
                auc(bootstrap).mean(),
                auc(bootstrap.on(Execution.of(interrupting, 4))).mean());
    }

    @Test
    void anOddNumberOfReplicatesIsNotOvershot() {
        List<Integer> heard = new ArrayList<>();
        Bootstrap.compressed(3, 5)
                .on(Execution.sequential().reportingTo((done, all) -> {
                    assertEquals(5, all);
                    heard.add(done);
                }))
                .replicates(List.of(BinaryMetrics.ROC_AUC), PREDICTIONS);
        assertEquals(List.of(2, 4, 5), heard);
    }

    private static Replicates auc(Bootstrap bootstrap) {
        return Objects.requireNonNull(bootstrap
                .replicates(List.of(BinaryMetrics.ROC_AUC), PREDICTIONS)
                .get("roc_auc"));
    }

    private static Map<String, Replicates> replicates(Bootstrap bootstrap, Execution where) {
        List<Metric<BinaryPredictions>> metrics = BinaryMetrics.all().stream()
                .filter(metric -> bootstrap.refusal(metric, PREDICTIONS).isEmpty())
                .toList();
        assertTrue(metrics.size() > 15);
        return bootstrap.on(where).replicates(metrics, PREDICTIONS);
    }

    /** A metric of rows; replicates evaluate it on weighted rows, the value itself on rows as they are. */
    private static Metric<BinaryPredictions> metric(ToDoubleFunction<BinaryPredictions> function) {
        return Metric.of(
                BinaryPredictions.class,
                "own",
                Direction.NEITHER,
                Range.UNIT,
                rows -> Value.of(function.applyAsDouble(rows)));
    }

    private static void run(Execution where, Metric<BinaryPredictions> metric, int replicates) {
        BinaryPredictions few = new Binormal(0.5).draw(4, new Random(2));
        Bootstrap.of(new long[] {1, 2, 3, 4}, 1, replicates).on(where).replicates(List.of(metric), few);
    }

    /** Waits in replicates; the value on all rows comes before them. */
    private static void await(CountDownLatch latch, BinaryPredictions rows) {
        try {
            if (rows.isWeighted() && !latch.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Goes on when the interrupt has arrived: one that comes with the end of the work may find all done. */
    private static void interruptOnceItWaits(Thread caller) {
        untilItWaits(caller);
        caller.interrupt();
        spinWhile(caller::isInterrupted);
    }

    private static void untilItWaits(Thread caller) {
        spinWhile(() -> caller.getState() != Thread.State.WAITING);
    }

    private static void spinWhile(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private ExecutorService fixed(int threads) {
        return kept(Executors.newFixedThreadPool(threads));
    }

    private ExecutorService joining(int threads) {
        return kept(new ForkJoinPool(threads));
    }

    private ExecutorService kept(ExecutorService pool) {
        pools.add(pool);
        return pool;
    }
}
