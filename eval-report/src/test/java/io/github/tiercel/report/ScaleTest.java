package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void numbersBeyondTheScaleStandAtItsEnds() {
        Scale scale = new Scale(0, 10, 100, 0);
        assertEquals(100, scale.at(Double.NEGATIVE_INFINITY));
        assertEquals(50, scale.at(5));
        assertEquals(0, scale.at(11));
    }

    @Test
    void withoutNumbersItRunsFromZeroToOne() {
        assertEquals(new Scale(0, 1, 0, 9), Scale.around(DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY), 0, 9));
    }

    @Test
    void oneNumberStandsInTheMiddle() {
        assertEquals(50, Scale.around(DoubleStream.of(7), 0, 100).at(7), 1e-6);
    }

    @Test
    void ticksAreRoundAndLabelledWithAsManyDecimalsAsTheyNeed() {
        Scale scale = new Scale(0.17, 0.29, 0, 1);
        List<Double> ticks = scale.ticks(5, 0);
        assertEquals(
                List.of("0.18", "0.20", "0.22", "0.24", "0.26", "0.28"),
                ticks.stream().map(tick -> Scale.label(tick, ticks)).toList());
    }

    /** The least number above 0 has no room for ticks, whose distance would be none. */
    @Test
    void endsThatAreAllButOneHaveOneTick() {
        assertEquals(List.of(0.0), new Scale(0, Double.MIN_VALUE, 0, 9).ticks(4, 0));
        assertEquals(List.of(0.0), new Scale(0, 1e-300, 0, 9).ticks(4, 0));
    }

    @Test
    void ticksOfCountsAreWhole() {
        assertEquals(List.of(1.0, 2.0, 3.0), new Scale(0.9, 3.1, 0, 1).ticks(10, 1));
    }

    @Test
    void zeroHasNoSign() {
        List<Double> ticks = new Scale(-1, 1, 0, 1).ticks(4, 0);
        assertEquals("[-1.0, -0.5, 0.0, 0.5, 1.0]", ticks.toString());
    }

    @Test
    void largeTicksHaveAnExponent() {
        assertEquals("2e+09", Scale.label(2e9, List.of(1e9, 2e9)));
        assertEquals("1.50e+07", Scale.label(1.5e7, List.of(1.48e7, 1.49e7, 1.5e7)));
        assertEquals("1,500", Scale.label(1_500, List.of(1_000.0, 1_500.0)));
    }

    @Test
    void smallTicksHaveAnExponentAndZeroHasNone() {
        List<Double> ticks = Scale.around(DoubleStream.of(0, 3.1e-7), 300, 0).ticks(3, 0);
        assertEquals(
                List.of("0", "1e-07", "2e-07", "3e-07"),
                ticks.stream().map(tick -> Scale.label(tick, ticks)).toList());
    }

    @Test
    void smallNumbersFillTheScale() {
        Scale scale = Scale.around(DoubleStream.of(2e-9, 3e-9), 0, 100);
        assertTrue(scale.at(2e-9) < 10 && scale.at(3e-9) > 90, scale::toString);
    }

    @Test
    void endsOfAxesAreRoundAndNoLess() {
        assertEquals(0.3, Scale.roundUp(0.278), 1e-12);
        assertEquals(0.25, Scale.roundUp(0.25), 1e-12);
        assertEquals(15, Scale.roundUp(11.2), 1e-12);
        assertEquals(1, Scale.roundUp(0.97), 1e-12);
    }
}
