package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    @BeforeAll
    static void write() {
        Holdout.csv(folder);
    }

    @Test
    void partsHaveAllRowsBetweenThem() {
        JsonNode select = json("--part", "select", "--id", "id");
        JsonNode confirm = json("--part", "confirm", "--id", "id");
        JsonNode all = json("--id", "id");
        assertEquals(600, select.at("/rows").intValue() + confirm.at("/rows").intValue());
        assertEquals(
                all.at("/positives").intValue(),
                select.at("/positives").intValue() + confirm.at("/positives").intValue());
        double mean = all.at("/metrics/log_loss/value").doubleValue() * 600;
        assertEquals(mean, sum(select) + sum(confirm), 1e-9);
        assertTrue(select.at("/rows").intValue() > 240 && select.at("/rows").intValue() < 360);
    }

    private static double sum(JsonNode part) {
        return part.at("/metrics/log_loss/value").doubleValue()
                * part.at("/rows").intValue();
    }

    @Test
    void thePartIsEchoed() {
        JsonNode json = json("--part", "confirm");
        assertEquals("confirm", json.at("/provenance/settings/part").textValue());
        assertTrue(json.at("/provenance/command").textValue().contains("--part confirm"));
        assertFalse(json().at("/provenance/settings").has("part"));
    }

    @Test
    void samplesGatesAndSlicesAreOfThePart() {
        JsonNode json = json(
                "--part",
                "select",
                "--id",
                "id",
                "--slice",
                "country",
                "--baseline",
                "other",
                "--gate",
                "roc_auc no-worse-than baseline by 0.05",
                "--cluster",
                "user");
        assertEquals("PASS", json.at("/verdict").textValue());
        int rows = 0;
        for (JsonNode slice : json.get("slices")) {
            rows += slice.get("rows").intValue();
        }
        assertEquals(json.at("/rows").intValue(), rows);
    }

    @Test
    void anotherSeedMakesOtherParts() {
        assertNotEquals(
                json("--part", "select", "--id", "id").at("/provenance/fingerprints/rows"),
                json("--part", "select", "--id", "id", "--seed", "7").at("/provenance/fingerprints/rows"));
    }

    @Test
    void unknownPartsAreAnsweredWithThoseThereAre() {
        Run run = Run.here(line("--part", "train"));
        run.assertExitCode(ExitCode.USAGE);
        assertTrue(run.err().contains("select") && run.err().contains("confirm"), run.err());
    }

    @Test
    void aPartWithoutRowsIsAnErrorOfTheData() {
        Path file = Holdout.text(folder, "one.csv", "label,score,user\n1,0.5,a\n0,0.4,a\n");
        for (String part : List.of("select", "confirm")) {
            Run run = Run.here(
                    "evaluate",
                    file.toString(),
                    "--label",
                    "label",
                    "--score",
                    "score",
                    "--cluster",
                    "user",
                    "--part",
                    part);
            run.assertExitCode(ExitCode.BAD_DATA);
            assertTrue(run.err().contains("would have none of its 2 rows at a share of 0.5"), run.err());
        }
    }

    private static JsonNode json(String... options) {
        return Run.here(line(options)).json();
    }

    private static String[] line(String... options) {
        List<String> line = new ArrayList<>(List.of(
                "evaluate",
                folder.resolve("holdout.csv").toString(),
                "--label",
                "label",
                "--score",
                "score",
                "--replicates",
                "0",
                "--format",
                "json"));
        line.addAll(List.of(options));
        return line.toArray(String[]::new);
    }
}
