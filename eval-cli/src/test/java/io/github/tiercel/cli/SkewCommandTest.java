package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkewCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @BeforeEach
    void write() {
        rows(
                "train.csv",
                "id,hour,carrier,old",
                row -> row % 24 + "," + List.of("AA", "DL").get(row % 2) + ",1");
        rows(
                "same.csv",
                "id,hour,carrier,old",
                row -> row % 24 + "," + List.of("AA", "DL").get(row % 2) + ",1");
        rows(
                "serve.csv",
                "id,hour,carrier,new",
                row -> (row % 24 + 5) + "," + List.of("AA", "DL", "WN").get(row % 3) + ",1");
        Holdout.text(folder, "typed.csv", "hour,carrier\n7,1\n8,2\n");
    }

    private void rows(String name, String header, IntFunction<String> row) {
        String body = IntStream.range(0, 480)
                .mapToObj(i -> i + "," + row.apply(i))
                .collect(Collectors.joining("\n", header + "\n", "\n"));
        Holdout.text(folder, name, body);
    }

    private Run skew(String reference, String data, String... more) {
        List<String> args = new ArrayList<>(List.of("skew", path(reference), path(data)));
        args.addAll(List.of(more));
        return Run.here(args);
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }

    @Test
    void whatDiffersForCertainAndByMuchStandsLast() {
        Run run = skew("train.csv", "serve.csv", "--exclude", "id");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.err());
        assertTrue(run.out()
                .contains("carrier: 160 of the rows of serve.csv (33 %) hold what train.csv has not: \"WN\"."));
        assertTrue(run.out().contains("Only in train.csv: old.\nOnly in serve.csv: new.\n"), run.out());
        assertTrue(run.out().endsWith("2 of 2 columns differ significantly and by much: hour, carrier.\n"), run.out());
    }

    @Test
    void jsonHoldsFingerprintsAndTheBins() {
        JsonNode json = skew("train.csv", "serve.csv", "--columns", "hour", "--bins", "4", "--format", "json")
                .assertExitCode(ExitCode.PASSED)
                .json();
        assertEquals("[\"hour\"]", json.get("skewed").toString());
        assertEquals(4, json.at("/columns/0/bins").size());
        assertEquals(
                64,
                json.at("/provenance/fingerprints/reference data").textValue().length());
        assertEquals(64, json.at("/provenance/fingerprints/data").textValue().length());
        assertTrue(json.at("/provenance/command").textValue().startsWith("tiercel skew "));
        assertEquals("4", json.at("/provenance/settings/bins").textValue());
    }

    @Test
    void theExitCodeTellsOfSkewIfAskedTo() {
        skew("train.csv", "same.csv", "--fail-if-skewed").assertExitCode(ExitCode.PASSED);
        skew("train.csv", "serve.csv", "--columns", "hour", "--fail-if-skewed").assertExitCode(ExitCode.FAILED);
        skew("train.csv", "serve.csv", "--columns", "id,old", "--fail-if-skewed")
                .assertExitCode(ExitCode.FAILED);
        skew("train.csv", "serve.csv", "--columns", "id,new", "--fail-if-skewed")
                .assertExitCode(ExitCode.FAILED);
        skew("train.csv", "typed.csv", "--columns", "hour,carrier", "--fail-if-skewed")
                .assertExitCode(ExitCode.FAILED);
        skew(
                        "train.csv",
                        "serve.csv",
                        "--columns",
                        "hour",
                        "--psi",
                        "9",
                        "--ks",
                        "1",
                        "--missing",
                        "1",
                        "--fail-if-skewed")
                .assertExitCode(ExitCode.PASSED);
        skew("train.csv", "serve.csv", "--columns", "hour", "--alpha", "1e-300", "--fail-if-skewed")
                .assertExitCode(ExitCode.PASSED);
    }

    @Test
    void anotherTypeIsListed() {
        Run run = skew("train.csv", "typed.csv", "--columns", "hour,carrier");
        run.assertExitCode(ExitCode.PASSED);
        assertTrue(
                run.out().contains("carrier: not compared, for it holds text in train.csv and numbers in typed.csv."),
                run.out());
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        skew("train.csv", "serve.csv", "--columns", "hours")
                .assertRefused(ExitCode.USAGE, "There is no column \"hours\"", "Did you mean \"hour\"?");
        skew("train.csv", "serve.csv", "--exclude", "hours")
                .assertRefused(ExitCode.USAGE, "There is no column \"hours\"", "Did you mean \"hour\"?");
        skew("train.csv", "serve.csv", "--columns", "hour", "--exclude", "hour")
                .assertRefused(ExitCode.USAGE, "--exclude leaves no column to compare");
        skew("train.csv", "typed.csv", "--columns", "carrier")
                .assertRefused(ExitCode.BAD_DATA, "share none of one type");
        skew("train.csv", "serve.csv", "--columns", "old,new")
                .assertRefused(ExitCode.BAD_DATA, "share none of one type");
        skew("train.csv", "serve.csv", "--bins", "1").assertRefused(ExitCode.USAGE, "bins must be at least 2, got 1");
        skew("train.csv", "gone.csv").assertRefused(ExitCode.BAD_DATA, "gone.csv");
    }

    @Test
    void aFileTakesTheResult() throws IOException {
        Path file = folder.resolve("skew.txt");
        Run run = skew("train.csv", "same.csv", "--output", file.toString());
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.out());
        assertTrue(Files.readString(file).startsWith("same.csv, 480 rows, against train.csv, 480 rows"));
        skew("train.csv", "same.csv", "--output", path("same.csv"))
                .assertRefused(ExitCode.USAGE, "which is read. Name another file for the result.");
    }

    @Test
    void itRunsInAProcessOfItsOwn() {
        Run run = Run.child(folder, "skew", "train.csv", "serve.csv", "--columns=carrier", "--fail-if-skewed");
        run.assertExitCode(ExitCode.FAILED);
        assertTrue(run.out().contains("1 of 1 column differs significantly and by much: carrier."), run.out());
    }
}
