package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ResultHtmlTest {

    @Test
    void everythingIsAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("everything.html", ResultHtml.render(HandMade.everything()));
    }

    @Test
    void unpairedIsSaidWhereverADifferenceStands() {
        String page = ResultHtml.render(HandMade.unpaired());
        for (String text : List.of(
                "compared with hour_rate, unpaired",
                "unpaired difference",
                "better by 0.0253 than hour_rate (unpaired)",
                "no clear difference from hour_rate (unpaired)",
                "UNPAIRED")) {
            assertTrue(page.contains(text), text);
        }
        assertFalse(ResultHtml.render(HandMade.of(HandMade.full())).contains("unpaired"));
    }

    @Test
    void titleTellsTheVerdict() {
        assertEquals("FAIL · naive_bayes, gbm · evaluation report", title(HandMade.everything()));
        assertEquals("PASS · gbm · evaluation report", title(HandMade.of(HandMade.sample())));
        assertEquals("m · evaluation report", title(HandMade.of(HandMade.bare("m"))));
    }

    @Test
    void bannerTellsTheVerdictInWords() {
        assertEquals("✗ Not ready", word(HandMade.everything()));
        assertEquals("✓ Ready", word(HandMade.of(HandMade.sample())));
        assertEquals("Evaluated", word(HandMade.of(HandMade.bare("m"))));
        ModelResult model = HandMade.full();
        List<GateResult> undecided = model.gates().subList(0, 2);
        assertEquals("? Inconclusive", word(HandMade.of(model.withGates(undecided, model.warnings()))));
    }

    @Test
    void bannerNamesTheGatesWithTheWorstVerdict() {
        Document page = Page.of(HandMade.everything());
        assertEquals(
                List.of(
                        "naive_bayes: roc_auc@origin=ORD >= 0.72: 0.69020 [0.66140, 0.71999]; no value in the interval"
                                + " satisfies the rule",
                        "naive_bayes: memory <= 512MiB: 512.000001 MiB; the most memory that the process had does not"
                                + " satisfy the rule"),
                Page.texts(page, "//header//li"));
    }

    @Test
    void manyFailedGatesAreCountedAndNotListed() {
        ModelResult model = HandMade.full();
        List<GateResult> failed = Collections.nCopies(8, model.gates().get(2));
        List<String> items = Page.texts(Page.of(HandMade.of(model.withGates(failed, List.of()))), "//header//li");
        assertEquals(6, items.size());
        assertEquals("and 3 more", items.get(5));
    }

    @Test
    void policyAllowsItsOwnScriptAndNoOtherFile() {
        Document page = Page.of(HandMade.everything());
        assertEquals(
                List.of("default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src " + Script.hash()),
                Page.texts(page, "//meta[@http-equiv='Content-Security-Policy']/@content"));
        assertEquals(0, Page.texts(page, "//link | //img | //iframe | //@src").size());
        assertEquals(1, Page.texts(page, "//script").size());
        assertFalse(ResultHtml.render(HandMade.everything()).contains("://"));
    }

    @Test
    void theScriptReadsAlikeInHtmlAndXml() {
        String code = Page.texts(Page.of(HandMade.everything()), "//script").get(0);
        assertFalse(code.contains("<") || code.contains("&"), code);
    }

    @Test
    void picturesHaveNamesAndDescriptions() {
        Document page = Page.of(HandMade.everything());
        assertEquals(
                List.of(
                        "Latency, batch 1, closed loop",
                        "Latency, batch 64, 200 calls a second",
                        "ROC curve",
                        "Precision–recall curve",
                        "Calibration",
                        "Cumulative gains",
                        "Lift",
                        "Score distribution",
                        "Precision, recall and F1 by threshold",
                        "roc_auc by slice",
                        "log_loss by epoch",
                        "Time of the evaluation"),
                Page.texts(page, "//svg[@role='img']/title"));
        assertTrue(Page.texts(page, "//svg[@role='img']/desc").stream().allMatch(text -> text.length() > 20));
    }

    @Test
    void historyShowsEpochsTheBestOneAndFailures() {
        Document page = Page.of(HandMade.everything());
        String svg = "//svg[title='log_loss by epoch']";
        assertEquals(3, Page.texts(page, svg + "/circle[@class='fill-blue']").size());
        assertEquals(1, Page.texts(page, svg + "/circle[@class='stroke-blue']").size());
        assertEquals(2, Page.texts(page, svg + "/path[@class='fill-orange']").size());
        assertEquals(1, Page.texts(page, svg + "/path[@class='stroke-red']").size());
        assertTrue(Page.texts(page, "//section[h2='Epoch history']/p")
                .contains("fast agreed with full on 1 of 1 decisions."));
        assertEquals(
                List.of("epoch 1: 0.2312; epoch 4: 0.1799; best: epoch 2: 0.1743; epochs that failed: 1."),
                Page.texts(page, svg + "/desc"));
        assertTrue(Page.texts(page, svg + "/text").contains("best: epoch 2"));
        assertEquals(
                4,
                Page.texts(page, "//section[h2='Epoch history']//details//tbody/tr")
                        .size());
    }

    @Test
    void timeSaysWhatWasSavedAndTheShareOfTraining() {
        List<String> paragraphs = Page.texts(Page.of(HandMade.everything()), "//section[h2='Where the time went']/p");
        assertEquals(
                List.of(
                        "Inference: 78,543 rows: 12,345 inferred in 613 ms, 66,198 reused (saved 3.1 s), 256 checked"
                                + " again; the model waited 386 ms for data.",
                        "Evaluation took 14 ms an epoch and 56 ms in all, 0.7 % of the run; training took 8.0 s."),
                paragraphs);
        assertEquals(
                0,
                Page.texts(Page.of(HandMade.of(HandMade.bare("m"))), "//section[h2='Where the time went']/p")
                        .size());
    }

    @Test
    void eachOfSeveralModelsHasASectionAndALink() {
        Document page = Page.of(HandMade.everything());
        assertEquals(List.of("#model-1", "#model-2"), Page.texts(page, "//nav//a/@href"));
        assertEquals(List.of("naive_bayes", "gbm"), Page.texts(page, "//section[@id]/h2"));
        assertEquals(List.of("Gates", "Metrics"), Page.texts(page, "//section[@id='model-2']//h3"));
        assertEquals(
                0, Page.texts(Page.of(HandMade.of(HandMade.full())), "//nav").size());
    }

    @Test
    void tablesHaveCaptionsAndHeadingsForTheirRows() {
        Document page = Page.of(HandMade.everything());
        assertEquals(
                Page.texts(page, "//table").size(),
                Page.texts(page, "//table/caption").size());
        assertEquals(0, Page.texts(page, "//tbody/tr[not(th[@scope='row'])]").size());
        assertEquals(0, Page.texts(page, "//thead//th[not(@scope='col')]").size());
    }

    @Test
    void undefinedMetricsSayWhyAcrossTheirRow() {
        Document page = Page.of(HandMade.everything());
        assertEquals(
                List.of("undefined: scores are not probabilities: some lie outside [0, 1]"),
                Page.texts(page, "//section[@id='model-1']//tr[th='accuracy']/td"));
    }

    @Test
    void decimalPointsStandBelowEachOther() {
        List<String> values =
                Page.texts(Page.of(HandMade.of(HandMade.full())), "//section[h2='Metrics']//tbody/tr/td[1]");
        assertEquals("0.7166", values.get(0));
        assertEquals("1.000\u2007", values.get(2));
    }

    @Test
    void idsAreUnique() {
        List<String> ids = Page.texts(Page.of(HandMade.everything()), "//@id");
        assertEquals(ids.stream().distinct().toList(), ids);
    }

    @Test
    void textDoesNotDependOnTheLocale() {
        String before = ResultHtml.render(HandMade.everything());
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(before, ResultHtml.render(HandMade.everything()));
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void writerGetsThePageAndStaysOpen() {
        StringWriter out = new StringWriter();
        ResultHtml.write(HandMade.everything(), out);
        assertEquals(ResultHtml.render(HandMade.everything()), out.toString());
    }

    @Test
    void failingWriterIsReported() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        EvaluationResult result = HandMade.everything();
        Exception thrown = assertThrows(UncheckedIOException.class, () -> ResultHtml.write(result, full));
        assertEquals("the report could not be written as HTML: No space left on device", thrown.getMessage());
    }

    private static String title(EvaluationResult result) {
        return Page.texts(Page.of(result), "/html/head/title").get(0);
    }

    private static String word(EvaluationResult result) {
        return Page.texts(Page.of(result), "//header/p[@class='word']").get(0);
    }
}
