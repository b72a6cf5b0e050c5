package io.github.tiercel.onnx;

/** Shapes of tensors. */
final class Shapes {

    private Shapes() {}

    /** {@return the shape of rows, as a vector or as a matrix} */
    static long[] of(int rank, int rows, int width) {
        return rank == 1 ? new long[] {rows} : new long[] {rows, width};
    }
}
