package io.github.tiercel.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The memory of one input, kept from batch to batch. Used by one thread at a time. */
final class InputBuffer {

    private final Marks marks = new Marks();
    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);
    private String[] texts = {};

    /** Makes sure that there are that many bytes; new ones are zeros, and lose what was there. */
    void grow(int count) {
        if (bytes.capacity() < count) {
            bytes = ByteBuffer.allocateDirect(count);
            marks.clear();
        }
    }

    ByteBuffer all() {
        return slice(0, bytes.capacity());
    }

    /** {@return a part of the bytes, in the machine's byte order} */
    ByteBuffer slice(int from, int count) {
        return bytes.slice(from, count).order(ByteOrder.nativeOrder());
    }

    /** {@return the places that are one in a matrix of zeros} */
    Marks marks() {
        return marks;
    }

    String[] texts() {
        return texts;
    }

    void texts(String[] values) {
        texts = values;
    }
}
