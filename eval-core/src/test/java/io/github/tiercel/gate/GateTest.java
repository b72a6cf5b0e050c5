package io.github.tiercel.gate;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.time.Duration;
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

    @Test
    void limitsOnServingSayWhatTextSays() {
        assertSame("p99 <= 5ms", Gate.latency("p99").atMost(Duration.ofMillis(5)));
        assertSame("p99.9 < 0.0015ms", Gate.latency("p99.9").below(Duration.ofNanos(1500)));
        assertSame("p50@batch=64 <= 2000ms", Gate.latency("p50").atBatch(64).atMost(Duration.ofSeconds(2)));
        assertSame(
                "p95@batch=8,rate=200 <= 50ms",
                Gate.latency("p95").atRate(200).atBatch(8).atMost(Duration.ofMillis(50)));
        assertSame("throughput >= 200/s", Gate.throughput().atLeast(200));
        assertSame("throughput > 0.5/s", Gate.throughput().above(0.5));
        assertSame("throughput@batch=64 >= 2/s", Gate.throughput().atBatch(64).atLeast(2));
        assertSame(
                "throughput@batch=64,p99=20ms >= 2/s",
                Gate.throughput().keepingP99(Duration.ofMillis(20)).atBatch(64).atLeast(2));
        assertSame("memory <= 512MiB", Gate.memory().atMostBytes(512 << 20));
        assertSame("memory < 4096GiB", Gate.memory().belowBytes(1L << 42));
        assertSame("size <= 1536KiB", Gate.size().atMostBytes(3 << 19));
        assertSame("size < 1001B", Gate.size().belowBytes(1001));
    }

    @Test
    void limitsOnServingThatAreNoneAreRefused() {
        String aboveZero = ", and no model is measured at that. Write a number above 0, as in ";
        assertMisuse("Gate \"p99 <= 0ms\" has the limit 0ms" + aboveZero + "p99 <= 5ms.", () -> Gate.latency("p99")
                .atMost(Duration.ZERO));
        assertMisuse("Gate \"p99 < -1ms\" has the limit -1ms" + aboveZero + "p99 <= 5ms.", () -> Gate.latency("p99")
                .below(Duration.ofMillis(-1)));
        assertMisuse("Gate \"size <= -1B\" has the limit -1B" + aboveZero + "size <= 50MiB.", () -> Gate.size()
                .atMostBytes(-1));
        assertMisuse(
                "Gate \"throughput >= NaN/s\" needs a number where it has \"NaN/s\". Write throughput >= 200/s.",
                () -> Gate.throughput().atLeast(Double.NaN));
        assertMisuse(
                "Gate \"f1 <= 5ms\" needs a number where it has \"5ms\", for example 0.95.",
                () -> Gate.latency("f1").atMost(Duration.ofMillis(5)));
        assertMisuse(
                "Gate \"memory >= 0.5\" needs a unit behind 0.5: B, kB, KiB, MB, MiB, GB, GiB. Write memory <= 512MiB.",
                () -> Gate.metric("memory").atLeast(0.5));
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
