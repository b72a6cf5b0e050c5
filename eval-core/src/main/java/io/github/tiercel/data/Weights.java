package io.github.tiercel.data;

import java.util.Arrays;

/** Reads and checks a column of row weights. */
final class Weights {

    /** Squares of sums beyond it, or below its inverse, leave the range of a double. */
    private static final double LARGEST_SUM = 1e150;

    private Weights() {}

    static double[] of(Column column, String source) {
        Offenders missing = Offenders.of(column.rows(), column::isMissing);
        if (missing.exist()) {
            throw bad(column, source, "missing", missing);
        }
        double[] weights = Numbers.of(column, "weights", source);
        Offenders bad = Offenders.of(weights.length, row -> !(weights[row] >= 0 && weights[row] <= Double.MAX_VALUE));
        if (bad.exist()) {
            throw bad(column, source, String.valueOf(weights[bad.first()]), bad);
        }
        if (!Offenders.of(weights.length, row -> weights[row] > 0).exist()) {
            throw new DataException(
                    "BAD_WEIGHTS",
                    "All weights in column \"" + column.name() + "\" of " + source
                            + " are 0, so no row counts. Weights must be at least 0 with a positive sum.");
        }
        double sum = Arrays.stream(weights).sum();
        if (sum > LARGEST_SUM || sum < 1 / LARGEST_SUM) {
            throw new DataException(
                    "BAD_WEIGHTS",
                    "The weights in column \"" + column.name() + "\" of " + source + " sum to " + sum
                            + ", which is too " + (sum > 1 ? "large" : "small")
                            + " to compute with. Only their ratios count:"
                            + " scale them, for example to a mean of 1.");
        }
        return weights;
    }

    private static DataException bad(Column column, String source, String what, Offenders rows) {
        return new DataException(
                "BAD_WEIGHTS",
                "Weight in column \"" + column.name() + "\" of " + source + " is " + what + " ("
                        + Offenders.number(rows.count()) + " of " + Offenders.number(column.rows()) + ", "
                        + rows.where()
                        + "). Weights must be finite and at least 0, with a positive sum.");
    }
}
