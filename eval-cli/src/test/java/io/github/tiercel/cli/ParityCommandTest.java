package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParityCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @BeforeEach
    void write() {
        Holdout.csv(folder);
        TaskRows.csv(folder);
        Holdout.text(folder, "train.csv", "id,p,hour,label\na,0.1,7,0\nb,0.6,8,1\nc,0.8,9,1\nd,0.3,9,0\n");
        Holdout.text(folder, "serve.csv", "hour,id,p\n9,d,0.3\n9,c,0.8\n14,b,0.4\n7,a,0.1\n");
    }

    private Run parity(String file, String... more) {
        List<String> args = new ArrayList<>(List.of("parity", path(file)));
        args.addAll(List.of(more));
        return Run.here(args);
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }

    @Test
    void twoColumnsOfOneFile() {
        Run run = parity("holdout.csv", "--score", "score", "--score", "other", "--id", "id");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.err());
        assertTrue(
                run.out().startsWith("other against score, 600 rows, tolerance 0.00001, threshold 0.5\n"), run.out());
        assertTrue(run.out().contains("label_flips"), run.out());
        assertTrue(run.out().contains("row  id"), run.out());
    }

    @Test
    void twoFilesAreJoinedByIdAndShowWhatEitherRead() {
        Run run = parity("train.csv", path("serve.csv"), "--score", "p", "--id", "id", "--features", "hour");
        run.assertExitCode(ExitCode.PASSED);
        assertTrue(run.out().startsWith("serve.csv against train.csv, 4 rows"), run.out());
        assertTrue(run.out().contains("2  b   0.6000     0.4000     0.2000      flips  hour=8 (served 14)"), run.out());
    }

    @Test
    void filesOfOneNameAreToldApartByTheirFolders() throws IOException {
        Files.createDirectory(folder.resolve("other"));
        Files.copy(folder.resolve("serve.csv"), folder.resolve("other").resolve("train.csv"));
        Run run = Run.child(folder, "parity", "train.csv", "other/train.csv", "--score=p", "--id=id");
        assertTrue(run.out().startsWith("other/train.csv against train.csv, 4 rows"), run.out());
    }

    @Test
    void jsonHoldsFingerprintsAndCommand() {
        JsonNode json = parity("train.csv", path("serve.csv"), "--score", "p", "--id", "id", "--format", "json")
                .assertExitCode(ExitCode.PASSED)
                .json();
        assertEquals(1, json.get("schemaVersion").intValue());
        assertEquals(4, json.get("rows").intValue());
        assertEquals(0.2, json.at("/difference/max").doubleValue(), 1e-12);
        assertEquals(1, json.at("/label_flips/rows").intValue());
        assertEquals(64, json.at("/provenance/fingerprints/data").textValue().length());
        assertEquals(
                64, json.at("/provenance/fingerprints/served data").textValue().length());
        assertTrue(json.at("/provenance/command").textValue().startsWith("tiercel parity "));
        assertEquals("ids", json.at("/provenance/settings/joined_by").textValue());
    }

    @Test
    void gatesMakeTheExitCode() {
        String[] scores = {"--score", "score,other", "--label", "label", "--gate"};
        assertCode(ExitCode.PASSED, scores, "max_difference <= 1");
        assertCode(ExitCode.FAILED, scores, "max_difference <= 0.001");
        JsonNode found = parity("holdout.csv", "--score", "score,other", "--label", "label", "--format", "json")
                .json();
        double auc = found.at("/quality/metrics/roc_auc/value").doubleValue();
        assertCode(ExitCode.INCONCLUSIVE, scores, "roc_auc >= " + auc);
        assertCode(ExitCode.FAILED, scores, "roc_auc no-worse-than baseline by 0.01");
        assertCode(ExitCode.USAGE, scores, "roc_auk >= 0.5");
    }

    private void assertCode(int expected, String[] scores, String rule) {
        List<String> args = new ArrayList<>(List.of(scores));
        args.add(rule);
        parity("holdout.csv", args.toArray(String[]::new)).assertExitCode(expected);
    }

    @Test
    void whatStaysOpenMayPassOrFail() {
        String[] same = {"--score", "p", "--id", "id", "--gate", "label_flips <= 0.5", "--inconclusive"};
        for (String[] choice : new String[][] {{"own", "11"}, {"fail", "10"}, {"pass", "0"}}) {
            List<String> args = new ArrayList<>(List.of(path("serve.csv")));
            args.addAll(List.of(same));
            args.add(choice[0]);
            parity("train.csv", args.toArray(String[]::new)).assertExitCode(Integer.parseInt(choice[1]));
        }
    }

    @Test
    void aGateAboutAMetricTakesLabels() {
        parity("holdout.csv", "--score", "score,other", "--gate", "roc_auc >= 0.5")
                .assertRefused(ExitCode.USAGE, "\"roc_auc >= 0.5\" is about a metric, which takes labels");
    }

    @Test
    void classesMayStandInAnotherOrderOfColumns() throws IOException {
        Holdout.text(folder, "order.csv", "p_cat,p_dog,q_dog,q_cat\n0.25,0.75,0.75,0.25\n");
        JsonNode json = parity("order.csv", "--score-prefix", "p_,q_", "--format", "json")
                .assertExitCode(ExitCode.PASSED)
                .json();
        assertTrue(json.get("identical").booleanValue());
        assertEquals("[\"cat\",\"dog\"]", json.get("outputs").toString());
    }

    @Test
    void metricsOfSeveralClasses() {
        JsonNode json = parity("tasks.csv", "--score-prefix", "p_,q_", "--label", "species", "--format", "json")
                .assertExitCode(ExitCode.PASSED)
                .json();
        assertEquals("multiclass", json.at("/quality/task").textValue());
        assertTrue(json.at("/quality/comparison/log_loss/lower").isNumber());
    }

    @Test
    void predictedNumbersDecideNothing() {
        JsonNode json = parity(
                        "tasks.csv",
                        "--score",
                        "predicted,minutes",
                        "--label",
                        "minutes",
                        "--tolerance",
                        "1",
                        "--format",
                        "json")
                .assertExitCode(ExitCode.PASSED)
                .json();
        assertEquals("regression", json.at("/quality/task").textValue());
        assertTrue(json.path("label_flips").isMissingNode());
        assertTrue(json.at("/quality/comparison/mae/difference").isNumber());
    }

    @Test
    void rowsThatOneFileLacksAreRefusedUnlessToldOtherwise() {
        Holdout.text(folder, "part.csv", "id,p\na,0.1\nc,0.8\nx,0.4\n");
        parity("train.csv", path("part.csv"), "--score", "p", "--id", "id")
                .assertRefused(
                        ExitCode.BAD_DATA,
                        "\"part.csv\" lacks 2 of the 4 rows of \"train.csv\" (first at rows 2, 4) and has 1 that it"
                                + " has not.",
                        "--shared-rows");
        Run shared = parity(
                "train.csv", path("part.csv"), "--score", "p", "--id", "id", "--label", "label", "--shared-rows");
        shared.assertExitCode(ExitCode.PASSED);
        assertTrue(shared.out().contains("All scores are identical, to the last bit."), shared.out());
        assertTrue(shared.out().contains("note UNSHARED_ROWS: Compared on the 2 rows that both have"), shared.out());
    }

    @Test
    void badScoresAreRefused() {
        Holdout.text(folder, "holes.csv", "a,b\n0.5,0.5\n,0.5\n");
        parity("holes.csv", "--score", "a,b")
                .assertRefused(ExitCode.BAD_DATA, "1 of 2 scores of \"a\" is missing (at row 2)");
        parity("holdout.csv", "--score", "score,othr")
                .assertRefused(ExitCode.USAGE, "There is no column \"othr\"", "Did you mean \"other\"?");
        parity("gone.csv", "--score", "a,b").assertRefused(ExitCode.BAD_DATA, "gone.csv");
    }

    @Test
    void aFileTakesTheResultAndTheLogTheGates() throws IOException {
        Path file = folder.resolve("parity.txt");
        Run run = parity(
                "holdout.csv",
                "--score",
                "score,other",
                "--gate",
                "max_difference <= 0.001",
                "--output",
                file.toString());
        run.assertExitCode(ExitCode.FAILED);
        assertEquals("", run.out());
        assertEquals(
                "tiercel: FAIL other: max_difference <= 0.001: the value on these rows breaks the rule.\n", run.err());
        assertTrue(Files.readString(file).endsWith("Verdict: FAIL: the gate failed.\n"));
    }

    @Test
    void itRunsInAProcessOfItsOwn() {
        Run run = Run.child(
                folder, "parity", "train.csv", "serve.csv", "--score=p", "--id=id", "--gate=label_flips <= 0");
        run.assertExitCode(ExitCode.FAILED);
        assertTrue(run.out().endsWith("Verdict: FAIL: the gate failed." + System.lineSeparator()), run.out());
    }
}
