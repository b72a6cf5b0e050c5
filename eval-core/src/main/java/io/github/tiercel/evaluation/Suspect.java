package io.github.tiercel.evaluation;

import io.github.tiercel.result.Support;
import java.util.BitSet;

/**
 * A slice that a search keeps an eye on.
 *
 * @param places which of the evaluated rows belong to it
 * @param rows how many of them have a positive weight
 * @param screening about how likely such a slice is by chance; the smaller, the more suspicious
 */
record Suspect(String column, String value, BitSet places, int rows, Support support, double screening) {

    static Suspect of(Slices.Slice slice, int rows, Support support, double screening) {
        BitSet places = new BitSet();
        for (int place : slice.places()) {
            places.set(place);
        }
        return new Suspect(slice.column(), slice.value(), places, rows, support, screening);
    }

    boolean liesWithin(Suspect other) {
        if (places.cardinality() >= other.places.cardinality()) {
            return false;
        }
        BitSet outside = (BitSet) places.clone();
        outside.andNot(other.places);
        return outside.isEmpty();
    }
}
