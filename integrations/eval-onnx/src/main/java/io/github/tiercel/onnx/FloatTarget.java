package io.github.tiercel.onnx;

import java.nio.FloatBuffer;

/** A matrix of floats. */
record FloatTarget(FloatBuffer buffer, int width) implements MatrixTarget {

    @Override
    public void put(int column, double[] values) {
        int at = column;
        for (double value : values) {
            buffer.put(at, (float) value);
            at += width;
        }
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
