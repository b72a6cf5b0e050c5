package io.github.tiercel.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Writes members of JSON objects: every brace that opens is closed, and no number that JSON lacks gets through. For one
 * document and one thread.
 */
final class JsonSink implements AutoCloseable {

    /** What stands between two braces. */
    interface Members {
        void write() throws IOException;
    }

    /** What stands between two braces, made from a value. */
    interface MembersOf<T> {
        void write(T value) throws IOException;
    }

    /** Numbers by row and column. */
    interface Grid {
        double at(int row, int column);
    }

    // The fast writer is also the one with the shortest digits: Double.toString before Java 19 sometimes adds one.
    // Content is not closed automatically: a document cut short by an exception must not look complete.
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    /** Surrogates start behind it, and a lone one has no encoding in UTF-8. */
    private static final int LAST_UNESCAPED = 0xD7FF;

    /** Tells which infinity the null of a value stands for. */
    static final String INFINITE = "infinite";

    private final JsonGenerator json;

    private JsonSink(JsonGenerator json) {
        this.json = json;
    }

    static JsonSink to(Writer out) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out);
        json.setPrettyPrinter(new JsonLayout());
        json.setHighestNonEscapedChar(LAST_UNESCAPED);
        return new JsonSink(json);
    }

    void document(Members members) throws IOException {
        braces(members);
        json.writeRaw('\n');
        json.flush();
    }

    void object(String name, Members members) throws IOException {
        json.writeFieldName(name);
        braces(members);
    }

    <T> void object(String name, Optional<T> value, MembersOf<T> members) throws IOException {
        if (value.isPresent()) {
            object(name, () -> members.write(value.get()));
        }
    }

    <T> void objects(String name, List<T> values, MembersOf<T> members) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            braces(() -> members.write(value));
        }
        json.writeEndArray();
    }

    <T> void members(String name, Map<String, T> values, MembersOf<T> members) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, T> entry : values.entrySet()) {
            object(entry.getKey(), () -> members.write(entry.getValue()));
        }
        json.writeEndObject();
    }

    <T> void someMembers(String name, Map<String, T> values, MembersOf<T> members) throws IOException {
        if (!values.isEmpty()) {
            members(name, values, members);
        }
    }

    <T> void optional(Optional<T> value, MembersOf<T> members) throws IOException {
        if (value.isPresent()) {
            members.write(value.get());
        }
    }

    void text(String name, String value) throws IOException {
        json.writeStringField(name, value);
    }

    void texts(String name, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> entry : values.entrySet()) {
            text(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    void names(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    void number(String name, double value) throws IOException {
        json.writeFieldName(name);
        finiteOrNull(value);
    }

    /** Writes a number that may well be infinite, and then which way. */
    void value(String name, double value) throws IOException {
        number(name, value);
        if (Double.isInfinite(value)) {
            text(INFINITE, sign(value));
        }
    }

    static String sign(double value) {
        return value > 0 ? "positive" : "negative";
    }

    void number(String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            number(name, value.getAsDouble());
        }
    }

    <T> void numbers(String name, List<T> values, ToDoubleFunction<T> number) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            finiteOrNull(number.applyAsDouble(value));
        }
        json.writeEndArray();
    }

    /** Writes an array of arrays. */
    void grid(String name, int rows, int columns, Grid numbers) throws IOException {
        json.writeArrayFieldStart(name);
        for (int row = 0; row < rows; row++) {
            json.writeStartArray();
            for (int column = 0; column < columns; column++) {
                finiteOrNull(numbers.at(row, column));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    <T> void counts(String name, List<T> values, ToLongFunction<T> count) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            json.writeNumber(count.applyAsLong(value));
        }
        json.writeEndArray();
    }

    void count(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    void truth(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    void nothing(String name) throws IOException {
        json.writeNullField(name);
    }

    private void braces(Members members) throws IOException {
        json.writeStartObject();
        members.write();
        json.writeEndObject();
    }

    private void finiteOrNull(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
