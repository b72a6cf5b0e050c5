package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import org.jspecify.annotations.Nullable;

/** The rows of tiers; those asked for last are kept, because a training loop wants the same ones at every epoch. */
final class KeptRows {

    private final EvaluationSet set;
    private @Nullable Kept last;

    KeptRows(EvaluationSet set) {
        this.set = set;
    }

    SampledRows of(SampleRows wanted) {
        // Racing threads may draw twice; both arrive at the same rows, so no lock is needed.
        Kept known = last;
        if (known == null || !known.wanted().equals(wanted)) {
            known = new Kept(wanted, SampledRows.of(set, wanted));
            last = known;
        }
        return known.rows();
    }

    private record Kept(SampleRows wanted, SampledRows rows) {}
}
