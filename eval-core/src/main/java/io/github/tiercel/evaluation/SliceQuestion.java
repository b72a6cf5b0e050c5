package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.compare.Difference;
import java.util.BitSet;

/** What a slice is held against in a search. */
interface SliceQuestion<P extends Predictions> {

    /**
     * The one-sided p-value of "not worse", or a number that is about it and quick; 1 where there is none.
     *
     * @param part the model on the slice
     * @param places the places of its rows
     */
    double screening(P part, int[] places);

    /** How much the slice differs from what it is held against, with an interval of this level. */
    Difference difference(BitSet part, double level);

    /** Whether a slice within a larger one is significantly worse than what is left of that, at a one-sided level. */
    boolean isWorseWithin(BitSet part, BitSet whole, double alpha);

    /** The one-sided p-value of "not worse"; 1 where no error is known. */
    static double oneSided(Difference difference) {
        if (difference.pValue().isEmpty()) {
            return 1;
        }
        double half = difference.pValue().getAsDouble() / 2;
        return difference.direction().gain(difference.value().orNaN()) < 0 ? half : 1 - half;
    }
}
