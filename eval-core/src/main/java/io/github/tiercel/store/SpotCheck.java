package io.github.tiercel.store;

import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.ScoreBlock;
import io.github.tiercel.inference.ScoreDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Scores a few stored batches once more and compares: a difference means that the model's fingerprint lied. At most
 * three batches, and at most one in sixteen of those stored but one at least, spread evenly over them.
 *
 * @param rows rows that were scored once more
 * @param difference how far their scores are from the stored ones
 */
record SpotCheck(int rows, ScoreDifference difference) {

    private static final int MOST_BATCHES = 3;
    private static final int ONE_IN = 16;

    /** Checks stored segments with the model, given inference in batches of a size. */
    static SpotCheck of(List<Segment> segments, IntFunction<BatchInference<?>> inference) {
        int rows = 0;
        ScoreDifference difference = ScoreDifference.NONE;
        for (Chosen chosen : chosen(segments.stream().map(StoredBatches::of).toList())) {
            StoredBatches batch = chosen.batch();
            ScoreBlock again = inference.apply(batch.batchRows()).infer(batch.from(), batch.to());
            rows += again.rows();
            difference = difference.or(
                    ScoreDifference.between(segments.get(chosen.segment()).scores(), again));
        }
        return new SpotCheck(rows, difference);
    }

    boolean agrees() {
        return difference.isRounding();
    }

    /** One batch of a segment. */
    record Chosen(int segment, StoredBatches batch) {}

    /** Which batches of the segments are checked. */
    static List<Chosen> chosen(List<StoredBatches> segments) {
        long batches = segments.stream().mapToLong(StoredBatches::count).sum();
        long checks = Math.min(MOST_BATCHES, Math.max(1, batches / ONE_IN));
        List<Chosen> chosen = new ArrayList<>();
        for (long i = 0; i < checks; i++) {
            chosen.add(batch(segments, (2 * i + 1) * batches / (2 * checks)));
        }
        return chosen;
    }

    private static Chosen batch(List<StoredBatches> segments, long number) {
        int segment = 0;
        long left = number;
        while (left >= segments.get(segment).count()) {
            left -= segments.get(segment).count();
            segment++;
        }
        return new Chosen(segment, segments.get(segment).batch((int) left));
    }
}
