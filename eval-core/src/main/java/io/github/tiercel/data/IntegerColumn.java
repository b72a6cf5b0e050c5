package io.github.tiercel.data;

import java.util.BitSet;

/**
 * A column of 64-bit integers.
 *
 * @since 0.1
 */
public final class IntegerColumn implements Column {

    private final String name;
    private final long[] values;
    private final BitSet missing;

    private IntegerColumn(String name, long[] values, BitSet missing) {
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
    public static IntegerColumn wrap(String name, long[] values, BitSet missing) {
        return new IntegerColumn(name, values, (BitSet) missing.clone());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.INTEGER;
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
    public long value(int row) {
        return values[row];
    }

    /** The values of some rows as the nearest doubles, NaN where missing. */
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

    /** The values of some rows, 0 where missing. */
    long[] integers(int[] rows) {
        long[] some = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = values[rows[i]];
        }
        for (int i = 0; i < rows.length && !missing.isEmpty(); i++) {
            some[i] = missing.get(rows[i]) ? 0 : some[i];
        }
        return some;
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? "" : Long.toString(values[row]);
    }

    @Override
    public IntegerColumn select(int[] rows) {
        long[] some = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = values[rows[i]];
        }
        return new IntegerColumn(name, some, Missing.select(missing, rows));
    }
}
