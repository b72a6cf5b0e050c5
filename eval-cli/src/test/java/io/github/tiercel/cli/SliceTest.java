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

    @Test
    void smallSlicesAreCounted() throws Exception {
        Run run = evaluate("--slice", "age:4", "--slice", "month", "--min-slice-rows", "150", "--format", "json");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals(2, run.json().path("slices").size());
        assertTrue(
                run.out()
                        .contains("4 of 4 slices by \\\"age:4\\\", of 400 rows in all, have fewer than 150 rows and are"
                                + " left out."),
                run.out());
        assertEquals(
                "150",
                run.json()
                        .path("provenance")
                        .path("settings")
                        .path("min_slice_rows")
                        .asText());
    }

    @Test
    void worseSlicesAreSearchedFor() throws Exception {
        Run none = evaluate("--slice", "month", "--search-slices");
        none.assertExitCode(ExitCode.PASSED);
        assertTrue(
                none.out().contains("None of 2 slices searched is significantly worse than the rest of the rows"),
                none.out());
        List<String> lines = new ArrayList<>(List.of("label,score,month,place"));
        for (int row = 0; row < 2000; row++) {
            boolean wrong = (row % 8 == 3 && row % 3 > 0) || row % 11 == 0;
            lines.add((row % 2) + "," + ((row % 2 == 1) != wrong ? 0.8 : 0.2) + ",m" + row % 8 + ",p" + row % 3);
        }
        Holdout.text(folder, "worse.csv", String.join("\n", lines) + "\n");
        Run run = Run.here(
                "evaluate",
                folder.resolve("worse.csv").toString(),
                "--label",
                "label",
                "--score",
                "score",
                "--slice",
                "month",
                "--search-slices=accuracy",
                "--format",
                "json");
        run.assertExitCode(ExitCode.PASSED);
        JsonNode search = run.json().path("slice_search");
        assertEquals("accuracy", search.path("metric").asText());
        assertEquals(
                8, search.path("searched").asInt() + search.path("too_small").asInt());
        assertEquals(
                "m3",
                search.path("worse_than_rest")
                        .path("worst")
                        .path(0)
                        .path("value")
                        .asText());
    }

    @Test
    void foldsHaveASpread() throws Exception {
        Run run = evaluate("--fold", "month", "--format", "json");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("month", run.json().path("folds").path("column").asText());
        assertEquals(2, run.json().path("folds").path("count").asInt());
        assertEquals(
                1,
                run.json()
                        .path("folds")
                        .path("metrics")
                        .path("accuracy")
                        .path("mean")
                        .asDouble());
        assertEquals(2, run.json().path("slices").size());
        assertTrue(evaluate("--fold", "month").out().contains("over 2 folds of month"));
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
