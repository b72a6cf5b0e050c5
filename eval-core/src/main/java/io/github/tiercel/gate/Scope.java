package io.github.tiercel.gate;

import io.github.tiercel.result.Support;
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

    /** Whether a rule of this scope is applied to a slice. */
    boolean reads(String otherColumn, String otherValue, Support support) {
        return column.filter(otherColumn::equals).isPresent()
                && value.map(otherValue::equals).orElse(support.isEnough());
    }
}
