package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.result.EvaluationResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What pictures and their tables say, from an evaluation whose answers are counted by hand. */
class PanelsTest {

    /** Ten rows, four of them positive; scores from 0.05 to 0.95 in steps of a tenth. */
    private static final boolean[] LABELS = {false, false, false, true, false, false, true, false, true, true};

    private static final double[] SCORES =
            IntStream.range(0, 10).mapToDouble(i -> (2 * i + 1) / 20.0).toArray();
    private static final Document PAGE = Page.of(evaluated(60));

    /** The ten rows so many times over. */
    private static EvaluationResult evaluated(int times) {
        int rows = 10 * times;
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        double[] others = new double[rows];
        String[] parts = new String[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = LABELS[row % 10];
            scores[row] = SCORES[row % 10];
            others[row] = SCORES[(row * 7) % 10];
            // In "odd" the lowest positive row is taken for the highest.
            parts[row] = row / 10 % 2 == 0 ? "even" : "odd";
            scores[row] = parts[row].equals("odd") && row % 10 == 9 ? 0.01 : scores[row];
        }
        return Evaluator.of(EvaluationSet.binary(labels)
                        .slice("part", Arrays.asList(parts))
                        .build())
                .judgedBy(Gates.of("roc_auc@part >= 0.8"))
                .replicates(0)
                .build()
                .full(Scores.of("m", scores), Scores.of("b", others));
    }

    @Test
    void gainsCountPositivesAmongTheHighestScores() {
        Document even = Page.of(Evaluator.of(EvaluationSet.binary(LABELS).build())
                .replicates(0)
                .build()
                .evaluate(Tier.full(), List.of(Scores.of("m", SCORES)), Optional.empty()));
        String table = "//figure[figcaption/strong='Cumulative gains']//tbody/tr";
        assertEquals(
                List.of("25 %", "50 %", "50 %", "75 %", "75 %", "75 %", "100 %", "100 %", "100 %", "100 %"),
                Page.texts(even, table + "/td[1]"));
        assertEquals(
                "2.50",
                Page.texts(even, "//figure[figcaption/strong='Lift']//tbody/tr[2]/td[1]")
                        .get(0));
        assertTrue(Page.texts(even, "//figcaption/p").stream()
                .anyMatch(text -> text.endsWith("the highest fifth holds 50 %")));
    }

    @Test
    void theBaselineIsDashedInEveryCurveAndInTheTablesBehindThem() {
        for (String curve : List.of("ROC curve", "Precision–recall curve", "Calibration", "Cumulative gains", "Lift")) {
            String dashed = "//svg[title='" + curve + "']/path[@class='stroke-orange'][@stroke-dasharray]";
            assertEquals(1, Page.texts(PAGE, dashed).size(), curve);
        }
        assertEquals(
                List.of("m", "b", "no skill"),
                Page.texts(PAGE, "//section[h2='Curves']/ul/li").stream()
                        .map(String::strip)
                        .toList());
        for (String heading : List.of("its true positive rate", "its precision", "its observed")) {
            assertEquals(
                    1, Page.texts(PAGE, "//figure//th[.='" + heading + "']").size(), heading);
        }
        assertEquals(2, Page.texts(PAGE, "//figure//th[.='by baseline']").size());
    }

    @Test
    void theExplorerBeginsAtTheThresholdOfTheEvaluation() {
        assertEquals("0.5", Page.texts(PAGE, "//output").get(0));
        // Above 0.5 are rows 5 to 9: positives 6, 8 and, of the even half, 9.
        assertEquals(List.of("150"), Page.texts(PAGE, "//*[@data-outcome='tp']"));
        assertEquals(List.of("90"), Page.texts(PAGE, "//*[@data-outcome='fn']"));
        assertEquals(List.of("120"), Page.texts(PAGE, "//*[@data-outcome='fp']"));
        assertEquals(List.of("240"), Page.texts(PAGE, "//*[@data-outcome='tn']"));
        assertEquals(List.of("0.625"), Page.texts(PAGE, "//*[@data-outcome='recall']"));
    }

    @Test
    void itKnowsTheOutcomesAtEveryThreshold() {
        List<String> thresholds = numbers("data-thresholds");
        assertEquals(List.of("0", "0.01"), thresholds.subList(0, 2));
        assertTrue(thresholds.contains("0.5"), "the threshold of the evaluation is among them");
        int last = thresholds.size() - 1;
        assertEquals("0.95", thresholds.get(last));
        assertEquals("240", numbers("data-tp").get(0));
        assertEquals("360", numbers("data-fp").get(0));
        assertEquals("30", numbers("data-tp").get(last));
        assertEquals("0", numbers("data-fp").get(last));
    }

    private static List<String> numbers(String attribute) {
        return List.of(Page.texts(PAGE, "//@" + attribute).get(0).split(","));
    }

    @Test
    void aSliceThatFailsItsGateIsMarked() {
        String chart = "//svg[title='" + BinaryMetrics.ROC_AUC.name() + " by slice']";
        assertEquals(1, Page.texts(PAGE, chart + "/text[.='✗ part=odd']").size());
        assertEquals(1, Page.texts(PAGE, chart + "/text[.='part=even']").size());
        assertEquals(1, Page.texts(PAGE, chart + "/rect[@class='fill-red']").size());
        assertEquals(
                3, Page.texts(PAGE, chart + "/path[@class='stroke-orange']").size());
        assertTrue(Page.texts(PAGE, chart + "/desc").get(0).contains("part=odd: 0.583, fails its gate"));
    }

    @Test
    void aSliceThatIsWorseThanTheBaselineIsMarkedToo() {
        boolean[] labels = new boolean[400];
        double[] good = new double[400];
        double[] bad = new double[400];
        String[] parts = new String[400];
        for (int row = 0; row < 400; row++) {
            labels[row] = row % 4 == 0;
            parts[row] = row < 200 ? "a" : "b";
            good[row] = (labels[row] ? 0.5 : 0.4) + row % 7 * 0.02;
            bad[row] = parts[row].equals("a") ? 1 - good[row] : good[row];
        }
        Document page = Page.of(Evaluator.of(EvaluationSet.binary(labels)
                        .slice("part", Arrays.asList(parts))
                        .build())
                .judgedBy(Gates.of("roc_auc@part no-worse-than baseline by 0.01"))
                .replicates(0)
                .build()
                .full(Scores.of("m", bad), Scores.of("b", good)));
        String chart = "//svg[title='roc_auc by slice']";
        assertEquals(1, Page.texts(page, chart + "/text[.='✗ part=a']").size());
        assertEquals(1, Page.texts(page, chart + "/text[.='part=b']").size());
    }

    @Test
    void calibrationHasItsBinsInATable() {
        String table = "//figure[figcaption/strong='Calibration']//tbody/tr";
        assertTrue(Page.texts(PAGE, table).size() >= 5);
        assertEquals(
                Page.texts(PAGE, table).size(),
                Page.texts(PAGE, "//svg[title='Calibration']/circle").size());
    }

    @Test
    void scoresOfEachLabelHaveTheirBars() {
        String chart = "//svg[title='Score distribution']";
        // Empty bins have no bar. Of 240 positive rows 60 have each of three scores, 30 one, and 30 another.
        assertEquals(5, bars(chart + "/path[@class='fill-blue']/@d"));
        assertEquals(6, bars(chart + "/path[@class='fill-grey']/@d"));
        assertEquals(
                List.of(
                        "40 bins of equal width; the fullest holds 25 % of the positive and 17 % of the negative rows."),
                Page.texts(PAGE, chart + "/desc"));
    }

    /** All bars of a colour are one path, each of them moved to. */
    private static long bars(String path) {
        return Page.texts(PAGE, path).get(0).chars().filter(step -> step == 'M').count();
    }
}
