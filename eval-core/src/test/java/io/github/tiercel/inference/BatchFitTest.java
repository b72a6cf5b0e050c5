package io.github.tiercel.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchFitTest {

    @Test
    void sizesDoubleUntilTheLargest() {
        // 100 microseconds a call and 100 nanoseconds a row: half of the best speed at 1,000 rows.
        BatchFit fit = fit(1_000_000, rows -> 100_000 + 100L * rows);
        assertEquals(List.of(64, 128, 256, 512, 1024, 2048, 4096, 8192), sizes(fit));
        assertEquals(8192, fit.batchRows());
        assertEquals(3 * (64 + 128 + 256 + 512 + 1024 + 2048 + 4096 + 8192), fit.rowsScored());
        assertEquals(64 / 106.4e-6, fit.trials().get(0).rowsPerSecond(), 1);
    }

    @Test
    void twoSizesWithoutGainEndIt() {
        BatchFit fit = fit(1_000_000, rows -> 1000 + 100L * rows);
        assertEquals(List.of(64, 128, 256, 512, 1024), sizes(fit));
        assertEquals(256, fit.batchRows());
    }

    @Test
    void whatGetsSlowerInLargeBatchesGetsTheSmallestOfTheBest() {
        BatchFit fit = fit(1_000_000, rows -> 50_000 + (rows <= 512 ? 100L : 400L) * rows);
        assertEquals(512, fit.batchRows());
        assertEquals(2048, fit.trials().get(fit.trials().size() - 1).batchRows());
    }

    @Test
    void aSlowModelIsTriedForAQuarterOfASecondOnly() {
        BatchFit fit = fit(1_000_000, rows -> 10_000_000L * rows);
        assertEquals(List.of(64), sizes(fit));
        assertEquals(3 * 64, fit.rowsScored());
        assertEquals(100, fit.trials().get(0).rowsPerSecond(), 1e-9);
        assertEquals(1024, fit.batchRows());
    }

    @Test
    void atMostATwentiethOfTheRowsIsScoredTwice() {
        BatchFit few = fit(20_000, rows -> 100_000 + 100L * rows);
        assertEquals(List.of(64, 128), sizes(few));
        assertEquals(1024, few.batchRows());
        BatchFit none = fit(1000, rows -> 100_000);
        assertEquals(List.of(), sizes(none));
        assertEquals(0, none.rowsScored());
        assertEquals(1024, none.batchRows());
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
        return BatchFit.of(Inferences.features(rows), Inferences.order(rows), model, rows, now::get);
    }

    private interface NanosOfRows {
        long of(int rows);
    }
}
