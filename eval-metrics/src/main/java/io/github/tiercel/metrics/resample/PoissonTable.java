package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.CompensatedSum;
import java.util.Arrays;

/**
 * Draws from the Poisson distribution with a whole mean: the sum of the weights of that many rows.
 *
 * <p>Alias method: 32 random bits name a cell and a point in it, which tells the two numbers of a cell apart; no
 * branch, no loop, one look into memory. Probabilities are whole multiples of 2^-32, and what is rarer is never drawn,
 * as in the weights of single rows. The table is made in {@link StrictMath}, so draws are the same on every platform. 8
 * bytes a cell, between two and four cells for each number that can come up.
 *
 * <p>Source: A. J. Walker, ACM Transactions on Mathematical Software 3 (1977), doi:10.1145/355744.355749; M. D. Vose,
 * IEEE Transactions on Software Engineering 17 (1991), doi:10.1109/32.92917.
 */
final class PoissonTable {

    /** The largest mean of a table; larger ones are drawn in pieces. */
    static final int LARGEST_MEAN = 1024;

    private static final double RAREST = 0x1p-32;
    private static final long WHOLE = 1L << 32;
    private static final int ALIAS_BITS = 16;

    private final int least;
    private final int cellBits;

    /** For each cell the points below which it is its own number, and the number that it is otherwise. */
    private final long[] cells;

    private PoissonTable(int least, double[] probabilities) {
        this.least = least;
        this.cellBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, probabilities.length - 1));
        this.cells = cells(Arrays.copyOf(probabilities, 1 << cellBits));
    }

    /** The table of a mean from 1 to {@link #LARGEST_MEAN}. */
    static PoissonTable of(int mean) {
        double[] probabilities = probabilities(mean);
        int least = 0;
        while (probabilities[least] < RAREST) {
            least++;
        }
        int end = probabilities.length;
        while (probabilities[end - 1] < RAREST) {
            end--;
        }
        return new PoissonTable(least, Arrays.copyOfRange(probabilities, least, end));
    }

    /** {@code 2^32 P(X <= k)} for k from 0, whole numbers up to 2^32. */
    static long[] points(int mean) {
        double[] probabilities = probabilities(mean);
        double sum = CompensatedSum.of(probabilities);
        long[] points = new long[probabilities.length];
        double probability = 0;
        int length = 0;
        while (length == 0 || points[length - 1] < WHOLE) {
            probability += probabilities[length];
            points[length++] = (long) Math.min(WHOLE, Math.rint(probability / sum * WHOLE));
        }
        return Arrays.copyOf(points, length);
    }

    /** From the mode outwards, where the probability is largest and no product underflows. */
    private static double[] probabilities(int mean) {
        double[] probabilities = new double[mean + 32 + 10 * (int) StrictMath.sqrt(mean)];
        double logarithm = -mean;
        for (int k = 1; k <= mean; k++) {
            logarithm += StrictMath.log((double) mean / k);
        }
        probabilities[mean] = StrictMath.exp(logarithm);
        for (int k = mean; k > 0; k--) {
            probabilities[k - 1] = probabilities[k] * k / mean;
        }
        for (int k = mean + 1; k < probabilities.length; k++) {
            probabilities[k] = probabilities[k - 1] * mean / k;
        }
        return probabilities;
    }

    /** Vose's method: each cell that is not full by itself is filled up by a number that has more than one cell. */
    private static long[] cells(double[] probabilities) {
        double[] share = shares(probabilities);
        int[] small = new int[share.length];
        int[] large = new int[share.length];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < share.length; i++) {
            if (share[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        long[] cells = new long[share.length];
        while (smalls > 0 && larges > 0) {
            int poor = small[--smalls];
            int rich = large[larges - 1];
            cells[poor] = cell(share[poor], rich);
            share[rich] -= 1 - share[poor];
            if (share[rich] < 1) {
                small[smalls++] = rich;
                larges--;
            }
        }
        while (larges > 0) {
            cells[large[--larges]] = cell(1, large[larges]);
        }
        while (smalls > 0) {
            cells[small[--smalls]] = cell(1, small[smalls]);
        }
        return cells;
    }

    /** Of how many cells each number has the points: whole points, as many as there are, so that nothing is lost. */
    private static double[] shares(double[] probabilities) {
        double sum = CompensatedSum.of(probabilities);
        double points = (double) WHOLE / probabilities.length;
        double[] shares = new double[probabilities.length];
        double probability = 0;
        double before = 0;
        for (int i = 0; i < shares.length; i++) {
            probability += probabilities[i];
            double through = Math.rint(probability / sum * WHOLE);
            shares[i] = (through - before) / points;
            before = through;
        }
        return shares;
    }

    private static long cell(double share, int alias) {
        return Math.min(WHOLE, Math.round(share * WHOLE)) << ALIAS_BITS | alias;
    }

    /**
     * {@return a draw}
     *
     * @param bits 32 random bits
     */
    int draw(int bits) {
        int own = bits >>> (Integer.SIZE - cellBits);
        long point = (bits << cellBits) & 0xFFFFFFFFL;
        long cell = cells[own & (cells.length - 1)];
        int isOwn = (int) ((point - (cell >>> ALIAS_BITS)) >> (Long.SIZE - 1));
        return least + ((own & isOwn) | ((int) cell & 0xFFFF & ~isOwn));
    }
}
