package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.Filter;
import io.github.tiercel.data.TextColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvSourceTest {

    @TempDir
    private Path folder;

    private Columns read(String content) throws IOException {
        return DuckDbReader.open(Written.text(folder, "data.csv", content)).read();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 -3 +4 9223372036854775807 | IntegerColumn",
                "1 2.5 | NumberColumn",
                "1 nan | NumberColumn",
                "1e5 .5 5. -1E-3 | NumberColumn",
                "NaN -inf Infinity | NumberColumn",
                "9223372036854775808 1 | NumberColumn",
                "007 12 | TextColumn",
                "1_000 2 | TextColumn",
                "0x1F 2 | TextColumn",
                "true FALSE | TextColumn",
                "true 1 | TextColumn",
                "2001-01-01 2002-01-01 | TextColumn",
                "1 NA | TextColumn",
            })
    void aColumnIsNumericIfAllItsValuesAre(String values, String kind) throws IOException {
        assertEquals(kind, Written.kind(read("x\n" + values.replace(' ', '\n') + "\n"), "x"));
    }

    @Test
    void aTypeThatDriftsAfterAnySampleIsSeen() throws IOException {
        String rows = "1,2,\n".repeat(60_000);
        Columns columns = read("a,b,c\n" + rows + "x,2.5,7\n");
        assertEquals("TextColumn", Written.kind(columns, "a"));
        assertEquals("NumberColumn", Written.kind(columns, "b"));
        assertEquals("IntegerColumn", Written.kind(columns, "c"));
        assertEquals("x", columns.column("a").text(60_000));
        assertEquals(2.5, Double.parseDouble(columns.column("b").text(60_000)));
    }

    @Test
    void nanAndInfinityAreNumbers() throws IOException {
        Columns columns = read("x\n0.5\nnan\nNaN\ninf\n-Infinity\n-nan\n");
        assertEquals(List.of("0.5", "NaN", "NaN", "Infinity", "-Infinity", "NaN"), Written.values(columns, "x"));
    }

    @Test
    void anEmptyFieldIsMissingAndAQuotedOneIsEmptyText() throws IOException {
        Columns columns = read("t,n\na,1\n,\n\"\",\"\"\n");
        assertEquals(List.of("a", "-", ""), Written.values(columns, "t"));
        assertEquals(List.of("1", "-", "-"), Written.values(columns, "n"));
    }

    @Test
    void aColumnWithoutValuesIsText() throws IOException {
        assertEquals("TextColumn", Written.kind(read("a,b\n1,\n2,\n"), "b"));
    }

    @Test
    void booleansAreLowerCaseAndOtherTextIsAsWritten() throws IOException {
        Columns columns = read("yes,when\nTrue,3/4/2024\nFALSE,2024-05-06 07:08\n,x\n");
        assertEquals(List.of("true", "false", "-"), Written.values(columns, "yes"));
        assertEquals(List.of("3/4/2024", "2024-05-06 07:08", "x"), Written.values(columns, "when"));
    }

    @Test
    void marksLineEndsAndQuotesAreUnderstood() throws IOException {
        Columns columns = read("\uFEFFid,\"a \"\"b\"\", c\"\r\n1,\"x\r\ny\"\r\n2,\"say \"\"hi\"\"\"\r\n");
        assertEquals(List.of("id", "a \"b\", c"), columns.names());
        assertEquals(List.of("x\r\ny", "say \"hi\""), Written.values(columns, "a \"b\", c"));
        assertEquals(List.of("1", "2"), Written.values(columns, "id"));
    }

    @Test
    void aQuotedNewlineInTheHeaderBelongsToTheName() throws IOException {
        Columns columns = read("\"a\nb\",c\n1,2\n");
        assertEquals(List.of("a\nb", "c"), columns.names());
        assertEquals(List.of("2"), Written.values(columns, "c"));
        assertEquals(List.of("2"), Written.values(read("\"a\nb\",c\r\n1,2\r\n"), "c"));
        assertEquals(List.of("2"), Written.values(read("\"a\rb\",c\n1,2\n"), "c"));
        assertEquals(List.of("2"), Written.values(read("\"a\r\nb\",c\r1,2\r"), "c"));
    }

    @Test
    void theHeaderTellsTheDelimiter() throws IOException {
        assertEquals(List.of("1,5"), Written.values(read("a;b\n1,5;2\n"), "a"));
        assertEquals(List.of("1"), Written.values(read("a|b\n1|2\n"), "a"));
        assertEquals(List.of("x;y;z"), Written.values(read("a,b\nx;y;z,1\n"), "a"));
        assertEquals(List.of("one;column"), Written.values(read("a\n\"one;column\"\n"), "a"));
    }

    @Test
    void tabsAndGzipGoByTheFileName() throws IOException {
        Columns tabs = DuckDbReader.open(Written.text(folder, "t.tsv", "a,b\tc\n1\t2\n"))
                .read();
        Columns zipped = DuckDbReader.open(Written.gzip(folder, "z.csv.gz", "a,b\n1,2\n"))
                .read();
        assertEquals(List.of("a,b", "c"), tabs.names());
        assertEquals(List.of("2"), Written.values(zipped, "b"));
    }

    @Test
    void hashesAreNoComments() throws IOException {
        assertEquals(List.of("#1", "#2"), Written.values(read("a,b\n#1,1\n#2,2\n"), "a"));
    }

    @Test
    void filtersSeeTheTypesFound() throws IOException {
        Path file = Written.text(folder, "f.csv", "id,score,split\n1,0.5,test\n2,0.25,train\n3,,test\n");
        DuckDbReader tested = DuckDbReader.open(file).select("id").where(Filter.equal("split", "test"));
        assertEquals(List.of("1", "3"), Written.values(tested.read(), "id"));
        assertEquals(
                List.of("1"),
                Written.values(tested.where(Filter.atLeast("score", 0.5)).read(), "id"));
    }

    @Test
    void orderIsKeptByManyThreads() throws IOException {
        StringBuilder rows = new StringBuilder("id,t\n");
        for (int i = 0; i < 200_000; i++) {
            rows.append(i).append(",\"line\nend\"\n");
        }
        Path file = Written.text(folder, "order.csv", rows.toString());
        Columns columns = DuckDbReader.open(file).threads(8).read();
        assertEquals(200_000, columns.rows());
        for (int row = 0; row < 200_000; row++) {
            assertEquals(Integer.toString(row), columns.column("id").text(row));
        }
    }

    @Test
    void quotedTextThatLooksLikeRowsIsReadByOneThread() throws IOException {
        StringBuilder rows = new StringBuilder("id,t\n");
        for (int i = 0; rows.length() < 20_000_000; i++) {
            rows.append(i).append(",\"a\nline, \"\"two\"\"\n3,4\"\n");
        }
        Columns columns = DuckDbReader.open(Written.text(folder, "rows.csv", rows.toString()))
                .threads(4)
                .read();
        for (int row = 0; row < columns.rows(); row++) {
            assertEquals(Integer.toString(row), columns.column("id").text(row));
        }
        assertEquals(List.of("a\nline, \"two\"\n3,4"), ((TextColumn) columns.column("t")).dictionary());
    }
}
