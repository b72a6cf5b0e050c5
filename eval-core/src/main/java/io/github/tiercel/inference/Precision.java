package io.github.tiercel.inference;

/**
 * The floating-point type in which a model computes its scores, and in which they are kept.
 *
 * @since 0.1
 */
public enum Precision {
    /** 32 bits. */
    FLOAT(Float.BYTES),
    /** 64 bits. */
    DOUBLE(Double.BYTES);

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    /** {@return the size of one score in bytes} */
    public int bytes() {
        return bytes;
    }
}
