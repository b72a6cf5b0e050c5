package io.github.tiercel.evaluation;

import io.github.tiercel.sampling.RowOrder;
import io.github.tiercel.sampling.SampleSize;

/**
 * How many rows a tier evaluates: all N, the size of the fast tier, a number, a share, or as many as a half-width
 * takes.
 *
 * <p>What is wanted is brought into range: at least as many rows as a sample of the order needs, so that each stratum
 * has two where it has them, and at most N. The rows are the first ones of the order of the evaluation set, so that a
 * smaller sample is part of every larger one, whichever kind asked for it. For N = 0 it is 0.
 *
 * <p>Immutable, and safe for use by several threads; O(1), but for a half-width, which is found while an evaluation
 * grows. Source of the fast size: {@link SampleSize#fast}.
 *
 * <pre>{@code
 * Tier tier = Tier.fast().withRows(new SampleRows.Fraction(0.1));
 * new SampleRows.Fraction(0.1).of(set.order());   // 4,000 of 40,000 rows
 * new SampleRows.Exactly(5_000).wanted(2_000);    // 2,000
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface SampleRows {

    /** All rows. */
    record All() implements SampleRows {
        @Override
        public int wanted(int all) {
            return all;
        }
    }

    /** The size of the fast tier: all of up to 2,048 rows, else 1,024 to 65,536, about a sixteenth. */
    record Fast() implements SampleRows {
        @Override
        public int wanted(int all) {
            return SampleSize.fast(all);
        }
    }

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

        @Override
        public int wanted(int all) {
            return Math.min(rows, all);
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

        @Override
        public int wanted(int all) {
            return (int) Math.ceil(share * all);
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

        @Override
        public int wanted(int all) {
            return SampleSize.fast(all);
        }
    }

    /**
     * {@return how many of so many rows are wanted, from 1 to all of them, be it too few for a sample; for a half-width
     * the number to start with}
     *
     * @param all how many there are
     */
    int wanted(int all);

    /**
     * {@return the number of rows for an order: never fewer than a sample of it needs, never more than it has; for a
     * half-width the one to start with}
     *
     * @param order the order of the evaluation set
     */
    default int of(RowOrder order) {
        return Math.min(order.size(), Math.max(wanted(order.size()), order.smallestSample()));
    }
}
