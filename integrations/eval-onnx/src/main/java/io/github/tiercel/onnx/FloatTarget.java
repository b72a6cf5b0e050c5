package io.github.tiercel.onnx;

import java.nio.FloatBuffer;

/** A matrix of floats. */
record FloatTarget(FloatBuffer buffer, int width, Marks marks) implements MatrixTarget {

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
        marks.room(places.length);
        for (int row = 0; row < places.length; row++) {
            if (places[row] >= 0) {
                int at = row * width + columns[places[row]];
                buffer.put(at, 1);
                marks.add(at);
            }
        }
    }

    @Override
    public void unmark() {
        for (int mark = 0; mark < marks.count(); mark++) {
            buffer.put(marks.place(mark), 0);
        }
        marks.clear();
    }
}
