package io.github.tiercel.data;

/**
 * What the values of a column are.
 *
 * @since 0.1
 */
public enum ColumnType {
    /** Doubles. */
    NUMBER,
    /** 64-bit integers. */
    INTEGER,
    /** Text. */
    TEXT
}
