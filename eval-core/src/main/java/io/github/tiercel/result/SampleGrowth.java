package io.github.tiercel.result;

import java.util.List;
import java.util.Optional;

/**
 * How a sample grew until the metrics were known as closely as was wanted.
 *
 * @param halfWidth the wanted half-width of intervals for the value on all rows
 * @param sizes the numbers of rows that were evaluated one after the other, ascending; the result is of the last
 * @param plan the plan made last, from the last size or, if that is all rows, from the one before; empty if all rows
 *     were evaluated at once
 * @since 0.1
 */
public record SampleGrowth(double halfWidth, List<Integer> sizes, Optional<SamplePlan> plan) {

    /** Copies the list. */
    public SampleGrowth {
        sizes = List.copyOf(sizes);
    }
}
