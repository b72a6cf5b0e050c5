package io.github.tiercel.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.DoubleRange;
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
}
