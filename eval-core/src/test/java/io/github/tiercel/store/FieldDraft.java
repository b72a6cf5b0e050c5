package io.github.tiercel.store;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Type;
import org.jspecify.annotations.Nullable;

/**
 * A column as a footer may describe it, whether that makes sense or not.
 *
 * @param name null for none
 * @param declared which of Arrow's kinds of type it says it is
 * @param type adds the type's own table and returns where it is, or 0
 */
record FieldDraft(
        @Nullable String name,
        boolean nullable,
        byte declared,
        ToIntFunction<FlatBufferBuilder> type,
        List<FieldDraft> children,
        boolean dictionary) {

    static FieldDraft of(String name, ColumnType type) {
        return new FieldDraft(name, false, kind(type), builder -> table(builder, type), List.of(), false);
    }

    private static byte kind(ColumnType type) {
        return type == ColumnType.FLOAT32 || type == ColumnType.FLOAT64 ? Type.FloatingPoint : Type.Int;
    }

    private static int table(FlatBufferBuilder builder, ColumnType type) {
        return switch (type) {
            case FLOAT32 -> FloatingPoint.createFloatingPoint(builder, Precision.SINGLE);
            case FLOAT64 -> FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE);
            case UINT8 -> Int.createInt(builder, Byte.SIZE, false);
            case INT64 -> Int.createInt(builder, Long.SIZE, true);
        };
    }

    FieldDraft named(@Nullable String other) {
        return new FieldDraft(other, nullable, declared, type, children, dictionary);
    }

    FieldDraft asNullable() {
        return new FieldDraft(name, true, declared, type, children, dictionary);
    }

    FieldDraft declared(byte other) {
        return new FieldDraft(name, nullable, other, type, children, dictionary);
    }

    FieldDraft typed(byte other, ToIntFunction<FlatBufferBuilder> table) {
        return new FieldDraft(name, nullable, other, table, children, dictionary);
    }

    FieldDraft above(FieldDraft child) {
        return new FieldDraft(name, nullable, declared, type, List.of(child), dictionary);
    }

    FieldDraft encoded() {
        return new FieldDraft(name, nullable, declared, type, children, true);
    }

    /** Adds the column; texts that are one object are written once and pointed at from wherever they stand. */
    int write(FlatBufferBuilder builder, TextPool texts) {
        int[] below =
                children.stream().mapToInt(child -> child.write(builder, texts)).toArray();
        int childrenAt = Field.createChildrenVector(builder, below);
        int dictionaryAt =
                dictionary ? DictionaryEncoding.createDictionaryEncoding(builder, 1, 0, false, (short) 0) : 0;
        int typeAt = type.applyAsInt(builder);
        return Field.createField(
                builder, texts.write(builder, name), nullable, declared, typeAt, dictionaryAt, childrenAt, 0);
    }
}
