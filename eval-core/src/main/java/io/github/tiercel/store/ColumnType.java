package io.github.tiercel.store;

import io.github.tiercel.arrow.ArrowType;
import io.github.tiercel.inference.Precision;
import java.util.Arrays;
import java.util.Optional;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Type;

/** The types of column in the store's files: numbers of a fixed width, none of them missing. */
enum ColumnType {
    FLOAT32(Float.BYTES, ArrowType.FLOAT32) {
        @Override
        boolean describes(Field field) {
            return hasPrecision(field, org.apache.arrow.flatbuf.Precision.SINGLE);
        }
    },
    FLOAT64(Double.BYTES, ArrowType.FLOAT64) {
        @Override
        boolean describes(Field field) {
            return hasPrecision(field, org.apache.arrow.flatbuf.Precision.DOUBLE);
        }
    },
    UINT8(Byte.BYTES, ArrowType.UINT8) {
        @Override
        boolean describes(Field field) {
            return isInteger(field, Byte.SIZE, false);
        }
    },
    INT64(Long.BYTES, ArrowType.INT64) {
        @Override
        boolean describes(Field field) {
            return isInteger(field, Long.SIZE, true);
        }
    };

    private final int bytes;
    private final ArrowType arrow;

    ColumnType(int bytes, ArrowType arrow) {
        this.bytes = bytes;
        this.arrow = arrow;
    }

    static ColumnType of(Precision precision) {
        return precision == Precision.DOUBLE ? FLOAT64 : FLOAT32;
    }

    /** Returns the type of a column, if it is one of these. */
    static Optional<ColumnType> of(Field field) {
        return Arrays.stream(values()).filter(type -> type.describes(field)).findFirst();
    }

    abstract boolean describes(Field field);

    int bytes() {
        return bytes;
    }

    /** As which type it is written. */
    ArrowType arrow() {
        return arrow;
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
