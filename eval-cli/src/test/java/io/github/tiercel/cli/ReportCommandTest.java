package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private void assertPageNeedsNoData(List<String> evaluation) throws IOException {
        Path json = folder.resolve("run.json");
        Path page = folder.resolve("run.html");
        List<String> args = new ArrayList<>(evaluation);
        args.addAll(List.of("--format", "json", "--output", json.toString(), "--report", page.toString()));
        Run.here(args);
        Path again = folder.resolve("again.html");
        Run run = Run.here("report", json.toString(), "-o", again.toString());
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.out() + run.err());
        assertEquals(Files.readString(page), Files.readString(again));
    }

    @ParameterizedTest
    @EnumSource
    void pageIsTheOneThatEvaluateWrote(Task task) throws IOException {
        List<String> args = new ArrayList<>(List.of(
                "evaluate", TaskRows.csv(folder).toString(), "--id", "id", "--slice", "region", "--replicates", "50"));
        args.addAll(TaskRows.arguments(task));
        assertPageNeedsNoData(args);
    }

    @Test
    void pageOfSeveralModelsBaselineAndGatesIsTheSame() throws IOException {
        assertPageNeedsNoData(List.of(
                "evaluate",
                Holdout.csv(folder).toString(),
                "--label",
                "label",
                "--score",
                "score,weight",
                "--baseline",
                "other",
                "--slice",
                "country",
                "--gate",
                "roc_auc@country no-worse-than baseline by 0.01"));
    }

    @Test
    void pageOfASampleThatGrewIsTheSame() throws IOException {
        assertPageNeedsNoData(List.of(
                "evaluate",
                Holdout.csv(folder).toString(),
                "--label",
                "label",
                "--score",
                "score",
                "--tier",
                "fast",
                "--half-width",
                "0.05"));
    }

    @Test
    void pageOfLabelsOfOneClassIsTheSame() throws IOException {
        Path file = Holdout.text(folder, "one.csv", "label,score\n0,0.5\n0,0.3\n0,1.0\n");
        assertPageNeedsNoData(
                List.of("evaluate", file.toString(), "--label", "label", "--score", "score", "--gate", "roc_auc > 0"));
    }

    @Test
    void aPageNeedsAPlace() {
        Run.here("report", "run.json").assertRefused(ExitCode.USAGE, "--output");
        Run.here("report", "", "-o", folder.resolve("x.html").toString()).assertRefused(ExitCode.USAGE, "RUN is empty");
        Run.here("report", "run.json", "-o", folder.resolve("none/x.html").toString())
                .assertRefused(ExitCode.NO_OUTPUT, "none", "--output");
    }

    @Test
    void theShellGetsTheSame() {
        Run run = Run.child(folder, "report", "none.json", "-o", "x.html");
        run.assertRefused(12, "There is no file none.json.");
        assertTrue(Files.notExists(folder.resolve("x.html")));
    }
}
