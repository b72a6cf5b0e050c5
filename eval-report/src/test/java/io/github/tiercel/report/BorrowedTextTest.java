package io.github.tiercel.report;

import static io.github.tiercel.report.HandMadeParts.estimate;
import static io.github.tiercel.report.HandMadeParts.interval;
import static io.github.tiercel.report.HandMadeParts.metrics;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tiercel.metrics.Borrowed;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Progress;
import io.github.tiercel.result.TierRecord;
import io.github.tiercel.result.TimeBreakdown;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every report says of estimates that borrow from a model scored on all rows. */
class BorrowedTextTest {

    private static final Estimate AUC = estimate("roc_auc", 0.7203, 0.7191, 0.7215)
            .withBorrowed(new Borrowed(
                    "epoch 5",
                    Value.of(0.7312),
                    Optional.of(interval(0.7101, 0.7502, "influence-logit-t")),
                    Optional.of(interval(0.7151, 0.7452, "influence-logit-t")),
                    0.97,
                    0.995));
    private static final Estimate PLAIN = estimate("mcc", 0.312, 0.291, 0.333);
    private static final String LEGEND =
            "+ borrows from epoch 5, which was scored on all rows; the sample alone: roc_auc 0.731 [0.710, 0.750]";

    private static EvaluationResult result() {
        ModelResult sample = HandMade.sample();
        return HandMade.of(new ModelResult(
                sample.model(),
                sample.tier(),
                sample.rows(),
                sample.rowsTotal(),
                metrics(AUC, PLAIN),
                sample.findings(),
                List.of(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of()));
    }

    private static EvaluationResult inTraining() {
        TimeBreakdown time = new TimeBreakdown(0, InferenceCost.NONE, 1, 1, 2);
        EpochRecord six = new EpochRecord(
                6,
                Map.of("fast", new TierRecord(16_384, metrics(AUC), time)),
                true,
                Progress.IMPROVED,
                Optional.empty(),
                100,
                2,
                List.of());
        return result().withHistory(new EpochHistory(
                "run-44", "roc_auc", Direction.HIGHER_IS_BETTER, List.of(six), Optional.of(6), Optional.empty()));
    }

    @Test
    void jsonHasThePlainValueBesideTheOther() throws IOException {
        String json = ResultJson.render(result());
        Schema.assertValid(json);
        JsonNode metrics = Schema.parse(json).findPath("metrics");
        JsonNode borrowed = metrics.at("/roc_auc/borrowed");
        assertEquals("epoch 5", borrowed.get("reference").asText());
        assertEquals(0.97, borrowed.get("share").asDouble());
        assertEquals(0.995, borrowed.get("correlation").asDouble());
        assertEquals(0.7312, borrowed.get("value").asDouble());
        assertEquals(0.7101, borrowed.get("lower").asDouble());
        assertEquals(0.7452, borrowed.at("/full_set/upper").asDouble());
        assertEquals(0.7203, metrics.at("/roc_auc/value").asDouble());
        assertFalse(metrics.get("mcc").has("borrowed"));
    }

    @Test
    void textMarksWhatBorrowsAndSaysWhatItIsWithout() {
        List<String> lines =
                ResultTable.render(result(), 120, Style.PLAIN).lines().toList();
        assertTrue(lines.contains(LEGEND), () -> String.join("\n", lines));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("roc_auc") && line.endsWith(" +")));
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("mcc") && line.contains("+")));
    }

    @Test
    void htmlSaysTheSameOfTheModelAndOfEachEpoch() {
        List<String> paragraphs = Page.texts(Page.of(inTraining()), "//p");
        assertTrue(paragraphs.contains(LEGEND), () -> String.join("\n", paragraphs));
        assertTrue(
                paragraphs.contains(
                        "Values of samples marked + borrow from epoch 5, scored on all rows: what the sample"
                                + " did to those is taken off."),
                () -> String.join("\n", paragraphs));
        List<String> cells = Page.texts(Page.of(inTraining()), "//td");
        assertTrue(cells.contains("0.7203 [0.7191, 0.7215] +"), () -> String.join("\n", cells));
    }

    @Test
    void whereNothingIsBorrowedNothingIsSaid() {
        EvaluationResult everything = HandMade.everything();
        assertFalse(ResultTable.render(everything).contains("borrow"));
        assertFalse(ResultHtml.render(everything).contains("borrow"));
        assertFalse(ResultJson.render(everything).contains("borrowed"));
    }
}
