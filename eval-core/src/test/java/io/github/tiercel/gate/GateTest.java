package io.github.tiercel.gate;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.tiercel.metrics.binary.BinaryMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    @Test
    void piecesSayWhatTextSays() {
        assertSame("roc_auc >= 0.95", Gate.metric("roc_auc").atLeast(0.95));
        assertSame("brier <= 0.2", Gate.metric(BinaryMetrics.BRIER).atMost(0.2));
        assertSame("f1 > 0.5", Gate.metric("f1").above(0.5));
        assertSame("brier < 0.1", Gate.metric("brier").below(0.1));
        assertSame(
                "roc_auc@country >= 0.9", Gate.metric("roc_auc").on("country").atLeast(0.9));
        assertSame(
                "roc_auc@month & origin=5 & ORD >= 0.9",
                Gate.metric("roc_auc").on("month & origin", "5 & ORD").atLeast(0.9));
        assertSame("ndcg@10 >= 0.4", Gate.metric("ndcg@10").atLeast(0.4));
        assertSame(
                "log_loss no-worse-than baseline by 0.002",
                Gate.metric("log_loss").noWorseThanBaseline(0.002));
        assertSame(
                "log_loss@country=de no-worse-than baseline by 1.0E-5",
                Gate.metric("log_loss").on("country", "de").noWorseThanBaseline(1e-5));
    }

    private static void assertSame(String rule, Gate made) {
        assertEquals(rule, made.toString());
        assertEquals(Gate.parse(rule), made);
        assertEquals(Gate.parse(rule).hashCode(), made.hashCode());
        assertNotEquals(Gate.parse("recall >= 0.123"), made);
    }

    @Test
    void numbersThatAreNoLimitsAreRefused() {
        assertMisuse(
                "Gate \"f1 >= NaN\" needs a number where it has \"NaN\", for example 0.95.",
                () -> Gate.metric("f1").atLeast(Double.NaN));
        assertMisuse(
                "Gate \"f1 < Infinity\" needs a number where it has \"Infinity\", for example 0.95.",
                () -> Gate.metric("f1").below(Double.POSITIVE_INFINITY));
        assertMisuse(
                "Gate \"f1 no-worse-than baseline by -0.1\" has the negative margin -0.1. A margin is at least 0.",
                () -> Gate.metric("f1").noWorseThanBaseline(-0.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", " a", "a "})
    void namesThatTextCannotSayAreRefused(String column) {
        assertMisuse(
                "Gate \"f1@" + column
                        + "=x >= 0.5\" would be read as something else. Name a metric and a column without"
                        + " @, =, < and >, and without blanks at their ends.",
                () -> Gate.metric("f1").on(column, "x").atLeast(0.5));
    }
}
