package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, once for each exit code; InterruptTest has 130. */
class ExitCodeTest {

    private static final String NOWHERE = "/dev/full";
    private static final String[] ARGS = {"evaluate", "holdout.csv", "--label", "label", "--score", "score"};

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    @BeforeAll
    static void write() {
        Holdout.csv(folder);
    }

    @Test
    void passedIs0() {
        Run run = evaluate("--gate", "roc_auc >= 0.7");
        run.assertExitCode(0);
        assertEquals("", run.err());
        assertTrue(run.out().endsWith("\n"), run.out());
    }

    @Test
    void usageIs2() {
        evaluate("--explode").assertRefused(2, "--explode");
    }

    @Test
    void failedIs10() {
        Run run = evaluate("--gate", "roc_auc >= 0.999");
        run.assertExitCode(10);
        assertTrue(run.out().contains("FAIL"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void inconclusiveIs11() {
        evaluate("--gate", "roc_auc@country=li >= 0.5").assertExitCode(11);
    }

    @Test
    void badDataIs12() {
        Run.child(folder, "evaluate", "holdut.csv", "--label", "label", "--score", "score")
                .assertRefused(12, "holdut.csv", "\"holdout.csv\"");
    }

    @Test
    void modelFailedIs13() {
        OnnxFile.refusing(folder.resolve("refusing.onnx"));
        Run.child(
                        folder,
                        "evaluate",
                        "holdout.csv",
                        "--label=label",
                        "--model=refusing.onnx",
                        "--features=score,other",
                        "--store=scores/store")
                .assertRefused(13, "MODEL_FAILED", "rows");
    }

    @Test
    void noOutputIs14() {
        evaluate("--output", "missing/run.json").assertRefused(14, "missing/run.json", "folder", "--output");
    }

    @Test
    void fullDiskBehindStdoutIs14() {
        assumeTrue(Files.exists(Path.of(NOWHERE)), "this system has no " + NOWHERE);
        List<String> line = new ArrayList<>(List.of("sh", "-c", "exec \"$0\" \"$@\" >" + NOWHERE));
        line.addAll(Run.line(System.getProperty("java.class.path"), ARGS));
        Run.of(new ProcessBuilder(line).directory(folder.toFile())).assertRefused(14, "stdout", "--output");
    }

    @Test
    void faultOfTiercelIs70WithoutAStackTrace() {
        String incomplete = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("commons-math"))
                .collect(Collectors.joining(File.pathSeparator));
        Run run = Run.child(incomplete, folder, ARGS);
        run.assertExitCode(70);
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("please report"), run.err());
    }

    @Test
    void helpAndVersionAre0() {
        Run.child(folder, "--version").assertExitCode(0);
        Run.child(folder, "evaluate", "--help").assertExitCode(0);
    }

    private static Run evaluate(String... options) {
        List<String> args = new ArrayList<>(List.of(ARGS));
        args.addAll(List.of(options));
        return Run.child(folder, args.toArray(String[]::new));
    }
}
