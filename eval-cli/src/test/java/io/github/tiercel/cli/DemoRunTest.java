package io.github.tiercel.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Verdict;
import io.github.tiercel.store.PredictionStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The demo on its real flights, twice with one store, cut at five epochs to save time. */
class DemoRunTest {

    private static final int EPOCHS = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // runTwice() sets it.
    private static Demo first;

    @SuppressWarnings("NullAway.Init") // runTwice() sets it.
    private static Demo second;

    private record Demo(EvaluationResult result, String out, String err) {

        static Demo run(Path store, Path report) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            try (PredictionStore kept = PredictionStore.open(store)) {
                DemoRun run = new DemoRun(kept, store, new PrintWriter(out), new PrintWriter(err));
                EvaluationResult result =
                        run.of(EPOCHS, new OutputFile(report, "report", "--report"), "tiercel demo --epochs 5");
                return new Demo(result, out.toString(), err.toString());
            }
        }

        /** What inference cost in all tiers of all epochs and in the comparison. */
        InferenceCost inference() {
            Stream<InferenceCost> epochs = result.history().orElseThrow().epochs().stream()
                    .flatMap(epoch -> epoch.tiers().values().stream())
                    .map(tier -> tier.time().inference());
            return Stream.concat(epochs, Stream.of(result.time().inference()))
                    .reduce(InferenceCost.NONE, InferenceCost::plus);
        }

        List<Map<String, ?>> numbersOfEpochs() {
            return result.history().orElseThrow().epochs().stream()
                    .<Map<String, ?>>flatMap(
                            epoch -> epoch.tiers().values().stream().map(tier -> tier.metrics()))
                    .toList();
        }
    }

    @BeforeAll
    static void runTwice() {
        first = Demo.run(folder.resolve("store"), folder.resolve("first.html"));
        second = Demo.run(folder.resolve("store"), folder.resolve("second.html"));
    }

    /** Five epochs and the rate of the hour; five fast tiers, one full one, and two models compared. */
    @Test
    void theFlightsAreUsedTwiceForTheSameModels() {
        HoldoutUse once = first.result().holdout().orElseThrow();
        assertEquals(EPOCHS + 1, once.models());
        assertEquals(EPOCHS + 1 + 2, once.evaluations());
        HoldoutUse twice = second.result().holdout().orElseThrow();
        assertEquals(once.models(), twice.models());
        assertEquals(2 * once.evaluations(), twice.evaluations());
        String said =
                "holdout     these rows have been used for 6 models; the best of 6 equal models looks better by up";
        assertTrue(first.out().contains(said), first.out());
        assertTrue(second.out().contains(said), second.out());
    }

    @Test
    void secondRunInfersNothing() {
        long rows = first.inference().rowsInferred() + first.inference().rowsReused();
        assertTrue(first.inference().rowsInferred() > 0);
        assertEquals(0, second.inference().rowsInferred());
        assertEquals(rows, second.inference().rowsReused());
        assertTrue(first.out().contains(" scores inferred in "), first.out());
        assertTrue(first.out().contains("run it again: what "), first.out());
        String said = String.format("inference    none: all %,d scores were stored, which saved ", rows);
        assertTrue(second.out().contains(said), second.out());
        assertTrue(second.out().contains("all came from " + folder.resolve("store")), second.out());
    }

    @Test
    void secondRunFindsTheSameToTheLastBit() {
        ModelResult once = first.result().model();
        ModelResult again = second.result().model();
        assertEquals(first.numbersOfEpochs(), second.numbersOfEpochs());
        assertEquals(once.metrics(), again.metrics());
        assertEquals(once.baseline(), again.baseline());
        assertEquals(once.comparison(), again.comparison());
        assertEquals(ofMetrics(once), ofMetrics(again));
        assertEquals(first.result().verdict(), second.result().verdict());
    }

    /** What a machine took differs from run to run. */
    private static List<GateResult> ofMetrics(ModelResult model) {
        return model.gates().stream().filter(gate -> gate.unit().isEmpty()).toList();
    }

    @Test
    void theBudgetIsJudgedInTheSameVerdict() {
        ModelResult model = first.result().model();
        assertTrue(model.serving().isPresent());
        assertEquals(2, model.gates().size() - ofMetrics(model).size());
        assertTrue(first.out().contains("latency     batch 1, closed loop: p50 "), first.out());
    }

    @Test
    void winnerBeatsTheBaseline() {
        Interval auc = difference("roc_auc");
        Interval logLoss = difference("log_loss");
        assertTrue(auc.lower() > 0.05, auc::toString);
        assertTrue(logLoss.upper() < -0.01, logLoss::toString);
        assertEquals(Optional.of(Verdict.PASS), first.result().verdict());
        assertEquals(
                List.of(
                        "roc_auc >= 0.7",
                        "roc_auc no-worse-than baseline by 0",
                        "log_loss no-worse-than baseline by 0",
                        "p99 <= 5ms",
                        "memory <= 4GiB"),
                first.result().model().gates().stream().map(GateResult::rule).toList());
    }

    /** The value that flights.md names, computed with numpy. */
    @Test
    void rateOfTheHourHasTheRocAucOfItsDescription() {
        Map<String, Estimate> metrics =
                first.result().model().baseline().orElseThrow().metrics();
        double auc = requireNonNull(metrics.get("roc_auc")).value().orNaN();
        assertEquals(0.7176, auc, 0.00005);
    }

    @Test
    void monthsAreSlices() {
        assertEquals(
                List.of("May", "June"),
                first.result().model().slices().stream()
                        .map(slice -> slice.value())
                        .toList());
    }

    @Test
    void linesTellTheRunFromTheFlightsToTheReport() {
        List<String> lines = first.out().lines().toList();
        assertTrue(lines.get(0).startsWith("152,226 flights"), first.out());
        assertTrue(lines.get(1).contains("Scores are kept in " + folder.resolve("store")), first.out());
        assertTrue(lines.get(3).startsWith("epoch  log_loss"), first.out());
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            assertTrue(lines.get(3 + epoch).matches(" +" + epoch + "  0\\.1.*"), first.out());
        }
        assertTrue(
                lines.get(4 + EPOCHS).startsWith("Ended after epoch 5, the last one. The best is epoch "), first.out());
        assertTrue(first.out().contains(" for 1 epoch; for all 5 it would have taken "), first.out());
        assertTrue(lines.contains("Verdict: PASS: all 5 gates passed."), first.out());
        assertTrue(first.out().contains("full tier: "), first.out());
        assertEquals("report       " + folder.resolve("first.html"), lines.get(lines.size() - 1));
        assertEquals("", first.err());
    }

    @Test
    void reportIsWellFormedAndShowsTheEpochs() throws IOException, ParserConfigurationException, SAXException {
        Path file = folder.resolve("first.html");
        Document page =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertEquals("html", page.getDocumentElement().getTagName());
        String text = Files.readString(file);
        assertTrue(text.contains("hour_rate"), text);
        assertTrue(text.contains("epoch"), text);
        assertTrue(text.contains("tiercel demo --epochs 5"), text);
    }

    @Test
    void theStoreIsWholeAndListsTheEpochsAndTheBaseline() {
        Run verified = store("verify").assertExitCode(ExitCode.PASSED);
        assertTrue(verified.out().startsWith("The store is whole: every byte of "), verified.out());
        JsonNode keys = store("ls", "--format", "json").json().get("keys");
        assertEquals(EPOCHS + 1, keys.size());
        for (JsonNode key : keys) {
            assertEquals(78_543, key.get("rows_total").asInt());
        }
        Run listed = store("ls").assertExitCode(ExitCode.PASSED);
        assertTrue(listed.out().contains((EPOCHS + 1) + " keys, "), listed.out());
    }

    @Test
    void theStoreExplainsAndExportsTheBaseline() {
        String baseline = baseline();
        String explained =
                store("explain", baseline).assertExitCode(ExitCode.PASSED).out();
        assertTrue(explained.contains("A request with all of these hits: every row has its scores."), explained);
        assertTrue(explained.contains("  other model: LinearSGDModel:"), explained);
        Path file = folder.resolve("baseline.parquet");
        store("export", baseline, "-o", file.toString()).assertExitCode(ExitCode.PASSED);
        Run evaluated = Run.here(
                "evaluate", file.toString(), "--label", "label", "--score", "score", "--id", "key", "--format", "json");
        JsonNode auc = evaluated.json().get("metrics").get("roc_auc").get("value");
        assertEquals(0.7176, auc.asDouble(), 0.00005);
    }

    private static String baseline() {
        for (JsonNode key : store("ls", "--format", "json").json().get("keys")) {
            if (key.get("model").asText().startsWith("hour_rate")) {
                return key.get("key").asText();
            }
        }
        throw new AssertionError("no baseline");
    }

    private static Run store(String... args) {
        List<String> line = new ArrayList<>(List.of("store"));
        line.addAll(List.of(args));
        line.addAll(List.of("--store", folder.resolve("store").toString()));
        return Run.here(line);
    }

    @Test
    void provenanceNamesTheFlights() {
        assertEquals(
                "041cb838d4520b829aebccd5b66804b362fd44331f2972c2a0cb4bbacb617fb3",
                first.result().provenance().fingerprints().get("data"));
        assertTrue(first.result().time().readMillis() > 0);
    }

    private static Interval difference(String metric) {
        return requireNonNull(first.result().model().comparison().get(metric))
                .interval()
                .orElseThrow();
    }
}
