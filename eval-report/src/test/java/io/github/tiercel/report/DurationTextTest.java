package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 ms",
        "4.1, 4.1 ms",
        "9.949, 9.9 ms",
        "9.95, 10 ms",
        "999.4, 999 ms",
        "999.5, 1.0 s",
        "3104.2, 3.1 s",
        "99949, 99.9 s",
        "99950, 2 min",
        "5969999, 99 min",
        "5970000, 1.7 h",
        "36e8, '1,000.0 h'"
    })
    void durationsStandInTheUnitThatSuitsThem(double millis, String text) {
        assertEquals(text, DurationText.of(millis));
    }

    @Test
    void whatIsNoDurationIsUnknown() {
        assertEquals("unknown", DurationText.of(Double.NaN));
        assertEquals("unknown", DurationText.of(-1));
        assertEquals("unknown", DurationText.of(Double.POSITIVE_INFINITY));
    }
}
