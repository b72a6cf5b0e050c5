package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.ServiceLoader;
import net.jqwik.api.SampleReportingFormat;
import net.jqwik.api.providers.ArbitraryProvider;
import org.junit.jupiter.api.Test;

class BinaryPredictionsFormatTest {

    @Test
    void rowIsWrittenAsLabelScoreAndWeight() {
        BinaryPredictions predictions =
                BinaryPredictions.of(new boolean[] {true, false}, new double[] {0.7, 0.1}, new double[] {2, 1});
        BinaryPredictionsFormat format = new BinaryPredictionsFormat();
        assertTrue(format.appliesTo(predictions));
        assertFalse(format.appliesTo("predictions"));
        assertEquals("[+ 0.7 x2.0, - 0.1 x1.0]", format.report(predictions));
    }

    @Test
    void jqwikFindsFormatAndProvider() {
        assertTrue(ServiceLoader.load(SampleReportingFormat.class).stream()
                .anyMatch(found -> found.type() == BinaryPredictionsFormat.class));
        assertTrue(ServiceLoader.load(ArbitraryProvider.class).stream()
                .anyMatch(found -> found.type() == BinaryPredictionsProvider.class));
    }
}
