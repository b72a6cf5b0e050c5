package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SliceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    /** 400 rows: month by half, age from 0 to 399, every fourth positive and right. */
    @BeforeAll
    static void write() {
        List<String> lines = new ArrayList<>(List.of("label,score,month,age"));
        for (int row = 0; row < 400; row++) {
            lines.add((row % 4 == 0 ? "1,0.9," : "0,0.1,") + (row < 200 ? "May," : "June,") + row);
        }
        Holdout.text(folder, "rows.csv", String.join("\n", lines) + "\n");
    }

    @Test
    void pairsAndBinsAreSlices() throws Exception {
        Run run = evaluate("--slice", "month & age:4", "--format", "json");
        run.assertExitCode(ExitCode.PASSED);
        List<String> slices = new ArrayList<>();
        for (JsonNode slice : run.json().path("slices")) {
            slices.add(slice.path("column").asText() + "=" + slice.path("value").asText() + " "
                    + slice.path("rows").asInt());
        }
        assertEquals(
                List.of(
                        "month & age:4=June & [200, 300) 100",
                        "month & age:4=June & [300, 399] 100",
                        "month & age:4=May & [0, 100) 100",
                        "month & age:4=May & [100, 200) 100"),
                slices);
    }

    @Test
    void gatesNameThemAlike() {
        Run run = evaluate("--gate", "accuracy@age:2 >= 0.9", "--gate", "accuracy@age:2=[0, 200) >= 0.9");
        run.assertExitCode(ExitCode.PASSED);
        assertTrue(run.out().contains("accuracy@age:2=[200, 399] >= 0.9"), run.out());
        assertTrue(run.out().contains("all 3 gates passed"), run.out());
    }

    @Test
    void binsOfTextAreRefused() {
        Run run = evaluate("--slice", "month:3");
        run.assertExitCode(ExitCode.BAD_DATA);
        assertTrue(
                run.err().contains("Slice \"month:3\" needs numbers to bin, but column \"month\" holds text."),
                run.err());
    }

    @Test
    void tooManyBinsAreRefused() {
        Run run = evaluate("--slice", "age:1000");
        run.assertExitCode(ExitCode.USAGE);
        assertTrue(run.err().contains("asks for 1000 bins. Ask for 2 to 100"), run.err());
    }

    private static Run evaluate(String... options) {
        List<String> line = new ArrayList<>(List.of(
                "evaluate",
                folder.resolve("rows.csv").toString(),
                "--label",
                "label",
                "--score",
                "score",
                "--metrics",
                "accuracy",
                "--replicates",
                "0"));
        line.addAll(List.of(options));
        return Run.here(line.toArray(String[]::new));
    }
}
