package io.github.tiercel.data;

/** Reads and checks a column of row weights. */
final class Weights {

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
            throw new DataException("All weights in column \"" + column.name() + "\" of " + source
                    + " are 0, so no row counts. Weights must be at least 0 with a positive sum.");
        }
        return weights;
    }

    private static DataException bad(Column column, String source, String what, Offenders rows) {
        return new DataException("Weight in column \"" + column.name() + "\" of " + source + " is " + what + " ("
                + Offenders.number(rows.count()) + " of " + Offenders.number(column.rows()) + ", " + rows.where()
                + "). Weights must be finite and at least 0, with a positive sum.");
    }
}
