package io.github.tiercel.store;

import io.github.tiercel.inference.ScoreBlock;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import java.util.ArrayList;
import java.util.List;

/**
 * A model's scores for the first positions of an order, and what it took to have them. Immutable.
 *
 * @since 0.1
 */
public final class StoredScores {

    private final Prefix prefix;
    private final InferenceCost cost;
    private final List<Notice> notices;

    StoredScores(Prefix prefix, InferenceCost cost, List<Notice> notices) {
        this.prefix = prefix;
        this.cost = cost;
        this.notices = List.copyOf(notices);
    }

    /**
     * {@return scores, for a store of one's own to give}
     *
     * @param blocks at least one, without a gap from position 0 on, of equal outputs and precision
     * @param cost what it took to have them
     * @param notices what went wrong though the scores are good
     * @throws IllegalArgumentException if there is no block, or one does not go on where the one before ends
     */
    public static StoredScores of(List<ScoreBlock> blocks, InferenceCost cost, List<Notice> notices) {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("blocks must be at least one, got none");
        }
        List<Segment> segments = new ArrayList<>();
        int next = 0;
        for (ScoreBlock block : blocks) {
            requireNext(next, blocks.get(0), block);
            segments.add(new Segment(block, block.rows(), 0));
            next = block.to();
        }
        return new StoredScores(Prefix.of(segments), cost, notices);
    }

    private static void requireNext(int position, ScoreBlock first, ScoreBlock block) {
        if (block.from() != position) {
            throw new IllegalArgumentException("blocks must follow one another without a gap, got one from position "
                    + block.from() + " where " + position + " is next");
        }
        if (block.outputs() != first.outputs() || block.precision() != first.precision()) {
            throw new IllegalArgumentException("blocks must have equal outputs and precision, got " + block.outputs()
                    + " of " + block.precision() + " after " + first.outputs() + " of " + first.precision());
        }
    }

    /**
     * {@return a new array of scores by position, widened to double}
     *
     * @param output the output, from 0
     * @param rows how many positions, at most as many as were asked for
     * @throws IllegalArgumentException if there are fewer
     */
    public double[] scores(int output, int rows) {
        if (rows > prefix.rows()) {
            throw new IllegalArgumentException(
                    "rows must be at most the " + prefix.rows() + " that there are scores of, got " + rows);
        }
        return prefix.scores(output, rows);
    }

    /** {@return how many rows were inferred, reused and checked, and how long it took} */
    public InferenceCost cost() {
        return cost;
    }

    /** {@return what went wrong with keeping or finding scores, though the scores are good} */
    public List<Notice> notices() {
        return notices;
    }
}
