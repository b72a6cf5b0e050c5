package io.github.tiercel.store;

import com.google.flatbuffers.FlatBufferBuilder;
import io.github.tiercel.inference.Precision;
import java.util.Arrays;
import java.util.Optional;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Type;

/** The types of column in the store's files: numbers of a fixed width, none of them missing. */
enum ColumnType {
    FLOAT32(Float.BYTES, Type.FloatingPoint) {
        @Override
        int write(FlatBufferBuilder builder) {
            return FloatingPoint.createFloatingPoint(builder, org.apache.arrow.flatbuf.Precision.SINGLE);
        }

        @Override
        boolean describes(Field field) {
            return hasPrecision(field, org.apache.arrow.flatbuf.Precision.SINGLE);
        }
    },
    FLOAT64(Double.BYTES, Type.FloatingPoint) {
        @Override
        int write(FlatBufferBuilder builder) {
            return FloatingPoint.createFloatingPoint(builder, org.apache.arrow.flatbuf.Precision.DOUBLE);
        }

        @Override
        boolean describes(Field field) {
            return hasPrecision(field, org.apache.arrow.flatbuf.Precision.DOUBLE);
        }
    },
    UINT8(Byte.BYTES, Type.Int) {
        @Override
        int write(FlatBufferBuilder builder) {
            return Int.createInt(builder, Byte.SIZE, false);
        }

        @Override
        boolean describes(Field field) {
            return isInteger(field, Byte.SIZE, false);
        }
    },
    INT64(Long.BYTES, Type.Int) {
        @Override
        int write(FlatBufferBuilder builder) {
            return Int.createInt(builder, Long.SIZE, true);
        }

        @Override
        boolean describes(Field field) {
            return isInteger(field, Long.SIZE, true);
        }
    };

    private final int bytes;
    private final byte arrowType;

    ColumnType(int bytes, byte arrowType) {
        this.bytes = bytes;
        this.arrowType = arrowType;
    }

    static ColumnType of(Precision precision) {
        return precision == Precision.DOUBLE ? FLOAT64 : FLOAT32;
    }

    /** Returns the type of a column, if it is one of these. */
    static Optional<ColumnType> of(Field field) {
        return Arrays.stream(values()).filter(type -> type.describes(field)).findFirst();
    }

    /** Adds the type's own table and returns where it is. */
    abstract int write(FlatBufferBuilder builder);

    abstract boolean describes(Field field);

    int bytes() {
        return bytes;
    }

    /** Which of Arrow's kinds of type the table of {@link #write} is. */
    byte arrowType() {
        return arrowType;
    }

    private static boolean isInteger(Field field, int bits, boolean signed) {
        return field.typeType() == Type.Int
                && field.type(new Int()) instanceof Int type
                && type.bitWidth() == bits
                && type.isSigned() == signed;
    }

    private static boolean hasPrecision(Field field, short precision) {
        return field.typeType() == Type.FloatingPoint
                && field.type(new FloatingPoint()) instanceof FloatingPoint type
                && type.precision() == precision;
    }
}
