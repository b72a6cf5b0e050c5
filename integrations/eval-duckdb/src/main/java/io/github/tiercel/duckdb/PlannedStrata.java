package io.github.tiercel.duckdb;

import io.github.tiercel.sampling.Strata;
import io.github.tiercel.sampling.Stratification;
import java.util.Arrays;
import java.util.List;

/**
 * Strata as a packed set describes them.
 *
 * @param parts what is known of each beside its rows
 * @param sizes how many rows each has
 * @param merges what was merged to have few enough of them
 */
record PlannedStrata(List<Strata.Part> parts, List<Integer> sizes, List<Strata.Merge> merges) {

    static PlannedStrata of(Strata strata) {
        return new PlannedStrata(strata.parts(), boxed(strata.sizes()), strata.merges());
    }

    static PlannedStrata of(Stratification strata) {
        return new PlannedStrata(strata.parts(), boxed(strata.sizes()), strata.merges());
    }

    private static List<Integer> boxed(int[] sizes) {
        return Arrays.stream(sizes).boxed().toList();
    }
}
