package io.github.tiercel.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/**
 * Two spaces a level and a line feed on every system. Each member of an object and each array in an array stands on its
 * own line; an array of numbers or names stays on one line, so that a curve is three lines and not fifteen hundred.
 */
final class JsonLayout implements PrettyPrinter {

    private static final String INDENT = "  ";

    private int depth;

    /** Whether the value written last began its own line, which decides where the bracket of an array closes. */
    private boolean afterOwnLine;

    @Override
    public void writeRootValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        if (json.getOutputContext().getParent().inArray()) {
            newLine(json);
        }
        json.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) throws IOException {
        newLine(json);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        json.writeRaw(',');
        newLine(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int members) throws IOException {
        depth--;
        if (members > 0) {
            newLine(json);
        }
        json.writeRaw('}');
        afterOwnLine = true;
    }

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
        if (json.getOutputContext().getParent().inArray()) {
            newLine(json);
        }
        json.writeRaw('[');
        depth++;
        afterOwnLine = false;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        // Objects and arrays start their own line; other values stay behind the bracket.
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(',');
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        depth--;
        if (values > 0 && afterOwnLine) {
            newLine(json);
        }
        json.writeRaw(']');
        afterOwnLine = json.getOutputContext().getParent().inArray();
    }

    private void newLine(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        for (int level = 0; level < depth; level++) {
            json.writeRaw(INDENT);
        }
    }
}
