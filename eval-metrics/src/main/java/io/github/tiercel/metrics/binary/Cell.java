package io.github.tiercel.metrics.binary;

/** The four outcomes of a binary decision. */
enum Cell {
    TRUE_POSITIVE,
    FALSE_POSITIVE,
    FALSE_NEGATIVE,
    TRUE_NEGATIVE;

    static Cell of(boolean label, boolean predicted) {
        if (label) {
            return predicted ? TRUE_POSITIVE : FALSE_NEGATIVE;
        }
        return predicted ? FALSE_POSITIVE : TRUE_NEGATIVE;
    }
}
