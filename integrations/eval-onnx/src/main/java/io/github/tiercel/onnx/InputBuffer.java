package io.github.tiercel.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The memory of one input, kept from batch to batch. Used by one thread at a time. */
final class InputBuffer {

    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);
    private String[] texts = {};

    /** {@return that many bytes, of any content} */
    ByteBuffer bytes(int count) {
        if (bytes.capacity() < count) {
            bytes = ByteBuffer.allocateDirect(count);
        }
        return slice(0, count);
    }

    /** {@return that many zeros} */
    ByteBuffer zeros(int count) {
        ByteBuffer buffer = bytes(count);
        for (int at = 0; at + Long.BYTES <= count; at += Long.BYTES) {
            buffer.putLong(at, 0);
        }
        for (int at = count & -Long.BYTES; at < count; at++) {
            buffer.put(at, (byte) 0);
        }
        return buffer;
    }

    /** {@return a part of the bytes, in the machine's byte order} */
    ByteBuffer slice(int from, int count) {
        return bytes.slice(from, count).order(ByteOrder.nativeOrder());
    }

    String[] texts() {
        return texts;
    }

    void texts(String[] values) {
        texts = values;
    }
}
