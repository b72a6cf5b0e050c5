package io.github.tiercel.onnx;

import java.nio.DoubleBuffer;

/** A matrix of doubles. */
record DoubleTarget(DoubleBuffer buffer, int width) implements MatrixTarget {

    @Override
    public int put(int column, double[] values) {
        int at = column;
        for (double value : values) {
            buffer.put(at, value);
            at += width;
        }
        return -1;
    }

    @Override
    public void mark(int[] columns, int[] places) {
        for (int row = 0; row < places.length; row++) {
            if (places[row] >= 0) {
                buffer.put(row * width + columns[places[row]], 1);
            }
        }
    }
}
