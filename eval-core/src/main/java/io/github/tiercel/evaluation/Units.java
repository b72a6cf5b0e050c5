package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.metrics.BinaryPredictions;
import java.util.stream.IntStream;

/** The rows of a tier as a whole: which of them belong together, and whether they are all there are. */
record Units(EvaluationSet set, boolean ofSample) {

    /** For each row the key of what is drawn together; only where all rows are evaluated, in their own order. */
    long[] keys() {
        return set.unitKeys();
    }

    /** How many units hold a row of the label that counts; rows of a cluster tell no more than one. */
    double with(BinaryPredictions predictions, boolean label) {
        long[] keys = keys();
        return IntStream.range(0, keys.length)
                .filter(row -> predictions.weight(row) > 0 && predictions.label(row) == label)
                .mapToLong(row -> keys[row])
                .distinct()
                .count();
    }
}
