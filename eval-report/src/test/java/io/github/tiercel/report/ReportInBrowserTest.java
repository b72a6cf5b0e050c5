package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.duckdb.DuckDbReader;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.result.EvaluationResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as Chromium shows it; left out, with a word, where there is none. */
class ReportInBrowserTest {

    private static final Path FLIGHTS = Path.of("..", "samples", "data", "flights-predictions.parquet");
    private static final String AXE = "/axe/axe-core-4.14.1.min.js";
    private static final String SLIDER = "document.querySelector('input[type=range]')";

    @TempDir
    private static Path folder;

    private static BinaryPredictions predictions;
    private static Browser browser;

    /** Real flights with all that a page can hold: bands, a baseline, slices, gates, epochs and service. */
    @BeforeAll
    static void open() throws Exception {
        assumeTrue(Browser.program().isPresent(), "There is no Chromium on the PATH: the page is not tried in one.");
        Columns rows = DuckDbReader.open(FLIGHTS).read();
        EvaluationSet flights =
                EvaluationSet.from(rows, ColumnRoles.label("late").id("id").slice("month"));
        Scores scores = Scores.from(rows, "naive_bayes");
        predictions = (BinaryPredictions) flights.predictions(scores);
        EvaluationResult evaluated = Evaluator.of(flights)
                .judgedBy(Gates.of("roc_auc >= 0.7", "roc_auc@month >= 0.72"))
                .replicates(100)
                .build()
                .full(scores, Scores.from(rows, "hour_rate"));
        EvaluationResult result = evaluated
                .withModels(List.of(evaluated.model().withServing(HandMadeServing.quick())))
                .withHistory(HandMadeEpochs.stopped());
        Path page = folder.resolve("report.html");
        Files.writeString(page, ResultHtml.render(result));
        browser = Browser.start(Browser.program().get(), Files.createDirectories(folder.resolve("profile")));
        browser.open(page);
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void itSaysNothingOnTheConsoleAndAsksNobody() throws Exception {
        browser.evaluate("1");
        assertEquals(List.of(), browser.complaints());
        assertEquals(List.of(), browser.requests());
    }

    @Test
    void outcomesOfTheSliderAreThoseOfTheLibrary() throws Exception {
        int last = Integer.parseInt(browser.evaluate(SLIDER + ".max"));
        assertTrue(last > 100, "thresholds to choose from: " + last);
        for (int place : new int[] {last / 10, last / 2, last - 20}) {
            browser.evaluate(SLIDER + ".value = " + place + "; " + SLIDER + ".dispatchEvent(new Event('input'))");
            double threshold = Double.parseDouble(browser.evaluate("document.querySelector('output').textContent"));
            ConfusionMatrix matrix = ConfusionMatrix.at(predictions, threshold);
            assertEquals(count(matrix.truePositives()), outcome("tp"));
            assertEquals(count(matrix.falsePositives()), outcome("fp"));
            assertEquals(count(matrix.falseNegatives()), outcome("fn"));
            assertEquals(count(matrix.trueNegatives()), outcome("tn"));
            double precision = matrix.truePositives() / (matrix.truePositives() + matrix.falsePositives());
            assertEquals(String.format(Locale.ROOT, "%.3f", precision), outcome("precision"));
        }
    }

    @Test
    void theThresholdOfTheEvaluationIsFoundAgainAndSoAreTheEnds() throws Exception {
        ConfusionMatrix start = ConfusionMatrix.at(predictions, 0.5);
        assertTrue(start.truePositives() > 0, "some rows are predicted positive at the start");
        slideTo(SLIDER + ".defaultValue");
        assertEquals("0.5", browser.evaluate("document.querySelector('output').textContent"));
        assertEquals(count(start.truePositives()), outcome("tp"));
        assertEquals(count(start.falsePositives()), outcome("fp"));
        slideTo("0");
        assertEquals(count(predictions.positives()), outcome("tp"));
        assertEquals("0", outcome("tn"));
        slideTo(SLIDER + ".defaultValue");
        assertEquals(count(start.truePositives()), outcome("tp"));
        assertEquals(count(start.falsePositives()), outcome("fp"));
        slideTo(SLIDER + ".max");
        double highest = Double.parseDouble(browser.evaluate("document.querySelector('output').textContent"));
        assertEquals(count(ConfusionMatrix.at(predictions, highest).truePositives()), outcome("tp"));
    }

    @Test
    void theThumbIsWhereTheLineIs() throws Exception {
        for (String place : List.of("0", SLIDER + ".max / 2", SLIDER + ".max")) {
            slideTo(place);
            String apart = browser.evaluate("(() => { const box = " + SLIDER + ".getBoundingClientRect(),"
                    + " line = document.querySelector('[data-mark=threshold]').getBoundingClientRect();"
                    + " return Math.abs(box.left + 8 + (box.width - 16) * " + SLIDER + ".value / " + SLIDER
                    + ".max - line.left); })()");
            assertTrue(Double.parseDouble(apart) < 4, apart + " pixels apart at " + place);
        }
    }

    private static void slideTo(String place) throws Exception {
        browser.evaluate(SLIDER + ".value = " + place + "; " + SLIDER + ".dispatchEvent(new Event('input'))");
    }

    @Test
    void marksFollowTheKeyboard() throws Exception {
        String place = "document.querySelector('[data-mark=model-1-roc]').getAttribute('cx')";
        browser.evaluate(
                SLIDER + ".value = 200; " + SLIDER + ".dispatchEvent(new Event('input')); " + SLIDER + ".focus()");
        String before = browser.evaluate(place);
        for (int i = 0; i < 30; i++) {
            browser.press("ArrowLeft", 37);
        }
        assertEquals("170", browser.evaluate(SLIDER + ".value"));
        assertNotEquals(before, browser.evaluate(place));
        assertTrue(browser.evaluate(SLIDER + ".getAttribute('aria-valuetext')").startsWith("threshold 0."));
    }

    @Test
    void whoReadsWithoutEyesOrMouseIsNotLeftOut() throws Exception {
        browser.evaluate(
                new String(ReportInBrowserTest.class.getResourceAsStream(AXE).readAllBytes(), StandardCharsets.UTF_8));
        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            assertEquals(
                    "",
                    browser.evaluate("axe.run().then(found => found.violations.map(violation => violation.impact + ' '"
                            + " + violation.id + ': ' + violation.nodes.map(node => node.target + ' ' +"
                            + " node.failureSummary).join('; ')).join('\\n'))"),
                    scheme);
            assertTrue(Integer.parseInt(browser.evaluate("axe.run().then(found => found.passes.length)")) > 20);
        }
    }

    @Test
    void itIsDarkWhereThatIsPreferred() throws Exception {
        String background = "getComputedStyle(document.body).backgroundColor";
        browser.prefer("light");
        String light = browser.evaluate(background);
        browser.prefer("dark");
        assertEquals("rgb(244, 246, 248)", light);
        assertEquals("rgb(15, 20, 25)", browser.evaluate(background));
    }

    private static String outcome(String key) throws Exception {
        return browser.evaluate("document.querySelector('[data-outcome=" + key + "]').textContent");
    }

    private static String count(double weight) {
        return String.format(Locale.ROOT, "%,.0f", weight);
    }
}
