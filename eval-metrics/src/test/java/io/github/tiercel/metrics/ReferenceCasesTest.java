package io.github.tiercel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.ReferenceTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No reference case gets lost: each is in a table or a test, or it is said why it is not. */
class ReferenceCasesTest {

    private static final Path TESTS = Path.of("src/test/java/io/github/tiercel/metrics");

    static List<Row> testedCases() {
        return ReferenceTable.read("cases.csv").rows().stream()
                .filter(row -> !row.text("where").equals("-"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("testedCases")
    void caseIsWhereTheListSays(Row row) throws IOException {
        String where = row.text("where");
        String text = row.text("case");
        boolean found = where.endsWith(".java")
                ? Files.readString(TESTS.resolve(where)).contains(text)
                : ReferenceTable.read(where).rows().stream()
                        .anyMatch(tested -> tested.toString().equals(text));
        assertTrue(found, () -> where + " has no " + text);
    }

    @Test
    void casesAreListedOnce() {
        List<String> ids = ReferenceTable.read("cases.csv").rows().stream()
                .map(Row::toString)
                .toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
    }
}
