package io.github.tiercel.arrow;

/**
 * A column as a file describes it. Immutable.
 *
 * @param name its name
 * @param type what its values are
 * @param isNullable whether values may be missing
 * @since 0.1
 */
public record ArrowColumn(String name, ArrowType type, boolean isNullable) {}
