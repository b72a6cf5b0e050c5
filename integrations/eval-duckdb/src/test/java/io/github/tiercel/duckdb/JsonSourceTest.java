package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.Filter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonSourceTest {

    @TempDir
    private Path folder;

    private Columns read(String name, String content) throws IOException {
        return DuckDbReader.open(Written.text(folder, name, content)).read();
    }

    @Test
    void linesAndArraysOfObjectsAreRows() throws IOException {
        assertEquals(List.of("1", "2"), Written.values(read("a.jsonl", "{\"x\":1}\n{\"x\":2}\n"), "x"));
        assertEquals(List.of("1", "2"), Written.values(read("a.ndjson", "{\"x\":1}\n{\"x\":2}"), "x"));
        assertEquals(List.of("1", "2"), Written.values(read("a.json", "[{\"x\":1},{\"x\":2}]"), "x"));
        assertEquals(List.of("1", "2"), Written.values(read("b.json", "{\"x\":1}\n{\"x\":2}\n"), "x"));
        Path zipped = Written.gzip(folder, "z.jsonl.gz", "{\"x\":1}\n");
        assertEquals(List.of("1"), Written.values(DuckDbReader.open(zipped).read(), "x"));
    }

    @Test
    void typesAreThoseOfTheWholeFile() throws IOException {
        String rows = "{\"i\":1,\"n\":1,\"m\":1,\"b\":true}\n".repeat(30_000);
        Columns columns = read("t.jsonl", rows + "{\"i\":2,\"n\":0.5,\"m\":\"x\",\"late\":7}\n");
        assertEquals("IntegerColumn", Written.kind(columns, "i"));
        assertEquals("NumberColumn", Written.kind(columns, "n"));
        assertEquals("TextColumn", Written.kind(columns, "m"));
        assertEquals("IntegerColumn", Written.kind(columns, "late"));
        assertEquals("x", columns.column("m").text(30_000));
        assertEquals("1", columns.column("m").text(0));
        assertEquals("true", columns.column("b").text(0));
        assertEquals(true, columns.column("b").isMissing(30_000));
    }

    @Test
    void datesStayAsWritten() throws IOException {
        Columns columns = read(
                "d.jsonl",
                "{\"d\":\"2024-01-02\",\"t\":\"2024-01-02 03:04:05\",\"u\":\"550E8400-e29b-41d4-a716-446655440000\",\"n\":null}\n");
        assertEquals(List.of("2024-01-02"), Written.values(columns, "d"));
        assertEquals(List.of("2024-01-02 03:04:05"), Written.values(columns, "t"));
        assertEquals(List.of("550E8400-e29b-41d4-a716-446655440000"), Written.values(columns, "u"));
        assertEquals(List.of("-"), Written.values(columns, "n"));
    }

    @Test
    void nanAndHugeIntegersAreNumbers() throws IOException {
        Columns columns = read("n.jsonl", "{\"x\":NaN,\"h\":1}\n{\"x\":-Infinity,\"h\":18446744073709551615}\n");
        assertEquals(List.of("NaN", "-Infinity"), Written.values(columns, "x"));
        assertEquals(List.of("1.0", "1.8446744073709552E19"), Written.values(columns, "h"));
    }

    @Test
    void numberedNamesAreNotMistakenForRenamedOnes() throws IOException {
        Columns columns = read("p.jsonl", "{\"p\":1,\"p_1\":2,\"P\":\"x\"}\n");
        assertEquals(List.of("2"), Written.values(columns, "p_1"));
        assertEquals(List.of("1"), Written.values(columns, "p"));
    }

    @Test
    void filtersReachNestedFilesWithoutTheNestedColumn() throws IOException {
        Path file = Written.text(folder, "f.jsonl", "{\"x\":1,\"v\":[1,2]}\n{\"x\":5,\"v\":[3]}\n");
        Columns columns =
                DuckDbReader.open(file).select("x").where(Filter.above("x", 1)).read();
        assertEquals(List.of("5"), Written.values(columns, "x"));
        assertEquals(List.of("x", "v"), DuckDbReader.open(file).names());
    }
}
