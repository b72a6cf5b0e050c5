package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import java.util.List;
import java.util.ServiceLoader;
import net.jqwik.api.SampleReportingFormat;
import net.jqwik.api.providers.ArbitraryProvider;
import org.junit.jupiter.api.Test;

class PredictionsFormatTest {

    private final PredictionsFormat format = new PredictionsFormat();

    @Test
    void rowIsWrittenWithLabelAndScore() {
        assertReport("[+ 0.7, - 0.1]", BinaryPredictions.of(new boolean[] {true, false}, new double[] {0.7, 0.1}));
        assertReport("[3.0 as 2.5]", RegressionPredictions.of(new double[] {3}, new double[] {2.5}));
        assertReport(
                "[query 4: 1.0 at 0.25]", RankingPredictions.of(new int[] {4}, new double[] {1}, new double[] {0.25}));
        assertReport(
                "[b as (a 0.2, b 0.8)]",
                MulticlassPredictions.of(List.of("a", "b"), new int[] {1}, new double[][] {{0.2}, {0.8}}));
    }

    @Test
    void weightIsWrittenWhereThereIsOne() {
        assertReport(
                "[+ 0.7 x2.0, - 0.1 x1.0]",
                BinaryPredictions.of(new boolean[] {true, false}, new double[] {0.7, 0.1}, new double[] {2, 1}));
    }

    @Test
    void nothingElseIsWritten() {
        assertFalse(format.appliesTo("predictions"));
    }

    @Test
    void jqwikFindsFormatAndProvider() {
        assertTrue(ServiceLoader.load(SampleReportingFormat.class).stream()
                .anyMatch(found -> found.type() == PredictionsFormat.class));
        assertTrue(ServiceLoader.load(ArbitraryProvider.class).stream()
                .anyMatch(found -> found.type() == PredictionsProvider.class));
    }

    private void assertReport(String expected, Predictions predictions) {
        assertTrue(format.appliesTo(predictions));
        assertEquals(expected, format.report(predictions));
    }
}
