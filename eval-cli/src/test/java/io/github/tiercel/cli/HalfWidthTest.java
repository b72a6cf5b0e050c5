package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalfWidthTest {

    private static final int ROWS = 20_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    @BeforeAll
    static void write() {
        SplittableRandom random = new SplittableRandom(5);
        List<String> lines = new ArrayList<>(List.of("label,score,other"));
        for (int row = 0; row < ROWS; row++) {
            boolean positive = random.nextInt(10) == 0;
            double score = 0.1 + 0.5 * random.nextDouble() + (positive ? 0.3 : 0);
            double other = 0.1 + 0.7 * random.nextDouble() + (positive ? 0.1 : 0);
            lines.add(String.format(Locale.ROOT, "%d,%.4f,%.4f", positive ? 1 : 0, score, other));
        }
        Holdout.text(folder, "rows.csv", String.join("\n", lines) + "\n");
        Holdout.csv(folder);
    }

    @Test
    void thePlanStandsOnStderrBeforeTheWork() {
        Run run = evaluate("rows.csv", "--metrics", "log_loss,roc_auc,average_precision,ece", "--half-width", "0.02");
        run.assertExitCode(ExitCode.PASSED);
        assertTrue(
                run.err()
                        .matches("tiercel: plan from 2,048 of 20,000 rows: log_loss to 0\\.0\\d+, roc_auc to 0\\.0\\d+;"
                                + " average_precision cannot be known to 0\\.02 below [0-9,]+; no interval in a sample:"
                                + " ece\\.\\R"),
                run.err());
        assertTrue(run.out().contains("GREW"), run.out());
    }

    @Test
    void jsonSaysTheSizesAndThePlan() {
        Run run = evaluate(
                "rows.csv",
                "--metrics",
                "log_loss,average_precision",
                "--half-width",
                "0.02",
                "--baseline",
                "other",
                "--format",
                "json");
        JsonNode json = run.assertExitCode(ExitCode.PASSED).json();
        JsonNode sample = json.get("sample");
        assertEquals(0.02, sample.get("wanted_half_width").doubleValue());
        int[] sizes = StreamSupport.stream(sample.get("sizes").spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .toArray();
        assertEquals(2048, sizes[0]);
        assertEquals(json.get("rows").intValue(), sizes[sizes.length - 1]);
        assertTrue(sizes.length > 1, Arrays.toString(sizes));
        assertEquals(sizes[sizes.length - 1], sample.get("planned_from").intValue());
        assertEquals(4, sample.get("plan").size());
        JsonNode precision = sample.at("/plan/1");
        assertEquals("average_precision", precision.get("metric").textValue());
        assertFalse(precision.get("of_difference").booleanValue());
        assertTrue(precision.get("rows_needed").intValue() <= sizes[sizes.length - 1]);
        assertTrue(sample.at("/plan/3/of_difference").booleanValue());
        JsonNode full = json.at("/metrics/average_precision/full_set");
        double half = (full.get("upper").doubleValue() - full.get("lower").doubleValue()) / 2;
        assertTrue(half <= 0.02);
    }

    @Test
    void asFewRowsAsAreAllAreEvaluatedWithoutAPlan() {
        Run run = evaluate("holdout.csv", "--half-width", "0.01", "--format", "json");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.err());
        assertEquals(600, run.json().get("rows").intValue());
        assertEquals(600, run.json().at("/sample/sizes/0").intValue());
        assertEquals(0, run.json().at("/sample/plan").size());
    }

    private static Run evaluate(String file, String... more) {
        List<String> args = new ArrayList<>(
                List.of("evaluate", folder.resolve(file).toString(), "--label", "label", "--score", "score"));
        args.addAll(List.of(more));
        return Run.here(args);
    }
}
