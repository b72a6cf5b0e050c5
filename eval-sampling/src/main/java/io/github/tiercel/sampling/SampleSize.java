package io.github.tiercel.sampling;

import java.util.stream.IntStream;

/**
 * Sizes of samples: that of the fast tier, and the steps in which a sample grows.
 *
 * <p>Sizes are conventions, not limits: a prefix of any size from {@link RowOrder#smallestSample()} on is a sample. The
 * steps are 1024, 2048, ... doubling up to 65,536, then every multiple of 65,536, then all rows: small enough for an
 * early look, and never more than twice the rows of the step before.
 *
 * <p>How many rows a wanted half-width takes is the matter of {@link RequiredRows}.
 *
 * <p>Stateless, and so safe for use by several threads.
 *
 * <pre>{@code
 * int m = SampleSize.fast(200_000);             // 16384
 * int[] steps = SampleSize.schedule(5_000);     // 1024, 2048, 4096, 5000
 * }</pre>
 *
 * @since 0.1
 */
public final class SampleSize {

    private static final int FIRST = 1024;
    private static final int LARGEST_STEP = 65_536;
    private static final int DOUBLINGS = 7;
    private static final int FAST_DIVISOR = 16;

    private SampleSize() {}

    /**
     * Returns the size of the fast tier: all rows if there are at most 2048, else the first of 1024, 2048, ..., 65,536
     * that is at least a sixteenth of the rows, and 65,536 beyond 524,288 rows.
     *
     * <p>Whole groups can ask for more: use the larger of this and {@link RowOrder#smallestSample()}.
     *
     * @param rows number of rows of the full set, not negative
     * @return a size in [0, {@code rows}]
     * @throws IllegalArgumentException if {@code rows} is negative
     */
    public static int fast(int rows) {
        Arguments.notNegative("rows", rows);
        if (rows <= 2 * FIRST) {
            return rows;
        }
        int size = FIRST;
        // A sixteenth is not rounded down: 65,537 rows need more than 4096.
        while (size < LARGEST_STEP && (long) size * FAST_DIVISOR < rows) {
            size *= 2;
        }
        return size;
    }

    /**
     * Returns the sizes through which a sample grows: the steps below {@code rows}, then {@code rows}.
     *
     * @param rows number of rows of the full set, not negative
     * @return a new array, strictly ascending, never empty, the last element {@code rows}
     * @throws IllegalArgumentException if {@code rows} is negative
     */
    public static int[] schedule(int rows) {
        Arguments.notNegative("rows", rows);
        IntStream doubling = IntStream.range(0, DOUBLINGS).map(k -> FIRST << k);
        IntStream multiples = IntStream.rangeClosed(2, rows / LARGEST_STEP).map(k -> k * LARGEST_STEP);
        IntStream steps = IntStream.concat(doubling, multiples).filter(size -> size < rows);
        return IntStream.concat(steps, IntStream.of(rows)).toArray();
    }
}
