package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void unpairedIsAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("unpaired.txt", ResultTable.render(HandMade.unpaired()));
    }

    @Test
    void everythingIsAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("everything.txt", ResultTable.render(HandMade.everything()));
    }

    @Test
    void narrowScreenIsAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("narrow.txt", ResultTable.render(HandMade.everything(), 64, Style.PLAIN));
    }

    @Test
    void coloursAreAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("colour.txt", ResultTable.render(HandMade.everything(), 100, Style.COLOUR));
    }

    @Test
    void bareResultIsAFewLinesThatSayWhatIsMissing() {
        assertEquals("""
                m   3 rows, 1 positive (33.3 %)   full tier
                         value
                roc_auc  0.5000  ³
                ³ has no interval here: its error cannot be estimated, since these rows are too few or do not vary
                """, ResultTable.render(HandMade.of(HandMade.bare("m"))));
    }

    @Test
    void passedGatesSayHowMany() {
        EvaluationResult passed = HandMade.of(HandMade.sample());
        assertTrue(ResultTable.render(passed).endsWith("\n\nVerdict: PASS: the gate passed.\n"));
        EvaluationResult twice = HandMade.of(HandMade.sample(), HandMade.sample());
        assertTrue(ResultTable.render(twice).endsWith("\n\nVerdict: PASS: both gates passed.\n"));
    }

    @Test
    void undecidedGatesSayThatNoneFailed() {
        ModelResult model = HandMade.full();
        EvaluationResult result = HandMade.of(model.withGates(model.gates().subList(0, 2), model.warnings()));
        assertTrue(ResultTable.render(result)
                .endsWith("\n\nVerdict: INCONCLUSIVE: 1 of 2 gates inconclusive, none failed.\n"));
    }

    @Test
    void warningOfModelAndBaselineIsSaidOnce() {
        Notice full = new Notice("NOT_STORED", "The disk is full.");
        EvaluationResult result = HandMade.of(HandMade.full().withGates(List.of(), List.of(full, full)));
        String table = ResultTable.render(result);
        assertEquals(
                1,
                table.lines()
                        .filter("note NOT_STORED: The disk is full."::equals)
                        .count(),
                table);
    }

    @Test
    void slicesShowAsManyMetricsAsFit() {
        EvaluationResult result = HandMade.of(HandMade.sliced("roc_auc", "average_precision", "f1", "brier"));
        assertTrue(ResultTable.render(result, 120, Style.PLAIN).contains("""

                        slice        rows  positive  roc_auc               average_precision     f1
                        country=DE  1,000       100  0.690 [0.661, 0.719]  0.690 [0.661, 0.719]  0.690 [0.661, 0.719]
                        """));
        assertTrue(ResultTable.render(result, 60, Style.PLAIN).contains("""

                        slice        rows  positive  roc_auc
                        country=DE  1,000       100  0.690 [0.661, 0.719]
                        """));
    }

    @Test
    void differencesFromOtherRowsAreCalledUnpaired() {
        ModelResult model = HandMade.compared(HandMadeParts.unpaired("log_loss", 0.02, 0.01, 0.03));
        assertEquals("""
                m   1,000 rows, 100 positive (10.0 %)   full tier   baseline prod, unpaired
                          value    95 % interval       prod     unpaired difference  95 % interval
                log_loss  0.30000  [0.29910, 0.30090]  0.30000  +0.020               [+0.010, +0.030]  worse
                """, ResultTable.render(HandMade.of(model)));
    }

    @Test
    void textDoesNotDependOnTheLocale() {
        String before = ResultTable.render(HandMade.everything());
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(before, ResultTable.render(HandMade.everything()));
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void screensTooNarrowForATableAreRefused() {
        EvaluationResult result = HandMade.everything();
        Exception thrown =
                assertThrows(IllegalArgumentException.class, () -> ResultTable.render(result, 39, Style.PLAIN));
        assertEquals("width must be at least 40 columns, got 39", thrown.getMessage());
    }
}
