package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tiercel.result.ParityResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks of served scores as table and JSON. */
class ParityTextTest {

    private static String table(ParityResult result, int width) {
        return ParityTable.render(result, width, Style.PLAIN);
    }

    @Test
    void differencesAreAsInTheGoldenFiles() throws IOException {
        Golden.assertGolden("parity.json", ParityJson.render(ParityHandMade.differing()));
        Golden.assertGolden("parity.txt", ParityTable.render(ParityHandMade.differing()));
    }

    @Test
    void identicalScoresAreSaidToBe() throws IOException {
        Golden.assertGolden("parity-identical.txt", ParityTable.render(ParityHandMade.identical()));
    }

    @Test
    void aGapWithoutBoundIsShownAndIsNullInJson() throws IOException {
        String text = ParityTable.render(ParityHandMade.infinite());
        assertTrue(text.contains("max_difference    inf"), text);
        assertTrue(text.contains("-inf"), text);
        assertTrue(!text.contains("label_flips") && !text.contains("threshold"), text);
        JsonNode json = Schema.parse(ParityJson.render(ParityHandMade.infinite()));
        assertTrue(json.at("/difference/max").isNull());
        assertTrue(json.at("/first_rows/0/served/0").isNull());
        assertTrue(json.path("label_flips").isMissingNode());
    }

    @Test
    void jsonFollowsTheSchema() throws IOException {
        for (ParityResult result :
                List.of(ParityHandMade.differing(), ParityHandMade.identical(), ParityHandMade.infinite())) {
            Schema.assertValid(ParityJson.render(result), "parity");
        }
        assertEquals(Set.of(), Schema.ofSchemas().validate(Schema.document("parity")));
    }

    @Test
    void everyKeyIsDescribed() throws IOException {
        JsonNode json = Schema.parse(ParityJson.render(ParityHandMade.differing()));
        assertTrue(Schema.document("parity").get("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList()
                .containsAll(json.properties().stream().map(Map.Entry::getKey).toList()));
        JsonNode row = Schema.document("parity").at("/$defs/row/properties");
        json.at("/first_rows/0").fieldNames().forEachRemaining(name -> assertTrue(row.has(name), name));
    }

    @Test
    void linesKeepTheWidthUnlessNumbersDoNot() {
        for (int width : List.of(70, 80, 100, 140)) {
            int most = table(ParityHandMade.differing(), width)
                    .lines()
                    .mapToInt(DisplayText::width)
                    .max()
                    .orElseThrow();
            assertTrue(most <= width, () -> table(ParityHandMade.differing(), width));
        }
        assertThrows(IllegalArgumentException.class, () -> table(ParityHandMade.identical(), 39));
    }

    @Test
    void textFromDataBreaksNoLine() {
        assertTrue(ParityTable.render(ParityHandMade.differing()).contains("u\\n7"));
    }
}
