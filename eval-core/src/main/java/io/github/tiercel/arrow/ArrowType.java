package io.github.tiercel.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/**
 * The types of column that are written.
 *
 * @since 0.1
 */
public enum ArrowType {
    /** Numbers of 32 bits. */
    FLOAT32(Type.FloatingPoint) {
        @Override
        int write(FlatBufferBuilder builder) {
            return FloatingPoint.createFloatingPoint(builder, Precision.SINGLE);
        }
    },
    /** Numbers of 64 bits. */
    FLOAT64(Type.FloatingPoint) {
        @Override
        int write(FlatBufferBuilder builder) {
            return FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE);
        }
    },
    /** Integers from 0 to 255. */
    UINT8(Type.Int) {
        @Override
        int write(FlatBufferBuilder builder) {
            return Int.createInt(builder, Byte.SIZE, false);
        }
    },
    /** Integers of 64 bits. */
    INT64(Type.Int) {
        @Override
        int write(FlatBufferBuilder builder) {
            return Int.createInt(builder, Long.SIZE, true);
        }
    },
    /** Text: places of 32 bits in a dictionary whose id is the column's place in its file, from 0. */
    TEXT(Type.Utf8) {
        @Override
        int write(FlatBufferBuilder builder) {
            Utf8.startUtf8(builder);
            return Utf8.endUtf8(builder);
        }
    };

    private final byte kind;

    ArrowType(byte kind) {
        this.kind = kind;
    }

    /** Adds the type's own table and returns where it is. */
    abstract int write(FlatBufferBuilder builder);

    /** Which of Arrow's kinds of type the table of {@link #write} is. */
    byte kind() {
        return kind;
    }
}
