package io.github.tiercel.store;

import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
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
