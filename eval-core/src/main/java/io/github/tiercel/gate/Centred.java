package io.github.tiercel.gate;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.Support;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A result of rows that were drawn anew from others, as if the model had been exactly as good as the baseline on those:
 * its differences less the ones there.
 */
final class Centred {

    private Centred() {}

    static ModelResult of(ModelResult redrawn, ModelResult observed) {
        return redrawn.withComparison(
                differences(redrawn.comparison(), observed.comparison()), slices(redrawn.slices(), observed.slices()));
    }

    /** A slice of which no row was drawn has too few to be judged. */
    private static List<SliceResult> slices(List<SliceResult> redrawn, List<SliceResult> observed) {
        Map<List<String>, SliceResult> drawn = new HashMap<>();
        redrawn.forEach(slice -> drawn.put(List.of(slice.column(), slice.value()), slice));
        return observed.stream()
                .map(slice -> {
                    SliceResult again = drawn.get(List.of(slice.column(), slice.value()));
                    return again == null ? without(slice) : slice(again, slice);
                })
                .toList();
    }

    private static SliceResult without(SliceResult slice) {
        Support none = new Support(slice.support().unit(), 0);
        return new SliceResult(slice.column(), slice.value(), 0, none, Map.of(), Map.of());
    }

    private static SliceResult slice(SliceResult redrawn, SliceResult observed) {
        return new SliceResult(
                redrawn.column(),
                redrawn.value(),
                redrawn.rows(),
                redrawn.support(),
                redrawn.metrics(),
                differences(redrawn.comparison(), observed.comparison()));
    }

    private static Map<String, Difference> differences(
            Map<String, Difference> redrawn, Map<String, Difference> observed) {
        Map<String, Difference> centred = new LinkedHashMap<>();
        redrawn.forEach((metric, difference) -> {
            Difference there = observed.get(metric);
            double shift = there == null || !there.value().isDefined()
                    ? 0
                    : there.value().orNaN();
            centred.put(metric, less(difference, shift));
        });
        return centred;
    }

    private static Difference less(Difference difference, double shift) {
        return new Difference(
                difference.metric(),
                difference.direction(),
                difference.value().isDefined() ? Value.of(difference.value().orNaN() - shift) : difference.value(),
                difference
                        .interval()
                        .map(known -> new Interval(
                                known.lower() - shift, known.upper() - shift, known.level(), known.method())),
                difference.pValue(),
                difference.method(),
                difference.standardError(),
                difference.degreesOfFreedom(),
                difference.paired());
    }
}
