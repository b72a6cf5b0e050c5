package io.github.tiercel.data;

import java.util.BitSet;

/** The rows of a column that have no value. */
final class Missing {

    private Missing() {}

    static BitSet select(BitSet missing, int[] rows) {
        BitSet some = new BitSet();
        for (int i = 0; i < rows.length && !missing.isEmpty(); i++) {
            some.set(i, missing.get(rows[i]));
        }
        return some;
    }
}
