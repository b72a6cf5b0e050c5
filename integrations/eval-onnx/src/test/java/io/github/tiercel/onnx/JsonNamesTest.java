package io.github.tiercel.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNamesTest {

    @Test
    void namesComeInTheirOrder() {
        assertEquals(List.of("b", "a=x", ""), JsonNames.parse(" [ \"b\" ,\n\t\"a=x\",\"\" ] "));
        assertEquals(List.of(), JsonNames.parse("[]"));
    }

    @Test
    void escapesAreRead() {
        assertEquals(List.of("\"\\/\b\f\n\r\tü€"), JsonNames.parse("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00fc\\u20AC\"]"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "``|expected '[' at character 1",
                "`\"a\"`|expected '[' at character 1",
                "`[\"a\"`|expected ']' at character 5",
                "`[\"a\",]`|expected '\"' at character 6",
                "`[1]`|expected '\"' at character 2",
                "`[\"a`|expected a closing quote at character 4",
                "`[\"a\\`|expected a closing quote at character 5",
                "`[\"\\x\"]`|expected one of \"\\/bfnrtu after a backslash at character 5",
                "`[\"\\u12g4\"]`|expected four hexadecimal digits at character 5",
                "`[] x`|expected the end at character 4",
            })
    void whatIsNoListSaysWhere(String json, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> JsonNames.parse(json))
                        .getMessage());
    }
}
