package io.github.tiercel.evaluation;

import io.github.tiercel.sampling.RowOrder;
import io.github.tiercel.sampling.SampleSize;

/**
 * How many rows a tier evaluates.
 *
 * @since 0.1
 */
public sealed interface SampleRows {

    /** All rows. */
    record All() implements SampleRows {}

    /** The size of the fast tier: all of up to 2,048 rows, else 1,024 to 65,536, about a sixteenth. */
    record Fast() implements SampleRows {}

    /**
     * A number of rows; all rows if there are fewer.
     *
     * @param rows at least 1
     */
    record Exactly(int rows) implements SampleRows {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if {@code rows} is below 1
         */
        public Exactly {
            if (rows < 1) {
                throw new IllegalArgumentException("rows must be at least 1, got " + rows);
            }
        }
    }

    /**
     * A share of all rows, rounded up.
     *
     * @param share in (0, 1]
     */
    record Fraction(double share) implements SampleRows {
        /**
         * Checks the share.
         *
         * @throws IllegalArgumentException if {@code share} is not in (0, 1]
         */
        public Fraction {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("share must be in (0, 1], got " + share);
            }
        }
    }

    /**
     * {@return the number of rows for an order: never fewer than a sample of it needs, never more than it has}
     *
     * @param order the order of the evaluation set
     */
    default int of(RowOrder order) {
        int wanted = wanted(order.size());
        return Math.min(order.size(), Math.max(wanted, order.smallestSample()));
    }

    private int wanted(int all) {
        if (this instanceof Exactly exactly) {
            return Math.min(exactly.rows(), all);
        }
        if (this instanceof Fraction fraction) {
            return (int) Math.ceil(fraction.share() * all);
        }
        return this instanceof Fast ? SampleSize.fast(all) : all;
    }
}
