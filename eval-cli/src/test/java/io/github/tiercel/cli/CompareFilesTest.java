package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two results of two files, joined by the ids of their rows. */
class CompareFilesTest extends ComparedRuns {

    /** The rows of the file with one model's score alone, in any order. */
    private void split(String name, int column, int rows, boolean shuffled) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("holdout.csv"));
        List<String> body = new ArrayList<>(lines.subList(1, 1 + rows));
        if (shuffled) {
            Collections.shuffle(body, new Random(1));
        }
        List<String> written = new ArrayList<>(List.of("id,label,p"));
        for (String line : body) {
            String[] cells = line.split(",", -1);
            written.add(cells[0] + "," + cells[1] + "," + cells[column]);
        }
        Files.write(folder.resolve(name), written);
    }

    private void evaluateSplit() {
        evaluated("a.json", "v1.csv", "--score", "p");
        evaluated("b.json", "v2.csv", "--score", "p");
    }

    @Test
    void twoFilesAreJoinedById() throws IOException {
        split("v1.csv", 3, 600, true);
        split("v2.csv", 2, 600, false);
        evaluateSplit();
        JsonNode joined = compared();
        assertPairedBy("ids", joined);
        assertEquals("p (a)", joined.at("/baseline/name").textValue());
        Run direct = Run.here(
                "evaluate",
                folder.resolve("holdout.csv").toString(),
                "--label",
                "label",
                "--id",
                "id",
                "--score",
                "score",
                "--baseline",
                "other",
                "--replicates",
                "0",
                "--format",
                "json");
        assertEquals(direct.json().get("metrics"), joined.get("metrics"));
        assertEquals(direct.json().get("comparison"), joined.get("comparison"));
        assertEquals(List.of(), textsOf(joined, "FEWER_ROWS"));
    }

    @Test
    void rowsThatOnlyTheBaselineHasAreLeftOut() throws IOException {
        split("v1.csv", 3, 600, true);
        split("v2.csv", 2, 500, false);
        evaluateSplit();
        JsonNode joined = compared();
        assertPairedBy("ids", joined);
        assertEquals(
                List.of("The baseline was evaluated on 600 rows and is compared on the 500 that the candidate has, so"
                        + " its values are not those of its own run."),
                textsOf(joined, "FEWER_ROWS"));
    }

    @Test
    void idsOrLabelsThatDoNotMatchAreNotPaired() throws IOException {
        split("v1.csv", 3, 500, true);
        split("v2.csv", 2, 600, false);
        evaluateSplit();
        assertUnpaired(compared(), "lacks the ids of 100 of the 600 rows of");
        split("v1.csv", 3, 600, false);
        Path data = folder.resolve("v1.csv");
        Files.writeString(
                data,
                Files.readString(data).replaceFirst("\n1002,0,", "\n1002,1,").replaceFirst("\n1003,0,", "\n1003,1,"));
        evaluated("a.json", "v1.csv", "--score", "p");
        assertUnpaired(compared(), "of the 600 rows of");
        assertUnpaired(compared(), "have another label in");
    }

    /** Classes are in the order of their columns, which another file may have otherwise. */
    @Test
    void classesInAnotherOrderAreJoinedByName() throws IOException {
        Path data = TaskRows.csv(folder);
        List<String> turned = new ArrayList<>();
        for (String line : Files.readAllLines(data)) {
            String[] cells = line.split(",", -1);
            turned.add(String.join(",", cells[0], cells[1], cells[4], cells[2], cells[3]));
        }
        Files.write(folder.resolve("turned.csv"), turned);
        ofClasses("a.json", "turned.csv");
        ofClasses("b.json", "tasks.csv");
        JsonNode joined = compared();
        assertEquals("ids", joined.at("/provenance/settings/paired_by").textValue());
        JsonNode difference = joined.at("/comparison/log_loss");
        assertTrue(difference.get("paired").booleanValue(), difference::toString);
        assertEquals(0, difference.get("difference").doubleValue());
    }

    private void ofClasses(String name, String data) {
        Run.here(
                        "evaluate",
                        folder.resolve(data).toString(),
                        "--label",
                        "species",
                        "--score-prefix",
                        "p_",
                        "--id",
                        "id",
                        "--replicates",
                        "0",
                        "--output-json",
                        folder.resolve(name).toString())
                .assertExitCode(ExitCode.PASSED);
    }

    @Test
    void twoFilesWithoutIdsAreNotPaired() throws IOException {
        split("v1.csv", 3, 600, false);
        split("v2.csv", 2, 600, false);
        evaluated("b.json", "v2.csv", "--score", "p");
        Path run = folder.resolve("a.json");
        Run.here(
                        "evaluate",
                        folder.resolve("v1.csv").toString(),
                        "--label",
                        "label",
                        "--score",
                        "p",
                        "--output-json",
                        run.toString())
                .assertExitCode(ExitCode.PASSED);
        assertUnpaired(compared(), "not both name the ids of their rows. Evaluate both models with --id");
    }
}
