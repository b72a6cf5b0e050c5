package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SliceChoiceTest {

    /**
     * One hundred slices: number k has k rows more than the one before, and an interval that ends at 0.6 + k / 1000.
     */
    private static ModelResult model(List<GateResult> gates, boolean lowerIsBetter) {
        List<SliceResult> slices = new ArrayList<>();
        for (int k = 0; k < 100; k++) {
            double end = 0.6 + k / 1000.0;
            Estimate estimate = HandMadeParts.estimate("roc_auc", end - 0.01, 0.01, end);
            slices.add(HandMadeParts.slice(
                    "part", "p" + k, 10 + k, 5, lowerIsBetter ? HandMadeParts.lower(estimate) : estimate));
        }
        Estimate all = HandMadeParts.estimate("roc_auc", 0.7, 0.6, 0.8);
        ModelResult bare = HandMade.bare("m");
        return new ModelResult(
                "m",
                "full",
                9_000,
                9_000,
                Map.of("roc_auc", lowerIsBetter ? HandMadeParts.lower(all) : all),
                bare.findings(),
                slices,
                Optional.empty(),
                Map.of(),
                gates,
                List.of());
    }

    private static GateResult failed(String rule) {
        return new GateResult(
                rule,
                Verdict.FAIL,
                OptionalDouble.of(0.6),
                Optional.empty(),
                0.9,
                50,
                OptionalLong.empty(),
                "no value in the interval satisfies the rule");
    }

    private static SliceChoice choice(ModelResult model, int most) {
        return SliceChoice.of(model, new SliceGates(model), most);
    }

    @Test
    void fewSlicesAreAllShownInTheirOrder() {
        SliceChoice choice = choice(model(List.of(), false), 100);
        assertEquals(100, choice.places().size());
        assertEquals(0, choice.places().get(0));
        assertTrue(choice.note().isEmpty());
    }

    @Test
    void ofManyThoseThatFailComeFirstThenTheWorstForSureThenTheLargest() {
        SliceChoice choice = choice(model(List.of(failed("roc_auc@part=p50 >= 0.9")), false), 8);
        assertEquals(List.of(50, 0, 1, 2, 3, 4, 99, 98), choice.places());
        assertEquals(
                "8 of 100 slices: 1 that fail a gate, the 5 whose interval of roc_auc ends lowest, of the others the 2"
                        + " with most rows; 92 more are not shown",
                choice.note().orElseThrow());
    }

    @Test
    void whereLowIsGoodTheWorstBeginHighest() {
        SliceChoice choice = choice(model(List.of(), true), 4);
        assertTrue(choice.note().orElseThrow().contains("the 3 whose interval of roc_auc begins highest"));
    }

    @Test
    void aTableOfManySlicesSaysHowManyAreLeftOut() {
        String table = ResultTable.render(HandMade.of(model(List.of(), false)));
        assertTrue(
                table.contains("24 of 100 slices: the 18 whose interval of roc_auc ends lowest, of the others the 6"));
        assertTrue(table.contains("76 more are not shown"), table);
        assertFalse(table.contains("part=p70 "), table);
    }

    @Test
    void thePlotSaysOnlyWhatItShows() {
        ModelResult ungated = model(List.of(failed("roc_auc >= 0.9")), false);
        String legend = SliceChart.of(ungated).orElseThrow().legend();
        assertFalse(legend.contains("grey"), legend);
        assertFalse(legend.contains("cross before"), legend);
        assertTrue(legend.contains("60 more are not shown"), legend);
        ModelResult gated = model(List.of(failed("roc_auc@part=p50 >= 0.9")), false);
        legend = SliceChart.of(gated).orElseThrow().legend();
        assertTrue(legend.contains("a red square with a cross before the name fails its gate"), legend);
        assertTrue(legend.contains("a grey one has too few rows"), legend);
    }

    @Test
    void aValueKeepsItsEnd() {
        assertEquals("origin=ORD", SliceName.cut("origin=ORD", 10));
        assertEquals("mon…=May & ABQ", SliceName.cut("month & origin=May & ABQ", 14));
        assertEquals("…y & ABQ", SliceName.cut("month & origin=May & ABQ", 8));
        assertEquals("…Q", SliceName.cut("month & origin=May & ABQ", 2));
    }
}
