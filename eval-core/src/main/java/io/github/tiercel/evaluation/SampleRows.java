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
     * As many rows as it takes to know every metric to within a half-width for all rows. An evaluation starts with the
     * size of the fast tier, plans from what it finds how many rows are needed, and grows to the next step of
     * {@link SampleSize#schedule} that should do, until the interval for the value on all rows is at most this far to
     * either side on average, for every metric of every model that has one, or all rows are evaluated. Only the rows
     * that are added are inferred. A metric for which the rows are still too few to give an interval makes the sample
     * grow by a step; one that has none in any sample, such as {@code ece}, has no say, nor have baselines and
     * differences.
     *
     * <p>The interval that is shown has its level, however often the sample grew. Growing ends by how wide intervals
     * are, never by where they lie: a value that pleases does not end it sooner, so nothing was picked, and no
     * multiplicity has to be paid for. That is so because spreads say next to nothing of the error of a value (Chow and
     * Robbins 1965, doi:10.1214/aoms/1177700156, for large samples; from the first size on here, which is at least 1024
     * rows). Growing until a gate <em>decides</em> would be another matter: it ends where chance leans, and needs a
     * level for each look.
     *
     * <p>Where nothing can be added (for {@link Evaluator#rows}, for scores that were made for these rows alone, and in
     * a training loop) it is the starting size, the same every time.
     *
     * @param halfWidth above 0, in the unit of the metrics
     */
    record HalfWidth(double halfWidth) implements SampleRows {
        /**
         * Checks the half-width.
         *
         * @throws IllegalArgumentException if {@code halfWidth} is not above 0
         */
        public HalfWidth {
            if (!(halfWidth > 0)) {
                throw new IllegalArgumentException("halfWidth must be above 0, got " + halfWidth);
            }
        }
    }

    /**
     * {@return the number of rows for an order: never fewer than a sample of it needs, never more than it has; for a
     * half-width the one to start with}
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
        return this instanceof All ? all : SampleSize.fast(all);
    }
}
