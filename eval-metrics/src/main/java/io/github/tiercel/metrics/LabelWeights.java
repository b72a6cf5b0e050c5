package io.github.tiercel.metrics;

import java.util.Optional;

/**
 * The weights of rows that count alike within their label, as those of a sample that takes more of the rare label do,
 * and those of rows without weights. Counting such rows is as good as weighing them.
 *
 * @param positive the weight of each positive row, above 0
 * @param negative the weight of each negative row, above 0
 * @since 0.1
 */
public record LabelWeights(double positive, double negative) {

    /** Every row counts 1. */
    static final LabelWeights ONES = new LabelWeights(1, 1);

    /**
     * {@return the weight of a row}
     *
     * @param label whether it is positive
     */
    public double of(boolean label) {
        return label ? positive : negative;
    }

    /** {@return whether rows of either label weigh the same} */
    public boolean areEqual() {
        return positive == negative;
    }

    /** The weights of these rows, if label alone says them and none is 0. */
    static Optional<LabelWeights> of(boolean[] labels, RowWeights weights) {
        if (!weights.isGiven()) {
            return Optional.of(ONES);
        }
        double positive = 0;
        double negative = 0;
        for (int row = 0; row < labels.length; row++) {
            double weight = weights.at(row);
            double known = labels[row] ? positive : negative;
            if (weight == 0 || (known != 0 && known != weight)) {
                return Optional.empty();
            }
            positive = labels[row] ? weight : positive;
            negative = labels[row] ? negative : weight;
        }
        double any = positive > 0 ? positive : negative > 0 ? negative : 1;
        // A label without rows weighs what the other one does, so that all rows count alike.
        return Optional.of(new LabelWeights(positive > 0 ? positive : any, negative > 0 ? negative : any));
    }
}
