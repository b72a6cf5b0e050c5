package io.github.tiercel.onnx;

import java.nio.FloatBuffer;

/** A matrix of floats. */
record FloatTarget(FloatBuffer buffer, int width) implements MatrixTarget {

    @Override
    public int put(int column, double[] values) {
        int at = column;
        for (int row = 0; row < values.length; row++) {
            float value = (float) values[row];
            if (Float.isInfinite(value) && !Double.isInfinite(values[row])) {
                return row;
            }
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
