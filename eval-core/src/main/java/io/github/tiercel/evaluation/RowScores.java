package io.github.tiercel.evaluation;

import io.github.tiercel.inference.Outputs;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import io.github.tiercel.sampling.RowOrder;
import io.github.tiercel.store.StoredScores;
import java.util.List;

/**
 * A model's scores for all rows, in the caller's order, and what it took to have them. Immutable for its callers, who
 * get new arrays.
 *
 * @since 0.1
 */
public final class RowScores {

    private final Outputs outputs;
    private final StoredScores stored;
    private final RowOrder order;

    private RowScores(Outputs outputs, StoredScores stored, RowOrder order) {
        this.outputs = outputs;
        this.stored = stored;
        this.order = order;
    }

    static RowScores of(Outputs outputs, StoredScores stored, RowOrder order) {
        return new RowScores(outputs, stored, order);
    }

    /** {@return what the model gives for each row} */
    public Outputs outputs() {
        return outputs;
    }

    /** {@return the number of rows} */
    public int rows() {
        return order.size();
    }

    /**
     * {@return a new array with the score of each row, widened to double}
     *
     * @param output the output, from 0
     */
    public double[] scores(int output) {
        double[] byPosition = stored.scores(output, rows());
        double[] byRow = new double[byPosition.length];
        for (int position = 0; position < byPosition.length; position++) {
            byRow[order.row(position)] = byPosition[position];
        }
        return byRow;
    }

    /** {@return how many rows were inferred, reused and checked, and how long it took} */
    public InferenceCost cost() {
        return stored.cost();
    }

    /** {@return what a reader should know before using the scores} */
    public List<Notice> notices() {
        return stored.notices();
    }
}
