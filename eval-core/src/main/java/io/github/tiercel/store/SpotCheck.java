package io.github.tiercel.store;

import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.ScoreBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Scores a few stored batches once more and compares: a difference means that the model's fingerprint lied. At most
 * three batches, and at most one in sixteen of those stored but one at least, spread evenly over them.
 */
final class SpotCheck {

    /** Scores may differ by this much, absolutely and relatively, before they count as others; GPUs need it. */
    static final double TOLERANCE = 1e-5;

    private static final int MOST_BATCHES = 3;
    private static final int ONE_IN = 16;

    private final int rows;
    private final double largestDifference;
    private final boolean agrees;

    private SpotCheck(int rows, double largestDifference, boolean agrees) {
        this.rows = rows;
        this.largestDifference = largestDifference;
        this.agrees = agrees;
    }

    /** Checks stored segments with the model, given inference in batches of a size. */
    static SpotCheck of(List<Segment> segments, IntFunction<BatchInference<?>> inference) {
        List<StoredBatch> batches = StoredBatch.of(segments);
        int checks = Math.min(MOST_BATCHES, Math.max(1, batches.size() / ONE_IN));
        int rows = 0;
        double largest = 0;
        boolean agrees = true;
        for (int i = 0; i < checks; i++) {
            StoredBatch batch = batches.get((2 * i + 1) * batches.size() / (2 * checks));
            ScoreBlock again = inference.apply(batch.segment().batchRows()).infer(batch.from(), batch.to());
            rows += again.rows();
            for (int output = 0; output < again.outputs(); output++) {
                for (int position = batch.from(); position < batch.to(); position++) {
                    double stored = batch.segment().scores().score(output, position);
                    double now = again.score(output, position);
                    double difference = stored == now ? 0 : Math.abs(stored - now);
                    largest = Math.max(largest, difference);
                    agrees &= difference <= TOLERANCE * Math.max(1, Math.min(Math.abs(stored), Double.MAX_VALUE));
                }
            }
        }
        return new SpotCheck(rows, largest, agrees);
    }

    boolean agrees() {
        return agrees;
    }

    /** Rows that were scored once more. */
    int rows() {
        return rows;
    }

    double largestDifference() {
        return largestDifference;
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
