package io.github.tiercel.onnx;

import java.util.Arrays;

/**
 * Where a matrix of zeros has been marked with ones, so that they can be taken back: a matrix of categories is mostly
 * zeros, and to write all of them for each batch costs as much as a small model.
 */
final class Marks {

    private int[] places = {};
    private int count;

    /** Makes room for more marks. */
    void room(int more) {
        if (places.length < count + more) {
            places = Arrays.copyOf(places, Math.max(2 * places.length, count + more));
        }
    }

    /** Adds a mark, for which there must be room. */
    void add(int place) {
        places[count++] = place;
    }

    int count() {
        return count;
    }

    int place(int mark) {
        return places[mark];
    }

    void clear() {
        count = 0;
    }
}
