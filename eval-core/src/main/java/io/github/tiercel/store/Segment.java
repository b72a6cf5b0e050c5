package io.github.tiercel.store;

import io.github.tiercel.inference.ScoreBlock;
import java.util.List;

/**
 * Scores of contiguous positions, and how they were made: the unit of storage and of resumption.
 *
 * @param scores the scores and their positions
 * @param batchRows rows in the batches in which the model scored them
 * @param inferenceNanos how long that took, in nanoseconds
 */
record Segment(ScoreBlock scores, int batchRows, long inferenceNanos) {

    /** Joins contiguous segments whose batches are of one size. */
    static Segment join(List<Segment> parts) {
        List<ScoreBlock> blocks = parts.stream().map(Segment::scores).toList();
        long nanos = parts.stream().mapToLong(Segment::inferenceNanos).sum();
        return new Segment(ScoreBlock.join(blocks), parts.get(0).batchRows(), nanos);
    }

    int from() {
        return scores.from();
    }

    int to() {
        return scores.to();
    }

    /** Returns the part from a position on, with its part of the time. */
    Segment startingAt(int from) {
        return part(scores.startingAt(from));
    }

    /** Returns the part up to a position, with its part of the time. */
    Segment upTo(int to) {
        return part(scores.upTo(to));
    }

    private Segment part(ScoreBlock part) {
        double share = (double) part.rows() / scores.rows();
        return new Segment(part, batchRows, Math.round(inferenceNanos * share));
    }

    /** Returns the size of the scores. */
    long bytes() {
        return (long) scores.rows() * scores.outputs() * scores.precision().bytes();
    }
}
