package io.github.tiercel.serving;

import static io.github.tiercel.serving.VirtualMachine.MICRO;
import static io.github.tiercel.serving.VirtualMachine.MILLI;
import static io.github.tiercel.serving.VirtualMachine.SECOND;
import static io.github.tiercel.serving.VirtualMachine.latencies;
import static io.github.tiercel.serving.VirtualMachine.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.Notice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServingCheckTest {

    private static final String OUTLOOK = ": this model will fail its gate unless it becomes faster.";

    private final VirtualMachine machine = VirtualMachine.quiet();

    private List<String> said(ServingBudget budget, Predictor<double[]> model) {
        List<Notice> notices = ServingCheck.of(budget, rows(), machine).check(model);
        notices.forEach(notice -> assertEquals("SERVING_BUDGET", notice.code()));
        return notices.stream().map(Notice::text).toList();
    }

    @Test
    void aSlowModelIsToldOfItsLimit() {
        assertEquals(
                List.of("p99 of single rows is about 12.0 ms (at least 12.0 ms), above the budget's 5 ms" + OUTLOOK),
                said(ServingBudget.of().p99(Duration.ofMillis(5)), machine.model(() -> 12 * MILLI)));
    }

    @Test
    void aFastModelIsToldNothing() {
        assertEquals(
                List.of(),
                said(
                        ServingBudget.of()
                                .p99(Duration.ofMillis(5))
                                .arrivals(100)
                                .throughput(500),
                        machine.model(() -> MILLI)));
    }

    @Test
    void aModelThatIsTooLargeIsToldOfItsLimit() {
        Predictor<double[]> model = machine.model(() -> MILLI);
        ServingCheck<double[]> check = ServingCheck.of(ServingBudget.of().size(50L << 20), rows(), machine)
                .modelBytes(each -> 64L << 20);
        assertEquals(
                List.of(new Notice(
                        "SERVING_BUDGET",
                        "The model takes 64MiB, above the budget's 50MiB: this model will fail its gate unless it becomes"
                                + " smaller.")),
                check.check(model));
        assertEquals(List.of(), check.modelBytes(each -> 50L << 20).check(model));
        assertEquals(
                List.of(),
                ServingCheck.of(ServingBudget.of(), rows(), machine)
                        .modelBytes(each -> 64L << 20)
                        .check(model));
    }

    /** A model at the edge is for the gate to decide about. */
    @Test
    void aModelAtTheEdgeIsToldNothing() {
        ServingBudget budget = ServingBudget.of().p99(Duration.ofNanos(1_600_000));
        assertEquals(List.of(), said(budget, machine.model(latencies(MILLI, 0.2, 5))));
    }

    /** Runs disturbed by something else are not enough. */
    @Test
    void allRunsMustBeOverTheLimit() {
        LatencyLimit limit = new LatencyLimit(Percentile.P50, LatencyCase.SINGLE_ROWS, Duration.ofMillis(2));
        LatencyRun slow = run(100, 3 * MILLI);
        assertTrue(look(slow, slow, slow).over(limit).isPresent());
        assertEquals(Optional.empty(), look(slow, slow, run(10, MILLI)).over(limit));
    }

    private static QuickLook look(LatencyRun... runs) {
        return new QuickLook(new RepeatedRuns(List.of(runs), 0.95));
    }

    private static LatencyRun run(int calls, long nanos) {
        LatencyRun run = new LatencyRun(LatencyRun.noLatencies(), calls * nanos);
        run.latencies().recordValueWithCount(nanos, calls);
        return run;
    }

    @Test
    void everyKindOfCallIsLookedAtOnce() {
        ServingBudget budget = ServingBudget.of()
                .p50(Duration.ofMillis(1))
                .p99(Duration.ofMillis(5))
                .and(ServingBudget.of().batchRows(64).p95(Duration.ofMillis(2)));
        List<String> said = said(budget, machine.model(() -> 3 * MILLI));
        assertEquals(
                List.of(
                        "p50 of single rows is about 3.00 ms (at least 3.00 ms), above the budget's 1 ms" + OUTLOOK,
                        "p95 of batches of 64 rows is about 3.00 ms (at least 3.00 ms), above the budget's 2 ms"
                                + OUTLOOK),
                said);
    }

    @Test
    void aRateThatTheModelCannotKeepUpWithIsSeenWithoutTryingIt() {
        assertEquals(
                List.of("Single rows take 3.00 ms at the median, too long for the budget's 400 calls a second"
                        + OUTLOOK),
                said(ServingBudget.of().arrivals(400).p99(Duration.ofMillis(50)), machine.model(() -> 3 * MILLI)));
    }

    @Test
    void throughputCountsTheThreadsThatTheModelAllows() {
        ServingBudget budget = ServingBudget.of().throughput(4_000, 10);
        Predictor<double[]> model = machine.model(() -> 5 * MILLI);
        assertEquals(
                List.of("Throughput of batches of 10 rows is at most about 2000 rows/s, below the budget's 4000 rows/s"
                        + OUTLOOK),
                said(budget, model));
        assertEquals(List.of(), said(budget, new Threaded(model, 3)));
        assertEquals(
                List.of("Throughput of batches of 10 rows at a p99 of 50ms is at most about 2000 rows/s, below the"
                        + " budget's 4000 rows/s" + OUTLOOK),
                said(ServingBudget.of().throughput(4_000, 10, Duration.ofMillis(50)), new Threaded(model, 3)),
                "a latency is kept by one thread");
    }

    @Test
    void takesWellBelowASecondForMostModels() {
        ServingBudget budget = ServingBudget.of()
                .p99(Duration.ofMillis(5))
                .and(ServingBudget.of().batchRows(64).p99(Duration.ofMillis(5)));
        for (long nanos : new long[] {MICRO, MILLI, 12 * MILLI, 50 * MILLI}) {
            long began = machine.nanos();
            said(budget, machine.model(() -> nanos));
            assertTrue(machine.nanos() - began < 700 * MILLI, nanos + " ns a call");
        }
    }

    /** 800 ms a call is told by one call to warm up and one to count. */
    @Test
    void aVerySlowModelIsToldAfterTwoCalls() {
        long began = machine.nanos();
        List<String> said = said(ServingBudget.of().p99(Duration.ofMillis(200)), machine.model(() -> 800 * MILLI));
        assertEquals(1, said.size());
        assertTrue(said.get(0).startsWith("p99 of single rows is about 800 ms (at least 800 ms), above"), said.get(0));
        assertTrue(machine.nanos() - began < 2 * SECOND);
    }

    @Test
    void aModelThatFailsIsTheCallersToKnow() {
        Predictor<double[]> broken = Predictor.of(row -> {
            throw new IllegalStateException("no weights");
        });
        var thrown =
                assertThrows(ModelException.class, () -> said(ServingBudget.of().p99(Duration.ofMillis(5)), broken));
        assertEquals(
                "The model threw IllegalStateException when it was timed on row 2: no weights", thrown.getMessage());
    }

    @Test
    void anInterruptionEndsIt() {
        Thread.currentThread().interrupt();
        var thrown = assertThrows(
                ModelException.class,
                () -> said(ServingBudget.of().p99(Duration.ofMillis(5)), machine.model(() -> MILLI)));
        assertTrue(Thread.interrupted());
        assertTrue(thrown.isInterrupted());
        assertEquals("The check of the serving budget was interrupted.", thrown.getMessage());
    }

    @Test
    void thereMustBeARow() {
        var thrown = assertThrows(
                IllegalArgumentException.class,
                () -> ServingCheck.of(ServingBudget.of(), Features.of(List.<double[]>of())));
        assertEquals("features must have at least one row to call models with, got none", thrown.getMessage());
    }
}
