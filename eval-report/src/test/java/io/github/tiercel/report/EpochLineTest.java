package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class EpochLineTest {

    @Test
    void aRunIsATable() {
        assertEquals("""
                epoch  log_loss ↓        roc_auc ↑              rows      took
                    1  0.2312 ±0.0045    0.655 ±0.014          8,192    4.1 ms  improved
                    2  0.1743 ±0.0031    0.741 ±0.013          8,192     45 ms  best       full 0.1751 ±0.0010
                    3  the model gave NaN for 12 of 8,192 rows (first at rows 17, 203, 998)
                    4  0.1799 ±0.0033    undefined             8,192    3.9 ms  undecided  full 0.1790 ±0.0010
                stopped: log_loss has not improved for 2 epochs""", EpochLine.render(HandMadeEpochs.stopped(), Style.PLAIN, ResultTable.DEFAULT_WIDTH));
    }

    @Test
    void linesMadeOneByOneMakeTheSameTable() {
        EpochHistory all = HandMadeEpochs.stopped();
        EpochHistory two = HandMadeEpochs.goingOn();
        assertEquals(EpochLine.header(all, Style.PLAIN, 100), EpochLine.header(two, Style.PLAIN, 100));
        for (EpochRecord epoch : two.epochs()) {
            assertEquals(
                    EpochLine.render(epoch, all, Style.PLAIN, 100), EpochLine.render(epoch, two, Style.PLAIN, 100));
        }
    }

    @Test
    void metricsOfAnyTaskAndSizeHaveTheirPlaces() {
        assertEquals("""
                epoch  ndcg@10 ↑         mse ↓               mean_error               rows      took
                    1  0.412 ±0.014      1,234,567 ±123,457  1.20e-05 ±0.10e-05      8,192    4.1 ms  improved
                    2  0.512 ±0.013      98,765 ±9,877       2.0e-06 ±1.0e-06        8,192    4.1 ms  best""", EpochLine.render(HandMadeEpochs.ofOtherTasks(), Style.PLAIN, 140));
    }

    @Test
    void monitorWithoutABetterEndHasNoArrow() {
        EpochHistory history = HandMadeEpochs.ofOtherTasks();
        EpochHistory neither = new EpochHistory(
                "r", "mean_error", Direction.NEITHER, history.epochs(), Optional.empty(), Optional.empty());
        assertTrue(EpochLine.header(neither, Style.PLAIN, 60).startsWith("epoch  mean_error  "));
        Document page = Page.of(HandMade.of(HandMade.bare("m")).withHistory(neither));
        assertEquals(List.of("Run r, mean_error by epoch."), Page.texts(page, "//section[h2='Epoch history']/p"));
    }

    @Test
    void narrowScreensKeepTheMonitoredMetric() {
        assertEquals("""
                epoch  log_loss ↓             rows      took
                    1  0.2312 ±0.0045        8,192    4.1 ms  improved
                    2  0.1743 ±0.0031        8,192     45 ms  best       full 0.1751 ±0.0010""", EpochLine.render(HandMadeEpochs.goingOn(), Style.PLAIN, 40));
    }

    @Test
    void wideScreensShowTheRowsOfLargerTiers() {
        assertEquals(
                "    2  0.1743 ±0.0031    0.741 ±0.013          8,192     45 ms  best       full 0.1751 ±0.0010"
                        + "  78,543 rows",
                EpochLine.render(HandMadeEpochs.second(), HandMadeEpochs.goingOn(), Style.PLAIN, 120));
    }

    @Test
    void headingsBeforeTheFirstMetricsAreTheMonitorsAlone() {
        EpochHistory failed = new EpochHistory(
                "r",
                "roc_auc",
                Direction.HIGHER_IS_BETTER,
                List.of(HandMadeEpochs.failed(1)),
                Optional.empty(),
                Optional.empty());
        assertEquals("epoch  roc_auc ↑              rows      took", EpochLine.header(failed, Style.PLAIN, 100));
    }

    @Test
    void failureWithoutWarningIsSaid() {
        EpochRecord silent =
                new EpochRecord(7, Map.of(), false, Progress.NOT_IMPROVED, Optional.empty(), 1, 1, List.of());
        assertEquals("    7  not evaluated", EpochLine.render(silent, HandMadeEpochs.goingOn(), Style.PLAIN, 80));
    }

    @Test
    void longWarningsEndInAnEllipsis() {
        assertEquals(
                "    3  the model gave NaN for 12 of 8,192 r…",
                EpochLine.render(HandMadeEpochs.failed(3), HandMadeEpochs.stopped(), Style.PLAIN, 44));
    }

    @Test
    void coloursMarkTheBestEpochAndFailures() {
        EpochHistory history = HandMadeEpochs.stopped();
        assertEquals(
                "    2  0.1743 ±0.0031        8,192     45 ms  \u001b[32mbest\u001b[0m       full 0.1751 ±0.0010",
                EpochLine.render(HandMadeEpochs.second(), history, Style.COLOUR, 40));
        assertEquals(
                "    3  \u001b[31mthe model gave NaN for 12 of 8,192 r…\u001b[0m",
                EpochLine.render(HandMadeEpochs.failed(3), history, Style.COLOUR, 44));
    }

    @Test
    void screensTooNarrowForALineAreRefused() {
        EpochHistory history = HandMadeEpochs.goingOn();
        Exception thrown =
                assertThrows(IllegalArgumentException.class, () -> EpochLine.header(history, Style.PLAIN, 39));
        assertEquals("width must be at least 40 columns, got 39", thrown.getMessage());
    }
}
