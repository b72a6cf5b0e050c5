package io.github.tiercel.onnx;

import io.github.tiercel.inference.ModelException;
import java.util.Optional;

/**
 * One number that a model reads of a row: the value of a column, or with a value whether the column has it.
 *
 * @param column the column
 * @param value the category that the number is 1 for and 0 for every other
 */
record Slot(String column, Optional<String> value) {

    /**
     * {@return the slot of a name, {@code distance} or {@code origin=ORD}}
     *
     * @throws ModelException if the name has no column
     */
    static Slot of(String name) {
        int equals = name.indexOf('=');
        String column = equals < 0 ? name : name.substring(0, equals);
        if (column.isBlank()) {
            throw Faults.features("\"" + name + "\" names no column. Write COLUMN, or COLUMN=VALUE for one category.");
        }
        return new Slot(column, equals < 0 ? Optional.empty() : Optional.of(name.substring(equals + 1)));
    }
}
