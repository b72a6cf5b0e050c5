package io.github.tiercel.data;

import java.util.BitSet;

/**
 * A column of doubles: one value for each row in [0, {@link #rows()}), any {@code double}, or none.
 *
 * <p>A missing value is not NaN: NaN and the infinities are values that a file may hold, and that scores and weights
 * are then refused for. It is told by {@link #isMissing} alone: {@link #value} gives what happens to stand in the
 * array. Where the values are read as features, a missing one and NaN are both NaN. As text a value is as
 * {@link Double#toString(double)} has it, and a missing one is empty.
 *
 * <p>Immutable as long as the caller leaves the array alone, and then safe for use by several threads. A value is found
 * in O(1), {@link #select} takes O(rows); 8 bytes a row, and a bit where any is missing.
 *
 * <pre>{@code
 * NumberColumn score = NumberColumn.wrap("score", new double[] {0.25, 0.5}, new BitSet());
 * score.value(1);   // 0.5
 * }</pre>
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
     * @param values one value a row; of missing ones it does not matter
     * @param missing the rows without a value, each below the number of rows; copied
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
     * @param row the row, in [0, rows)
     * @throws ArrayIndexOutOfBoundsException if it is not
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
