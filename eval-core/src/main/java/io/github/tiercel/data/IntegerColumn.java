package io.github.tiercel.data;

import java.util.BitSet;

/**
 * A column of 64-bit integers: one value for each row in [0, {@link #rows()}), any {@code long}, or none.
 *
 * <p>A missing value is no number, and is told by {@link #isMissing} alone: {@link #value} gives what happens to stand
 * in the array. Where the values are read as features it is NaN, and as doubles integers beyond 2^53 are rounded to the
 * nearest. As text a value is decimal, without signs of thousands, and a missing one is empty.
 *
 * <p>Immutable as long as the caller leaves the array alone, and then safe for use by several threads. A value is found
 * in O(1), {@link #select} takes O(rows); 8 bytes a row, and a bit where any is missing.
 *
 * <pre>{@code
 * IntegerColumn age = IntegerColumn.wrap("age", new long[] {31, 0, 54}, BitSet.valueOf(new long[] {0b010}));
 * age.value(0);       // 31
 * age.isMissing(1);   // true
 * }</pre>
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
     * @param values one value a row; of missing ones it does not matter
     * @param missing the rows without a value, each below the number of rows; copied
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
     * @param row the row, in [0, rows)
     * @throws ArrayIndexOutOfBoundsException if it is not
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
