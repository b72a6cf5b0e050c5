package io.github.tiercel.metrics.resample;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Draws within strata after Rao and Wu: each unit of a stratum of n but one draws one of the n, itself included, by its
 * own hash, and each draw counts n / (n - 1), so that every replicate weighs n again. With n draws a mean would vary by
 * (n - 1) / n of its variance, by half of it in strata of two. Units are taken in the order of their keys, and the one
 * of the highest key draws none, so the order of rows has no say. 12 bytes a row and 12 a unit; 16 a unit and thread.
 */
final class StratifiedDraws implements Draws {

    private static final int NONE = -1;

    private final long[] units;
    private final int[] unitOfRow;

    /** Units by stratum: those of stratum h stand at starts[h] to starts[h + 1]. */
    private final int[] byStratum;

    private final int[] starts;

    private StratifiedDraws(long[] units, int[] unitOfRow, int[] byStratum, int[] starts) {
        this.units = units;
        this.unitOfRow = unitOfRow;
        this.byStratum = byStratum;
        this.starts = starts;
    }

    static StratifiedDraws of(long[] unitKeys, int[] strata) {
        long[] units = LongStream.of(unitKeys).sorted().distinct().toArray();
        int[] unitOfRow = new int[unitKeys.length];
        Arrays.setAll(unitOfRow, row -> Arrays.binarySearch(units, unitKeys[row]));
        int[] stratumOfUnit = new int[units.length];
        Arrays.fill(stratumOfUnit, NONE);
        for (int row = 0; row < strata.length; row++) {
            int known = stratumOfUnit[unitOfRow[row]];
            if (strata[row] < 0) {
                throw new IllegalArgumentException("strata must be at least 0, got " + strata[row] + " at row " + row);
            }
            if (known != NONE && known != strata[row]) {
                throw new IllegalArgumentException("rows of one unit must be of one stratum, got " + strata[row]
                        + " and " + known + " at row " + row);
            }
            stratumOfUnit[unitOfRow[row]] = strata[row];
        }
        int[] starts = starts(stratumOfUnit);
        requireTwo(starts);
        return new StratifiedDraws(units, unitOfRow, sorted(stratumOfUnit), starts);
    }

    private static void requireTwo(int[] starts) {
        for (int h = 0; h + 1 < starts.length; h++) {
            if (starts[h + 1] - starts[h] == 1) {
                throw new IllegalArgumentException("stratum " + h
                        + " has one unit, from which no spread within it can be known; join it to another");
            }
        }
    }

    private static int[] sorted(int[] stratumOfUnit) {
        return IntStream.range(0, stratumOfUnit.length)
                .mapToLong(unit -> ((long) stratumOfUnit[unit] << 32) | unit)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
    }

    private static int[] starts(int[] stratumOfUnit) {
        int[] starts = new int[Arrays.stream(stratumOfUnit).max().orElse(-1) + 2];
        for (int stratum : stratumOfUnit) {
            starts[stratum + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    @Override
    public void draw(long pairKey, double[] even, double[] odd) {
        double[] evenUnits = new double[units.length];
        double[] oddUnits = new double[units.length];
        for (int h = 0; h + 1 < starts.length; h++) {
            int size = starts[h + 1] - starts[h];
            double weight = size / (size - 1.0);
            for (int i = starts[h]; i < starts[h + 1] - 1; i++) {
                long hash = KeyedHash.hash(units[byStratum[i]], pairKey);
                evenUnits[byStratum[starts[h] + pick(hash >>> 32, size)]] += weight;
                oddUnits[byStratum[starts[h] + pick(hash & 0xFFFFFFFFL, size)]] += weight;
            }
        }
        for (int row = 0; row < unitOfRow.length; row++) {
            even[row] = evenUnits[unitOfRow[row]];
            odd[row] = oddUnits[unitOfRow[row]];
        }
    }

    /** One of {@code size} by 32 random bits; the bias is below size / 2^32. */
    private static int pick(long bits, int size) {
        return (int) ((bits * size) >>> 32);
    }
}
