package io.github.tiercel.metrics.binary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RowValuesTest {

    private static final boolean[] LABELS = {true, false, false, true};
    private static final double[] SCORES = {0.9, 0.2, 0.4, 0};
    private static final BinaryPredictions SAMPLE = BinaryPredictions.of(LABELS, SCORES, new double[] {1, 20, 20, 1});
    private static final BinaryPredictions ALL = BinaryPredictions.of(LABELS, SCORES);

    @Test
    void theValuesOfASampleAreFoundOnce() {
        AtomicInteger calls = new AtomicInteger();
        RowMeanMetric counting = RowMeanMetric.of("counting", Direction.NEITHER, Range.UNIT, (label, score) -> {
            calls.incrementAndGet();
            return score;
        });
        double value = counting.value(SAMPLE).orNaN();
        assertEquals((0.9 + 4 + 8 + 0) / 42, value, 1e-15);
        assertArrayEquals(new double[] {0.9, 0.2, 0.4, 0}, RowValues.all(counting, SAMPLE));
        assertEquals(0.9 - value, counting.influence(SAMPLE)[0]);
        assertEquals(4, calls.get());
    }

    @Test
    void thoseOfRowsThatCountAlikeAreNotKept() {
        assertNotSame(RowValues.all(BinaryMetrics.BRIER, ALL), RowValues.all(BinaryMetrics.BRIER, ALL));
        assertSame(RowValues.all(BinaryMetrics.BRIER, SAMPLE), RowValues.all(BinaryMetrics.BRIER, SAMPLE));
    }

    @Test
    void metricsOfOneNameAreToldApart() {
        LogLoss sharp = new LogLoss(LogLoss.DEFAULT_CLIP);
        LogLoss blunt = new LogLoss(0.01);
        assertEquals(sharp.name(), blunt.name());
        assertNotEquals(sharp.value(SAMPLE), blunt.value(SAMPLE));
        assertEquals(-Math.log(0.01), RowValues.all(blunt, SAMPLE)[3], 1e-14);
        assertEquals(52 * Math.log(2), RowValues.all(sharp, SAMPLE)[3], 1e-13);
    }

    @Test
    void readingGivesWhatTheMetricDoes() {
        for (BinaryPredictions predictions : new BinaryPredictions[] {SAMPLE, ALL}) {
            double[] own = new double[2];
            double[] read = new double[2];
            BinaryMetrics.LOG_LOSS.rowValues(predictions, 1, 3, own);
            RowValues.read(BinaryMetrics.LOG_LOSS, predictions, 1, 3, read);
            assertArrayEquals(own, read);
        }
    }
}
