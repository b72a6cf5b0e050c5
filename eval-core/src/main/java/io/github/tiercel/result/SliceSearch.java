package io.github.tiercel.result;

import java.util.List;
import java.util.Optional;

/**
 * What a search for slices that are worse than the rest of the rows found.
 *
 * <p>Every value of the columns to slice by, and every pair of values of two of them, was held against the rest of the
 * rows, if it has enough of them. Looking at many slices finds bad ones where there are none, so p-values are adjusted
 * by Holm's method over all that were looked at: where no slice differs from its rest, one is reported in at most a
 * share alpha of all searches. Holm's method asks no independence, so slices may overlap.
 *
 * @param metric the metric
 * @param searched how many slices were looked at
 * @param tooSmall how many had too few rows for that
 * @param alpha the chance of any false finding that was allowed for, {@code (1 - level) / 2}
 * @param worseThanRest slices on which the model is significantly worse than on the rest of the rows
 * @param worseThanBaseline slices on which the model is significantly worse than the baseline; empty without one
 * @since 0.1
 */
public record SliceSearch(
        String metric,
        int searched,
        int tooSmall,
        double alpha,
        Findings worseThanRest,
        Optional<Findings> worseThanBaseline) {

    /**
     * What is significantly worse. A slice that lies within another significant one is a finding of its own only if it
     * is worse than what is left of that.
     *
     * @param significant how many slices
     * @param worst those with the largest drops, at most 5, the largest first
     * @since 0.1
     */
    public record Findings(int significant, List<WorseSlice> worst) {

        /** Copies the list. */
        public Findings {
            worst = List.copyOf(worst);
        }
    }

    /** What was found beside one baseline says nothing of another. */
    SliceSearch withoutBaseline() {
        return new SliceSearch(metric, searched, tooSmall, alpha, worseThanRest, Optional.empty());
    }
}
