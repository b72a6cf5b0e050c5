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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What gates make of the exit code. */
class GateTest {

    private static final String PASSING = "roc_auc >= 0.75";
    private static final String FAILING = "roc_auc >= 0.999";
    /** The slice has 20 rows, too few to judge. */
    private static final String OPEN = "roc_auc@country=li >= 0.5";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    @BeforeAll
    static void write() {
        Holdout.csv(folder);
    }

    @Test
    void constantScoresProveNothing() {
        String rows = "0,0.5\n1,0.5\n".repeat(100);
        Path file = Holdout.text(folder, "constant.csv", "label,score\n" + rows);
        for (String rule : List.of("log_loss <= 0.6931472", "brier <= 0.3")) {
            Run.here("evaluate", file.toString(), "--label", "label", "--score", "score", "--gate", rule)
                    .assertExitCode(ExitCode.INCONCLUSIVE);
        }
    }

    @Test
    void equalDecisionsInASampleProveNothing() {
        String flights = Path.of("../samples/data/flights-predictions.parquet").toString();
        Run.here(
                        "evaluate",
                        flights,
                        "--label",
                        "late",
                        "--id",
                        "id",
                        "--score",
                        "hour_rate",
                        "--baseline",
                        "naive_bayes",
                        "--rows",
                        "5000",
                        "--seed",
                        "15",
                        "--gate",
                        "recall no-worse-than baseline by 0")
                .assertExitCode(ExitCode.INCONCLUSIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PASSING,
                "roc_auc>0.75",
                "brier <= 0.25",
                "log_loss < 1",
                "roc_auc@country=de >= 0.6",
                "roc_auc@country >= 0.6",
                "log_loss no-worse-than baseline by 0.01"
            })
    void passingIs0(String rule) {
        evaluate("--baseline", "other", "--gate", rule).assertExitCode(ExitCode.PASSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FAILING,
                "brier <= 0.0001",
                "roc_auc@country=de >= 0.999",
                "roc_auc@country >= 0.999",
                "roc_auc no-worse-than baseline by 0"
            })
    void failingIs10(String rule) {
        String file = folder.resolve("holdout.csv").toString();
        Run.here("evaluate", file, "--label", "label", "--score", "other", "--baseline", "score", "--gate", rule)
                .assertExitCode(ExitCode.FAILED);
    }

    @Test
    void limitInsideOfTheIntervalIs11AndSaysHowManyRowsWouldDecide() {
        JsonNode auc = evaluate("--format", "json").json().at("/metrics/roc_auc");
        double limit = auc.get("value").doubleValue() + 0.001;
        Run run = evaluate("--format", "json", "--gate", "roc_auc >= " + limit);
        run.assertExitCode(ExitCode.INCONCLUSIVE);
        JsonNode gate = run.json().at("/gates/0");
        assertEquals("INCONCLUSIVE", gate.get("verdict").textValue());
        assertTrue(gate.get("rows_needed").longValue() > 600, gate::toString);
    }

    @ParameterizedTest
    @CsvSource({"own, 11", "fail, 10", "pass, 0", "PASS, 0"})
    void inconclusiveIsWhatTheCallerMakesOfIt(String inconclusive, int exitCode) {
        evaluate("--gate", OPEN, "--inconclusive", inconclusive).assertExitCode(exitCode);
    }

    @ParameterizedTest
    @CsvSource({"own", "fail", "pass"})
    void failingStaysFailingWhateverInconclusiveMeans(String inconclusive) {
        evaluate("--gate", OPEN, "--gate", FAILING, "--gate", PASSING, "--inconclusive", inconclusive)
                .assertExitCode(ExitCode.FAILED);
    }

    @Test
    void allGatesMustPass() {
        evaluate("--gate", PASSING, "--gate", OPEN).assertExitCode(ExitCode.INCONCLUSIVE);
        evaluate("--gate", PASSING, "--gate", FAILING).assertExitCode(ExitCode.FAILED);
    }

    @Test
    void worstModelDecides() {
        evaluate("--gate", PASSING).assertExitCode(ExitCode.PASSED);
        evaluate("--score", "other", "--gate", PASSING).assertExitCode(ExitCode.FAILED);
    }

    @Test
    void noGateIs0() {
        evaluate().assertExitCode(ExitCode.PASSED);
        evaluate("--inconclusive", "fail").assertExitCode(ExitCode.PASSED);
    }

    @Test
    void gateOnWhatOneClassLeavesUndefinedIs11() {
        Path file = Holdout.text(folder, "one.csv", "label,score\n0,0.5\n0,0.3\n0,0.4\n");
        Run run = Run.here("evaluate", file.toString(), "--label", "label", "--score", "score", "--gate", PASSING);
        run.assertExitCode(ExitCode.INCONCLUSIVE);
        assertEquals("", run.err());
    }

    @Test
    void valuesWithTooFewRowsAreListedAsNotGated() {
        String warnings = evaluate("--format", "json", "--gate", "roc_auc@country >= 0.6")
                .json()
                .get("warnings")
                .toString();
        assertTrue(warnings.contains("NOT_GATED") && warnings.contains("li"), warnings);
    }

    private static Run evaluate(String... options) {
        String file = folder.resolve("holdout.csv").toString();
        List<String> args = new ArrayList<>(List.of("evaluate", file, "--label", "label", "--score", "score"));
        args.addAll(List.of(options));
        Run run = Run.here(args);
        assertEquals("", run.err(), run::toString);
        return run;
    }
}
