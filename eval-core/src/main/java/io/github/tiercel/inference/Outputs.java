package io.github.tiercel.inference;

import java.util.HashSet;
import java.util.List;

/**
 * What a model gives for a row: one named score, or several.
 *
 * @param names distinct names, at least one: a class each, or whatever the model calls what it gives
 * @param precision the type in which the model computes them
 * @since 0.1
 */
public record Outputs(List<String> names, Precision precision) {

    /** The name of the only output of a model that gives no name. */
    public static final String SCORE = "score";

    /**
     * Copies the names.
     *
     * @throws IllegalArgumentException if there is no name, or a name repeats
     */
    public Outputs {
        names = List.copyOf(names);
        if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("names must be at least one, and distinct, got " + names);
        }
    }

    /** {@return one output of doubles, called {@value #SCORE}} */
    public static Outputs score() {
        return of(SCORE);
    }

    /**
     * {@return outputs of doubles}
     *
     * @param names distinct names, at least one
     */
    public static Outputs of(String... names) {
        return new Outputs(List.of(names), Precision.DOUBLE);
    }

    /**
     * {@return the same outputs in another precision}
     *
     * @param other the type in which the model computes them
     */
    public Outputs in(Precision other) {
        return new Outputs(names, other);
    }

    /** {@return the number of outputs, at least 1} */
    public int count() {
        return names.size();
    }
}
