package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The schema in the docs, and a reader of JSON that is as strict as the standard. */
final class Schema {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final JsonSchema RESULT = FACTORY.getSchema(text("result"));

    /** Other results share parts with those of evaluations. */
    private static final JsonSchemaFactory RELATED = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(
                    loaders -> loaders.schemas(Map.of("urn:tiercel:result-schema:1", text("result")))));

    private Schema() {}

    static JsonNode parse(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }

    static JsonNode document() throws JsonProcessingException {
        return document("result");
    }

    /** {@return the schema of another kind of result} */
    static JsonNode document(String kind) throws JsonProcessingException {
        return parse(text(kind));
    }

    static void assertValid(String json, String kind) throws JsonProcessingException {
        assertEquals(Set.of(), RELATED.getSchema(text(kind)).validate(parse(json)));
    }

    static void assertValid(String json) throws JsonProcessingException {
        assertEquals(Set.of(), RESULT.validate(parse(json)));
    }

    static boolean accepts(JsonNode json) {
        return RESULT.validate(json).isEmpty();
    }

    static JsonSchema ofSchemas() {
        return FACTORY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    }

    private static String text(String kind) {
        try {
            return Files.readString(Path.of("..", "docs", kind + ".schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
