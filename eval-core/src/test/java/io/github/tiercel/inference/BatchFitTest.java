package io.github.tiercel.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchFitTest {

    private static final int ROWS = 20_000;

    @Test
    void sizesDoubleUntilThroughputStopsGrowing() {
        // 100 microseconds a call and 100 nanoseconds a row, as a network on a CPU: half of the best speed at 1,000
        // rows.
        BatchFit fit = fit(ROWS, rows -> 100_000 + 100L * rows);
        assertEquals(List.of(64, 128, 256, 512, 1024, 2048, 4096, 8192), sizes(fit));
        assertEquals(8192, fit.batchRows());
        assertEquals(3 * (64 + 128 + 256 + 512 + 1024 + 2048 + 4096 + 8192), fit.rowsScored());
        assertEquals(64 / 106.4e-6, fit.trials().get(0).rowsPerSecond(), 1);
    }

    @Test
    void twoSizesWithoutGainEndIt() {
        BatchFit fit = fit(ROWS, rows -> 1000 + 100L * rows);
        assertEquals(List.of(64, 128, 256, 512), sizes(fit).subList(0, 4));
        assertTrue(fit.trials().size() < 6, fit::toString);
        assertTrue(fit.batchRows() <= 256, fit::toString);
    }

    @Test
    void whatGetsSlowerInLargeBatchesGetsTheSmallestOfTheBest() {
        assertEquals(
                512,
                fit(ROWS, rows -> 50_000 + (rows <= 512 ? 100L : 400L) * rows).batchRows());
    }

    @Test
    void aSlowModelIsTriedForAQuarterOfASecondOnly() {
        BatchFit fit = fit(ROWS, rows -> 10_000_000L * rows);
        assertEquals(List.of(64), sizes(fit));
        assertEquals(64, fit.rowsScored());
        assertEquals(100, fit.trials().get(0).rowsPerSecond(), 1e-9);
    }

    @Test
    void noBatchIsLargerThanTheRows() {
        assertEquals(List.of(64, 100), sizes(fit(100, rows -> 1_000_000)));
        assertEquals(List.of(1), sizes(fit(1, rows -> 1_000_000)));
    }

    @Test
    void aSizeIsAtLeastOne() {
        IllegalArgumentException none = assertThrows(IllegalArgumentException.class, () -> BatchSize.of(0));
        assertEquals("rows must be at least 1, got 0", none.getMessage());
    }

    private static List<Integer> sizes(BatchFit fit) {
        return fit.trials().stream().map(BatchFit.Trial::batchRows).toList();
    }

    private static BatchFit fit(int rows, NanosOfRows nanos) {
        AtomicLong now = new AtomicLong();
        Predictor<Integer> model = Inferences.Told.to((batch, scores) -> {
            now.addAndGet(nanos.of(batch.size()));
            IntStream.range(0, batch.size()).forEach(row -> scores.score(row, 0.5));
        });
        return BatchFit.of(Inferences.features(rows), Inferences.order(rows), model, now::get);
    }

    private interface NanosOfRows {
        long of(int rows);
    }
}
