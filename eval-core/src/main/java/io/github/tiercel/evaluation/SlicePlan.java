package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.result.Support;
import java.util.Optional;

/**
 * What an evaluation does with slices.
 *
 * @param minRows the fewest rows that a slice is listed with
 * @param judge whoever reads some slices however few rows they have
 * @param searched what worse slices are searched by; empty without a search
 */
record SlicePlan<P extends Predictions>(int minRows, Optional<Judge> judge, Optional<SmoothMetric<P>> searched) {

    /**
     * Of a column that somebody reads, the largest slice is listed in any case, so that the column is seen to be there.
     */
    boolean listsLargest(String column) {
        return judge.filter(reader -> reader.sliceColumns().contains(column)).isPresent();
    }

    boolean lists(Slices.Slice slice, int rows, Support support) {
        return rows >= minRows
                || judge.filter(reader -> reader.reads(slice.column(), slice.value(), support))
                        .isPresent();
    }
}
