package io.github.tiercel.metrics.resample;

import java.util.Arrays;

/**
 * Draws from the Poisson distribution with a small whole mean, four from 64 random bits.
 *
 * <p>Twelve bits name a part of the unit interval, and nearly all parts belong to one number; only where the
 * distribution function steps within a part, which is one draw in a hundred or fewer, do further bits decide. So each
 * draw has the probabilities of a number of 32 bits, whole multiples of 2^-32, at the price of one of twelve. 4 KiB.
 *
 * <p>Source: H. C. Chen, Y. Asau, "On Generating Random Variates from an Empirical Distribution", AIIE Transactions 6
 * (1974), doi:10.1080/05695557408974949.
 */
final class PoissonGuide {

    /** The largest mean whose numbers fit a byte. */
    static final int LARGEST_MEAN = 63;

    private static final int PART_BITS = 12;
    private static final int PARTS = 1 << PART_BITS;
    private static final int REST_BITS = Integer.SIZE - PART_BITS;
    private static final byte STEPS_WITHIN = -1;

    /** For each part the number that it belongs to. */
    private final byte[] numbers = new byte[PARTS];

    /** {@code 2^32 P(X <= k)}: a point below element k is at most k. */
    private final long[] points;

    private PoissonGuide(long[] points) {
        this.points = points;
        for (int part = 0; part < PARTS; part++) {
            long first = (long) part << REST_BITS;
            int number = search(first);
            boolean whole = points[number] >= first + (1L << REST_BITS);
            numbers[part] = whole ? (byte) number : STEPS_WITHIN;
        }
    }

    /** The guide of a mean from 1 to {@link #LARGEST_MEAN}. */
    static PoissonGuide of(int mean) {
        return new PoissonGuide(PoissonTable.points(mean));
    }

    /**
     * A draw.
     *
     * @param bits whose lowest twelve are random
     * @param more 64 random bits from which those are not taken
     */
    int draw(int bits, long more) {
        int number = numbers[bits & (PARTS - 1)];
        return number >= 0 ? number : closer(bits & (PARTS - 1), more);
    }

    private int closer(long part, long more) {
        return search(part << REST_BITS | KeyedHash.mix(more) >>> (Long.SIZE - REST_BITS));
    }

    private int search(long point) {
        int at = Arrays.binarySearch(points, point);
        int number = at >= 0 ? at : -at - 1;
        // A point on element k is above k, and above those after it that are too rare to have a point of their own.
        while (points[number] <= point) {
            number++;
        }
        return number;
    }
}
