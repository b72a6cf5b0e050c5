package io.github.tiercel.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class GateProperties {

    @Property(seed = "20261129")
    void textOfAGateIsReadAsThatGate(
            @ForAll @AlphaChars @StringLength(min = 1, max = 12) String metric,
            @ForAll @AlphaChars @StringLength(min = 1, max = 12) String column,
            @ForAll String value,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double limit) {
        Gate everywhere = Gate.metric(metric).on(column).below(limit);
        assertEquals(everywhere, Gate.parse(everywhere.toString()));
        try {
            Gate somewhere = Gate.metric(metric).on(column, value).atLeast(limit);
            assertEquals(somewhere, Gate.parse(somewhere.toString()));
        } catch (IllegalArgumentException e) {
            // A value that text cannot say is refused, and never taken for another one.
            assertTrue(String.valueOf(e.getMessage()).startsWith("Gate \"" + metric + "@" + column), e::toString);
        }
    }

    @Property(seed = "20261129")
    void textOfALimitOnServingIsReadAsThatLimit(
            @ForAll @IntRange(min = 1, max = 100_000) int batch,
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double number,
            @ForAll @LongRange(min = 1) long amount) {
        List<Gate> made = List.of(
                Gate.latency("p99").atBatch(batch).atRate(number).atMost(Duration.ofNanos(amount)),
                Gate.latency("p99.9").atRate(number).below(Duration.ofNanos(amount)),
                Gate.throughput().atLeast(number),
                Gate.memory().atMostBytes(amount),
                Gate.size().belowBytes(amount));
        assertEquals(made, made.stream().map(Gate::toString).map(Gate::parse).toList());
        Rule.OfServing latency = (Rule.OfServing) made.get(0).rule();
        assertEquals(number, latency.demand().arrivalsPerSecond().orElseThrow());
        assertEquals(BigDecimal.valueOf(amount, 6).doubleValue(), latency.limit());
        assertEquals((double) amount, ((Rule.OfServing) made.get(3).rule()).limit());
    }
}
