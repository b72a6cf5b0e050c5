package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.ColumnSkew;
import io.github.tiercel.result.MissingSkew;
import io.github.tiercel.result.NumberSummary;
import io.github.tiercel.result.SkewBin;
import io.github.tiercel.result.SkewResult;
import io.github.tiercel.result.SkewTest;
import io.github.tiercel.result.SkewThresholds;
import io.github.tiercel.result.TypeMismatch;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Feature skew as table and JSON. */
class SkewTextTest {

    private static final MissingSkew NONE =
            new MissingSkew(0, 0, 0, new Interval(-0.001, 0.002, 0.95, "newcombe"), Optional.empty());

    private static ColumnSkew number(String name, double psi, double pValue, boolean significant, boolean large) {
        return new ColumnSkew(
                name,
                true,
                OptionalDouble.of(psi),
                OptionalDouble.of(psi / 2),
                Optional.of(new SkewTest("ks", pValue, Math.min(1, 4 * pValue))),
                NONE,
                List.of(new SkewBin("(-inf, 3.0)", 500, 300), new SkewBin("[3.0, inf)", 500, 700)),
                Optional.of(new NumberSummary(2.5, 0, 1, 2, 3, 9)),
                Optional.of(new NumberSummary(Double.POSITIVE_INFINITY, 0, 2, 3, 4, Double.POSITIVE_INFINITY)),
                0,
                List.of(),
                significant,
                large,
                significant && large);
    }

    private static ColumnSkew text() {
        return new ColumnSkew(
                "carrier",
                false,
                OptionalDouble.of(0.64),
                OptionalDouble.empty(),
                Optional.of(new SkewTest("g", 1e-12, 4e-12)),
                new MissingSkew(
                        3,
                        60,
                        0.057,
                        new Interval(0.041, 0.075, 0.95, "newcombe"),
                        Optional.of(new SkewTest("g", 1e-9, 3e-9))),
                List.of(new SkewBin("AA", 997, 700), new SkewBin("(unseen)", 0, 240)),
                Optional.empty(),
                Optional.empty(),
                240,
                List.of("W\nN", "n/a"),
                true,
                true,
                true);
    }

    private static ColumnSkew empty() {
        return new ColumnSkew(
                "empty",
                false,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                new MissingSkew(
                        0, 1000, 1, new Interval(0.99, 1, 0.95, "newcombe"), Optional.of(new SkewTest("g", 0, 0))),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                true,
                true,
                true);
    }

    private static SkewResult result(List<ColumnSkew> columns) {
        return new SkewResult(
                "train.csv",
                "serve.csv",
                1000,
                1000,
                SkewThresholds.DEFAULT,
                0.95,
                columns,
                List.of("gone"),
                List.of("fresh", "new"),
                List.of(new TypeMismatch("code", "text", "numbers")),
                ParityHandMade.PROVENANCE);
    }

    private static SkewResult everything() {
        return result(List.of(
                number("price", 0.01, 0.4, false, false),
                number("clicks", 0.3, 0.2, false, true),
                text(),
                number("hour", 0.002, 1e-6, true, false),
                empty()));
    }

    @Test
    void columnsAreAsInTheGoldenFiles() throws IOException {
        Golden.assertGolden("skew.txt", SkewTable.render(everything()));
        Golden.assertGolden("skew.json", SkewJson.render(everything()));
    }

    @Test
    void whatMattersStandsFirst() {
        List<String> lines = SkewTable.render(everything()).lines().toList();
        int heading = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("column"))
                .findFirst()
                .orElseThrow());
        assertEquals(
                List.of("carrier", "empty", "clicks", "hour", "price"),
                lines.subList(heading + 1, heading + 6).stream()
                        .map(line -> line.split(" ", -1)[0])
                        .toList());
        assertEquals("2 of 5 columns differ significantly and by much: carrier, empty.", lines.get(lines.size() - 1));
    }

    @Test
    void meansStandWhereThereIsRoom() {
        assertTrue(SkewTable.render(everything(), 140, Style.PLAIN).contains("before"));
        assertTrue(!SkewTable.render(everything(), 80, Style.PLAIN).contains("before"));
    }

    @Test
    void nothingToLookAtIsSaid() {
        String text = SkewTable.render(result(List.of(number("price", 0.01, 0.4, false, false))));
        assertTrue(
                text.endsWith(
                        "No column differs both significantly and by much: of 1, 0 significantly and 0 by much.\n"),
                text);
    }

    @Test
    void jsonFollowsTheSchema() throws IOException {
        Schema.assertValid(SkewJson.render(everything()), "skew");
        assertEquals(Set.of(), Schema.ofSchemas().validate(Schema.document("skew")));
        JsonNode json = Schema.parse(SkewJson.render(everything()));
        JsonNode described = Schema.document("skew").at("/$defs/column/properties");
        for (JsonNode column : json.get("columns")) {
            column.fieldNames().forEachRemaining(name -> assertTrue(described.has(name), name));
        }
        JsonNode whole = Schema.document("skew").get("properties");
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            assertTrue(whole.has(member.getKey()), member.getKey());
        }
        assertTrue(json.at("/columns/0/data/mean").isNull());
    }
}
