package io.github.tiercel.data;

import java.util.BitSet;

/**
 * A column of doubles. A missing value is not NaN: NaN is a value that a file may hold.
 *
 * @since 0.1
 */
public final class NumberColumn implements Column {

    private final String name;
    private final double[] values;
    private final BitSet missing;

    private NumberColumn(String name, double[] values, BitSet missing) {
        this.name = name;
        this.values = values;
        this.missing = missing;
    }

    /**
     * {@return a column over the caller's own array, which the caller must not change afterwards}
     *
     * @param name the column's name
     * @param values one value a row
     * @param missing the rows without a value
     */
    public static NumberColumn wrap(String name, double[] values, BitSet missing) {
        return new NumberColumn(name, values, (BitSet) missing.clone());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.NUMBER;
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return missing.get(row);
    }

    /**
     * {@return the row's value; of no meaning if missing}
     *
     * @param row the row, from 0
     */
    public double value(int row) {
        return values[row];
    }

    /** The values of some rows, NaN where missing. */
    double[] numbers(int[] rows) {
        double[] some = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = values[rows[i]];
        }
        for (int i = 0; i < rows.length && !missing.isEmpty(); i++) {
            some[i] = missing.get(rows[i]) ? Double.NaN : some[i];
        }
        return some;
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? "" : Double.toString(values[row]);
    }

    @Override
    public NumberColumn select(int[] rows) {
        double[] some = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = values[rows[i]];
        }
        return new NumberColumn(name, some, Missing.select(missing, rows));
    }
}
