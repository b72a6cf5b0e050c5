package io.github.tiercel.result;

/**
 * A column that two data sets have of different types, so that its values cannot be compared.
 *
 * @param name the column's name
 * @param reference what the reference holds: {@code "numbers"} or {@code "text"}
 * @param data what the data hold
 * @since 0.1
 */
public record TypeMismatch(String name, String reference, String data) {}
