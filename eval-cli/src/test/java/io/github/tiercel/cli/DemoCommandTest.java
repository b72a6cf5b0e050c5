package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @Test
    void withoutOptionsStoreAndReportLieUnderTheWorkingFolderAndStderrIsEmpty() {
        Run run = Run.child(folder, "demo", "--epochs", "1");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.err());
        Path report = Path.of(".tiercel", "demo.html");
        assertTrue(run.out().endsWith("report       " + report + System.lineSeparator()), run.out());
        assertTrue(Files.exists(folder.resolve(report)));
        assertTrue(Files.exists(folder.resolve(".tiercel").resolve("store").resolve("VERSION")));
    }

    @ParameterizedTest
    @CsvSource({
        "--epochs,0,at least 1",
        "--epochs,many,'many' is not a whole number",
        "--epochs,99999999999,'99999999999' is too large a number",
        "--store,'',--store is empty",
        "--rows,5,--rows"
    })
    void mistakesOfTheCommandLineAreNamed(String option, String value, String named) {
        Run.here("demo", option, value, "--report", folder.resolve("demo.html").toString())
                .assertRefused(ExitCode.USAGE, named);
    }

    @Test
    void aFileIsNoStore() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        demo(file, folder.resolve("demo.html")).assertRefused(ExitCode.NO_OUTPUT, file.toString(), "folder");
    }

    @Test
    void aFolderWithOtherThingsIsNoStore() throws IOException {
        Files.createFile(folder.resolve("letter.txt"));
        demo(folder, folder.resolve("demo.html"))
                .assertRefused(ExitCode.NO_OUTPUT, folder.toRealPath().toString(), "not empty");
    }

    @Test
    void aFolderIsNoReport() {
        demo(folder.resolve("store"), folder)
                .assertRefused(
                        ExitCode.NO_OUTPUT,
                        "The report cannot be written to " + folder + ": it is a folder. Name another file with"
                                + " --report.");
    }

    @Test
    void theFolderOfANamedReportIsNotMade() {
        Path report = folder.resolve("missing").resolve("demo.html");
        demo(folder.resolve("store"), report)
                .assertRefused(
                        ExitCode.NO_OUTPUT,
                        "The report cannot be written to " + report + ": its folder does not exist. Name another file"
                                + " with --report.");
    }

    @Test
    void reportWithoutANameIsAMistake() {
        Run.here("demo", "--report", "").assertRefused(ExitCode.USAGE, "--report is empty. Name a file.");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "folders have no permissions to take away")
    void folderThatMayNotBeWrittenIsRefusedBeforeTheWork() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(closed), "root may write everywhere");
        Path report = closed.resolve("demo.html");
        demo(folder.resolve("store"), report)
                .assertRefused(
                        ExitCode.NO_OUTPUT,
                        "The report cannot be written to " + report + ": permission denied. Name another file with"
                                + " --report.");
    }

    @Test
    void damagedStoreIsOneSentenceOnStderrAndTheScoresAreInferredAgain() throws IOException {
        Run.child(folder, "demo", "--epochs", "1").assertExitCode(ExitCode.PASSED);
        try (Stream<Path> files = Files.walk(folder.resolve(".tiercel").resolve("store"))) {
            for (Path segment :
                    files.filter(file -> file.endsWith("0-8192.arrow")).toList()) {
                // Segments are read-only, so a damaged one takes the place of the good one.
                Files.delete(segment);
                Files.writeString(segment, "damaged");
            }
        }
        Run again = Run.child(folder, "demo", "--epochs", "1");
        again.assertExitCode(ExitCode.PASSED);
        assertTrue(again.err().matches("tiercel: flights, epoch 1: 1 file of stored predictions .*\\R"), again.err());
        assertTrue(again.out().contains("8,192 scores inferred"), again.out());
    }

    private static Run demo(Path store, Path report) {
        return Run.here("demo", "--store", store.toString(), "--report", report.toString());
    }
}
