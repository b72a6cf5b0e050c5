package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.report.LatencyBars.Bar;
import io.github.tiercel.result.LatencyProfile.LatencyBin;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LatencyBarsProperties {

    @Property(seed = "20261129", tries = 300)
    void noCallIsLostAndBarsDoNotOverlap(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 1000) Integer> calls,
            @ForAll @DoubleRange(min = 1.01, max = 1.5) double growth) {
        List<LatencyBin> bins = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            bins.add(new LatencyBin(0.001 * Math.pow(growth, i), 0.001 * Math.pow(growth, i + 1), calls.get(i)));
        }
        List<Bar> bars = LatencyBars.of(bins);
        boolean some = bins.stream().anyMatch(bin -> bin.calls() > 0);
        assertEquals(some ? 1 : 0, bars.stream().mapToDouble(Bar::share).sum(), 1e-9);
        assertEquals(
                some ? 1 : 0,
                LatencyBars.halved(bars).stream().mapToDouble(Bar::share).sum(),
                1e-9);
        for (int i = 1; i < bars.size(); i++) {
            assertTrue(bars.get(i).from() >= bars.get(i - 1).to() - 1e-9, bars::toString);
        }
    }

    @Property(seed = "20261130", tries = 100)
    void manyNarrowBinsBecomeFewBars(@ForAll @IntRange(min = 500, max = 5_000) int bins) {
        List<LatencyBin> narrow = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            narrow.add(new LatencyBin(Math.pow(10, 2.0 * bin / bins), Math.pow(10, 2.0 * (bin + 1) / bins), 1));
        }
        int bars = LatencyBars.of(narrow).size();
        assertTrue(bars >= 40 && bars <= 60, () -> bars + " bars");
    }
}
