package io.github.tiercel.store;

import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.ScoreBlock;
import java.util.List;
import java.util.stream.Stream;

/** The scores of the first positions of an order, as far as they are known: segments without a gap. Immutable. */
final class Prefix {

    static final Prefix EMPTY = new Prefix(List.of());

    private final List<Segment> segments;

    private Prefix(List<Segment> segments) {
        this.segments = segments;
    }

    static Prefix of(List<Segment> segments) {
        return new Prefix(List.copyOf(segments));
    }

    Prefix plus(Segment next) {
        return new Prefix(Stream.concat(segments.stream(), Stream.of(next)).toList());
    }

    List<Segment> segments() {
        return segments;
    }

    int rows() {
        return segments.isEmpty()
                ? 0
                : segments.get(segments.size() - 1).scores().to();
    }

    /** The first rows' scores of one output, widened to double. */
    double[] scores(int output, int rows) {
        double[] scores = new double[rows];
        for (Segment segment : segments) {
            copy(segment.scores(), output, scores);
        }
        return scores;
    }

    private static void copy(ScoreBlock block, int output, double[] into) {
        int end = Math.min(block.to(), into.length);
        if (block.precision() == Precision.DOUBLE && block.from() < end) {
            System.arraycopy(block.doubles(output), 0, into, block.from(), end - block.from());
            return;
        }
        for (int position = block.from(); position < end; position++) {
            into[position] = block.score(output, position);
        }
    }

    /** How long the model took for the first rows. */
    double inferenceNanos(int rows) {
        double nanos = 0;
        for (Segment segment : segments) {
            int within =
                    Math.min(segment.scores().to(), rows) - segment.scores().from();
            nanos += within <= 0
                    ? 0
                    : (double) segment.inferenceNanos()
                            * within
                            / segment.scores().rows();
        }
        return nanos;
    }

    long bytes() {
        return segments.stream().mapToLong(Segment::bytes).sum();
    }
}
