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
        List<StoredBatch> batches = StoredBatch.of(segments);
        int checks = Math.min(MOST_BATCHES, Math.max(1, batches.size() / ONE_IN));
        int rows = 0;
        ScoreDifference difference = ScoreDifference.NONE;
        for (int i = 0; i < checks; i++) {
            StoredBatch batch = batches.get((2 * i + 1) * batches.size() / (2 * checks));
            ScoreBlock again = inference.apply(batch.segment().batchRows()).infer(batch.from(), batch.to());
            rows += again.rows();
            difference = difference.or(ScoreDifference.between(batch.segment().scores(), again));
        }
        return new SpotCheck(rows, difference);
    }

    boolean agrees() {
        return difference.isRounding();
    }

    /** The positions that the model once scored in one call. */
    private record StoredBatch(Segment segment, int from, int to) {

        static List<StoredBatch> of(List<Segment> segments) {
            List<StoredBatch> batches = new ArrayList<>();
            for (Segment segment : segments) {
                ScoreBlock block = segment.scores();
                for (int from = block.from(); from < block.to(); ) {
                    long boundary = ((long) from / segment.batchRows() + 1) * segment.batchRows();
                    int to = (int) Math.min(block.to(), boundary);
                    batches.add(new StoredBatch(segment, from, to));
                    from = to;
                }
            }
            return batches;
        }
    }
}
