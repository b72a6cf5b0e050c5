package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.UnitTerms;
import java.util.Optional;

/** The terms of one mean for two models on the same rows. */
final class PairedTerms {

    private final MeanTerms ours;
    private final MeanTerms theirs;

    private PairedTerms(MeanTerms ours, MeanTerms theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /**
     * Of models on the same rows, with the same weights. Empty where scores choose the rows, so that the two means are
     * not of the same ones.
     */
    static Optional<PairedTerms> of(MeanTerms ours, MeanTerms theirs) {
        if (ours.areOfRows() && theirs.areOfRows()) {
            return Optional.of(new PairedTerms(ours, theirs));
        }
        for (int row = 0; row < ours.rows(); row++) {
            if (ours.weight(row) != theirs.weight(row)) {
                return Optional.empty();
            }
        }
        return Optional.of(new PairedTerms(ours, theirs));
    }

    /** The mean of the differences, whose terms these are, is the difference of the means. */
    MeanTerms difference() {
        double[] values = new double[ours.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = ours.value(row) - theirs.value(row);
        }
        return ours.withValues(values);
    }

    /** How often both models, one or none is right; empty where units do not count one each. */
    Optional<PairedCounts> counts(Design design) {
        UnitTerms candidate = UnitTerms.of(ours, design);
        UnitTerms baseline = UnitTerms.of(theirs, design);
        if (design.isSample() || !candidate.areTrials() || !baseline.areTrials()) {
            return Optional.empty();
        }
        long[] cells = new long[4];
        for (int unit = 0; unit < candidate.units(); unit++) {
            if (candidate.weight(unit) > 0) {
                cells[(candidate.sum(unit) > 0 ? 2 : 0) + (baseline.sum(unit) > 0 ? 1 : 0)]++;
            }
        }
        return Optional.of(new PairedCounts(cells[3], cells[2], cells[1], cells[0]));
    }
}
