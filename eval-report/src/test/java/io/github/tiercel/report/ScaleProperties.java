package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

/** Without shrinking: over all magnitudes of doubles it takes minutes, and two numbers are read as they are. */
class ScaleProperties {

    @Property(tries = 500, seed = "20261122", shrinking = ShrinkingMode.OFF)
    void everyNumberHasAPlaceBetweenTheEnds(@ForAll @NotEmpty List<Double> numbers) {
        Scale scale = Scale.around(numbers.stream().mapToDouble(Double::doubleValue), 300, 20);
        numbers.forEach(number -> assertTrue(scale.at(number) >= 20 && scale.at(number) <= 300, scale::toString));
    }

    @Property(tries = 500, seed = "20261123", shrinking = ShrinkingMode.OFF)
    void largerNumbersStandFurtherOn(@ForAll double a, @ForAll double b) {
        Scale scale = Scale.around(DoubleStream.of(a, b), 0, 700);
        assertTrue(scale.at(Math.min(a, b)) <= scale.at(Math.max(a, b)), scale::toString);
    }

    @Property(tries = 500, seed = "20261124", shrinking = ShrinkingMode.OFF)
    void thereAreSomeTicksAndNotMany(
            @ForAll double a, @ForAll double b, @ForAll @IntRange(min = 4, max = 12) int about) {
        Scale scale = Scale.around(DoubleStream.of(a, b), 0, 700);
        List<Double> ticks = scale.ticks(about, 0);
        assertTrue(!ticks.isEmpty() && ticks.size() <= 2 * about, () -> scale + ": " + ticks);
        // A tick is a product, so at an end it may be off by its rounding.
        double rounding = (scale.high() - scale.low()) * 1e-6;
        ticks.forEach(tick -> assertTrue(
                tick <= scale.high() + rounding && tick >= scale.low() - rounding, () -> scale + ": " + ticks));
    }
}
