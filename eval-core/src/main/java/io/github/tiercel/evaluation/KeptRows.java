package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of tiers; those asked for last are kept, because a training loop wants the same ones at every epoch, in one
 * size or two.
 */
final class KeptRows {

    private static final int MOST = 3;

    private final EvaluationSet set;
    private List<Kept> kept = List.of();

    KeptRows(EvaluationSet set) {
        this.set = set;
    }

    SampledRows of(SampleRows wanted) {
        // Racing threads may draw twice; both arrive at the same rows, so no lock is needed.
        List<Kept> known = kept;
        return known.stream()
                .filter(rows -> rows.wanted().equals(wanted))
                .findFirst()
                .map(Kept::rows)
                .orElseGet(() -> drawn(wanted, known));
    }

    private SampledRows drawn(SampleRows wanted, List<Kept> known) {
        Kept drawn = new Kept(wanted, SampledRows.of(set, wanted));
        kept = Stream.concat(Stream.of(drawn), known.stream()).limit(MOST).toList();
        return drawn.rows();
    }

    private record Kept(SampleRows wanted, SampledRows rows) {}
}
