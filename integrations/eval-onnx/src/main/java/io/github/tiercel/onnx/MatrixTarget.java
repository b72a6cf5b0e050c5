package io.github.tiercel.onnx;

import java.nio.ByteBuffer;

/** Takes the numbers of a batch into a matrix of rows. */
sealed interface MatrixTarget permits FloatTarget, DoubleTarget {

    /** {@return a matrix over the whole of a buffer's memory} */
    static MatrixTarget of(InputBuffer buffer, int width, boolean doubles) {
        ByteBuffer memory = buffer.all();
        return doubles
                ? new DoubleTarget(memory.asDoubleBuffer(), width, buffer.marks())
                : new FloatTarget(memory.asFloatBuffer(), width, buffer.marks());
    }

    /**
     * Puts one number a row into a column of the matrix.
     *
     * @return the first row whose number is too large for the matrix; -1 if none is
     */
    int put(int column, double[] values);

    /** Puts a 1 into a column for each row, by the row's place; a negative place puts none. */
    void mark(int[] columns, int[] places);

    /** Takes all ones back that were put by {@link #mark}. */
    void unmark();
}
