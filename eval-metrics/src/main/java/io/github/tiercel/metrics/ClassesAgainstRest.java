package io.github.tiercel.metrics;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/** Each class against all others, made and sorted on first use. */
final class ClassesAgainstRest {

    private final AtomicReferenceArray<BinaryPredictions> known;

    ClassesAgainstRest(int classes) {
        this.known = new AtomicReferenceArray<>(classes);
    }

    BinaryPredictions get(int classIndex, IntFunction<BinaryPredictions> make) {
        BinaryPredictions predictions = known.get(classIndex);
        if (predictions == null) {
            predictions = make.apply(classIndex);
            known.set(classIndex, predictions);
        }
        return predictions;
    }
}
