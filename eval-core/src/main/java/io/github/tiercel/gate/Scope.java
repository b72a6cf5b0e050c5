package io.github.tiercel.gate;

import java.util.Optional;

/**
 * Which rows a rule is about: all of them, each value of a column that has enough rows, or one value.
 *
 * @param column the column's name; empty for all rows
 * @param value the value; empty for every value with enough rows
 */
record Scope(Optional<String> column, Optional<String> value) {

    static final Scope ALL = new Scope(Optional.empty(), Optional.empty());

    @Override
    public String toString() {
        return column.map(name -> "@" + name + value.map(text -> "=" + text).orElse(""))
                .orElse("");
    }

    Scope of(String text) {
        return new Scope(column, Optional.of(text));
    }
}
