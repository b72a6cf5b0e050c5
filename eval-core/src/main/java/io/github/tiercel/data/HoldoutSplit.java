package io.github.tiercel.data;

import io.github.tiercel.sampling.KeySplit;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Held-out rows in two parts: one to select a model by, as often as one likes, and one to confirm the chosen one on,
 * once. What is confirmed is not optimistic, because the rows had no part in choosing.
 *
 * <p>A row's part follows from a hash of its key and the set's seed, and from nothing else: rows that are added or
 * reordered change no other row's part, provided that rows have ids. Rows of one cluster or query are in one part. The
 * seed is derived, so that the parts are independent of the order of samples and of bootstrap weights; the parts come
 * close to the shares and do not meet them exactly. See {@link KeySplit}.
 *
 * <p>Each part is a set of its own, of labels, ids, weights, clusters, slices and seed, in the order of the whole. What
 * models read is divided by the row numbers. Immutable, and safe for use by several threads. O(rows).
 *
 * <pre>{@code
 * HoldoutSplit split = HoldoutSplit.of(set);
 * Features<double[]> features = Features.of(IntStream.of(split.selectRows()).mapToObj(row -> all[row]).toArray(double[][]::new));
 * EvaluationResult chosen = Evaluator.of(split.select()).features(features).build().full("candidate", model);
 * }</pre>
 *
 * @since 0.1
 */
public final class HoldoutSplit {

    /** The share of rows to select by, unless another one is named. */
    public static final double DEFAULT_SHARE = 0.5;

    private final int[] selectRows;
    private final int[] confirmRows;
    private final EvaluationSet select;
    private final EvaluationSet confirm;

    private HoldoutSplit(EvaluationSet set, int[] selectRows, int[] confirmRows) {
        this.selectRows = selectRows;
        this.confirmRows = confirmRows;
        this.select = set.part(set.source() + " (select)", selectRows);
        this.confirm = set.part(set.source() + " (confirm)", confirmRows);
    }

    /**
     * {@return the rows of a set in two parts of about the same size}
     *
     * @param set all held-out rows
     * @throws DataException if a part would have no row, or none of positive weight
     */
    public static HoldoutSplit of(EvaluationSet set) {
        return of(set, DEFAULT_SHARE);
    }

    /**
     * {@return the rows of a set in two parts. A larger share keeps the rows of a smaller one}
     *
     * @param set all held-out rows
     * @param share the expected share of rows to select by, in (0, 1)
     * @throws IllegalArgumentException if the share is not in (0, 1)
     * @throws DataException if a part would have no row, or none of positive weight
     */
    public static HoldoutSplit of(EvaluationSet set, double share) {
        KeySplit split = KeySplit.of(set.seed(), share);
        int[] select = IntStream.range(0, set.rows())
                .filter(row -> split.isFirst(set.unitKey(row)))
                .toArray();
        int[] confirm = IntStream.range(0, set.rows())
                .filter(row -> !split.isFirst(set.unitKey(row)))
                .toArray();
        requireRows("select", select, set, share);
        requireRows("confirm", confirm, set, share);
        return new HoldoutSplit(set, select, confirm);
    }

    private static void requireRows(String part, int[] rows, EvaluationSet set, double share) {
        if (rows.length == 0) {
            throw new DataException(
                    "TOO_FEW_ROWS",
                    String.format(
                            Locale.ROOT,
                            "The part of %s to %s would have none of its %,d rows at a share of %s to select by. Give more rows,"
                                    + " or another share; rows of one cluster or query are never parted.",
                            set.source(),
                            part,
                            set.rows(),
                            share));
        }
    }

    /** {@return the rows to select a model by} */
    public EvaluationSet select() {
        return select;
    }

    /** {@return the rows to confirm the chosen model on} */
    public EvaluationSet confirm() {
        return confirm;
    }

    /** {@return the numbers in the whole set, from 0, of the rows to select by, ascending; a new array} */
    public int[] selectRows() {
        return selectRows.clone();
    }

    /** {@return the numbers in the whole set, from 0, of the rows to confirm on, ascending; a new array} */
    public int[] confirmRows() {
        return confirmRows.clone();
    }
}
