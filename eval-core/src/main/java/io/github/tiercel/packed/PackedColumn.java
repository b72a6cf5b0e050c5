package io.github.tiercel.packed;

import io.github.tiercel.data.ColumnType;
import java.util.List;

/**
 * A column of a packed set.
 *
 * @param name its name: that of the source's column, or for what a set is made of {@code _key}, {@code _row},
 *     {@code _label}, {@code _stratum}, {@code _weight} or {@code _group}
 * @param type how its values are stored
 * @since 0.1
 */
public record PackedColumn(String name, Type type) {

    /** The key of each row, by which it is drawn. */
    public static final PackedColumn KEY = new PackedColumn("_key", Type.INTEGER);

    /** The row's number in the source, from 0, among the rows that were packed. */
    public static final PackedColumn ROW = new PackedColumn("_row", Type.INTEGER);

    /** The stratum that the row was drawn from. */
    public static final PackedColumn STRATUM = new PackedColumn("_stratum", Type.BYTE);

    /** The weight of each row. */
    public static final PackedColumn WEIGHT = new PackedColumn("_weight", Type.NUMBER);

    /** The key of each row's query or cluster. */
    public static final PackedColumn GROUP = new PackedColumn("_group", Type.INTEGER);

    private static final String LABEL_NAME = "_label";

    private static final List<String> RESERVED =
            List.of(KEY.name(), ROW.name(), STRATUM.name(), WEIGHT.name(), GROUP.name(), LABEL_NAME);

    /**
     * {@return the column of the labels}
     *
     * @param type bytes of 1 and 0 for yes and no, text for classes, numbers for numbers to predict
     */
    public static PackedColumn label(Type type) {
        return new PackedColumn(LABEL_NAME, type);
    }

    /** {@return whether it is one of those that a set is made of} */
    public boolean isReserved() {
        return RESERVED.contains(name);
    }

    /** How values are stored; all but bytes may be missing in columns of the source. */
    public enum Type {
        /** Doubles, as they are. */
        NUMBER(Double.BYTES, ColumnType.NUMBER),
        /** Floats, read as doubles of the same value. */
        FLOAT(Float.BYTES, ColumnType.NUMBER),
        /** 64-bit integers. */
        INTEGER(Long.BYTES, ColumnType.INTEGER),
        /** Integers from 0 to 255. */
        BYTE(1, ColumnType.INTEGER),
        /** Text, as places in a dictionary of the whole set. */
        TEXT(Integer.BYTES, ColumnType.TEXT);

        private final int bytes;
        private final ColumnType read;

        Type(int bytes, ColumnType read) {
            this.bytes = bytes;
            this.read = read;
        }

        /** {@return the bytes that a value takes} */
        public int bytes() {
            return bytes;
        }

        /** {@return what values are read as} */
        public ColumnType read() {
            return read;
        }
    }
}
