package io.github.tiercel.onnx;

import java.nio.ByteBuffer;

/** Takes the numbers of a batch into a matrix of rows. */
sealed interface MatrixTarget permits FloatTarget, DoubleTarget {

    /** {@return a matrix over a buffer of the machine's byte order, which holds zeros} */
    static MatrixTarget of(ByteBuffer buffer, int width, boolean doubles) {
        return doubles
                ? new DoubleTarget(buffer.asDoubleBuffer(), width)
                : new FloatTarget(buffer.asFloatBuffer(), width);
    }

    /**
     * Puts one number a row into a column of the matrix.
     *
     * @return the first row whose number is too large for the matrix; -1 if none is
     */
    int put(int column, double[] values);

    /** Puts a 1 into a column for each row, by the row's place; a negative place puts none. */
    void mark(int[] columns, int[] places);
}
