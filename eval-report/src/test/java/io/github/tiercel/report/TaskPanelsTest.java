package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.result.ModelResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The pictures of several classes, of numbers and of rankings, and the tables behind them. */
class TaskPanelsTest {

    private static final Document MULTICLASS = page(HandMadeTasks.multiclass());
    private static final Document REGRESSION = page(HandMadeTasks.regression());
    private static final Document RANKING = page(HandMadeTasks.fullRanking());

    @Test
    void aCurveForEachClassThatHasOne() {
        assertEquals(
                3, texts(MULTICLASS, picture("ROC curves of classes") + "/path").size());
        assertEquals(List.of("on time", "late", "cancelled"), legend(MULTICLASS, "ROC curves of classes"));
        assertEquals(
                List.of("3 curves; the area under them goes from 0.710 (late) to 0.930 (cancelled); the dashed"
                        + " diagonal is a model without skill."),
                texts(MULTICLASS, picture("ROC curves of classes") + "/desc"));
        assertEquals(
                List.of("0.780", "0.710", "0.930"),
                texts(MULTICLASS, figure("ROC curves of classes") + "//tbody/tr/td"));
        assertText(
                texts(MULTICLASS, figure("ROC curves of classes") + "/figcaption/p")
                        .get(0),
                "; the 3 of 4 classes with the most rows");
    }

    @Test
    void confidenceOfThePredictedClassHasItsBins() {
        String title = "Calibration of the predicted class";
        assertEquals(2, texts(MULTICLASS, picture(title) + "/circle").size());
        assertEquals(
                List.of(
                        "2 bins, from 0.510 predicted and 0.460 observed to 0.840 and 0.830; the intervals of 0 hold the"
                                + " dashed diagonal, where a probability is the share that comes true."),
                texts(MULTICLASS, picture(title) + "/desc"));
    }

    @Test
    void ratesOfClassesStandSideBySide() {
        String chart = "//svg[title='Rates by class']";
        assertEquals(List.of("precision", "recall", "f1"), names(texts(MULTICLASS, chart + "/text")));
        // Three rates of four classes, but the recall of an absent one.
        assertEquals(11, texts(MULTICLASS, chart + "/rect").size());
        assertText(texts(MULTICLASS, chart + "/desc").get(0), "on time: precision 0.8600, recall 0.9600");
    }

    private static List<String> names(List<String> all) {
        return all.stream()
                .filter(List.of("precision", "recall", "f1")::contains)
                .toList();
    }

    @Test
    void meansOfBinsLieByTheDiagonal() {
        assertEquals(
                3,
                texts(REGRESSION, picture("Observed by predicted") + "/circle").size());
        assertEquals(
                List.of("3 bins, from 2.00 predicted and 3.50 observed to 80.0 predicted and 120.0 observed; on the"
                        + " dashed diagonal predictions are right on average."),
                texts(REGRESSION, picture("Observed by predicted") + "/desc"));
        String row = figure("Observed by predicted") + "//tbody/tr";
        assertEquals(List.of("12.25", "[11.75, 12.75]", "38,542"), texts(REGRESSION, row + "[2]/td"));
        assertEquals(List.of("120.0", "", "1"), texts(REGRESSION, row + "[3]/td"));
    }

    @Test
    void spreadOfResidualsHasItsQuantiles() {
        String row = figure("Residuals by predicted") + "//tbody/tr[1]";
        assertEquals(List.of("2.0"), texts(REGRESSION, row + "/th"));
        assertEquals(List.of("-2.0", "+1.5", "+10.5"), texts(REGRESSION, row + "/td"));
        assertEquals(
                List.of("median", "from the 10th to the 90th percentile"),
                legend(REGRESSION, "Residuals by predicted"));
    }

    @Test
    void residualsHaveTheirBars() {
        assertEquals(4, texts(REGRESSION, picture("Residuals") + "/rect").size());
        assertText(
                texts(REGRESSION, picture("Residuals") + "/desc").get(0),
                "4 bins from -30 to +90; the fullest begins at 0 and holds 64 % of the rows");
        assertText(
                texts(REGRESSION, figure("Residuals") + "/figcaption/p").get(0),
                "left out are the largest errors, 0.9 % of the rows to the left and 1.1 % to the right");
        assertEquals(6, texts(REGRESSION, figure("Residuals") + "//tbody/tr").size());
    }

    @Test
    void sharesWithinAnErrorAreNamed() {
        assertText(
                texts(REGRESSION, figure("Rows within an error") + "/figcaption/p")
                        .get(0),
                "half are within 7.5, nine in ten within 31.0");
        assertEquals(
                List.of("7.5", "7.5", "7.5", "31.0", "31.0", "95.0", "95.0", "1,400.0"),
                texts(REGRESSION, figure("Rows within an error") + "//tbody/tr/td"));
    }

    @Test
    void firstRanksHaveTheirValues() {
        assertEquals(4, texts(RANKING, picture("ndcg@k") + "/circle").size());
        assertEquals(
                List.of("ndcg@1 is 0.520 [0.490, 0.550]; ndcg@4 is 0.660 [0.640, 0.680]."),
                texts(RANKING, picture("ndcg@k") + "/desc"));
        assertEquals(List.of("0.580", "[0.555, 0.605]"), texts(RANKING, figure("ndcg@k") + "//tbody/tr[2]/td"));
    }

    @Test
    void queriesHaveTheirBars() {
        assertEquals(4, texts(RANKING, picture("Queries by ndcg@10") + "/rect").size());
        assertEquals(
                List.of("4 bins of equal width; 18 % of the queries are in the lower half, 10 % in the lowest bin and"
                        + " 61 % in the highest."),
                texts(RANKING, picture("Queries by ndcg@10") + "/desc"));
    }

    @Test
    void queriesAreCountedByTheirFirstRelevantRow() {
        assertEquals(6, texts(RANKING, picture("First relevant row") + "/rect").size());
        assertEquals(
                List.of("1: 52 %; 2: 22 %; 3: 11 %; 4: 2.6 %; >4: 10 %; none: 2.3 %."),
                texts(RANKING, picture("First relevant row") + "/desc"));
    }

    @Test
    void everyPictureStandsWithoutStylesAndScript() {
        for (Document page : List.of(Page.of(HandMade.everything()), MULTICLASS, REGRESSION, RANKING)) {
            assertEquals(List.of(), texts(page, "//svg[not(@width) or not(@height)]"));
            assertEquals(List.of(), texts(page, "//svg[@role][not(title) or not(desc)]"));
            assertEquals(
                    List.of(),
                    texts(page, "//svg//*[self::path or self::line or self::rect or self::circle][not(@fill)]"));
            assertEquals(List.of(), texts(page, "//*[@data-mark][not(@cx and @cy) and not(@x1 and @x2)]"));
        }
    }

    @Test
    void everyPictureOfATaskHasItsNumbersInATable() {
        for (Document page : List.of(Page.of(HandMade.everything()), MULTICLASS, REGRESSION, RANKING)) {
            assertEquals(List.of(), texts(page, "//figure[not(.//details//tbody/tr)]/figcaption/strong"));
        }
    }

    @Test
    void theCornerOfAVeryGoodCurveIsEnlarged() {
        List<CurvePoint> good = List.of(point(0, 0), point(0.02, 0.96), point(1, 1));
        assertEquals(0.97, RocInset.area(good), 1e-12);
        List<Element> drawn = RocInset.of(good, Optional.empty(), Optional.empty());
        StringBuilder page = new StringBuilder();
        drawn.forEach(shape -> shape.appendTo(page));
        assertTrue(page.toString().contains(">0.8</text>"), page::toString);
        List<CurvePoint> better = List.of(point(0, 0), point(0.005, 0.995), point(1, 1));
        StringBuilder closer = new StringBuilder();
        RocInset.of(better, Optional.empty(), Optional.empty()).forEach(shape -> shape.appendTo(closer));
        assertTrue(closer.toString().contains(">0.9</text>"), closer::toString);
        assertEquals(
                List.of(),
                RocInset.of(List.of(point(0, 0), point(0.1, 0.9), point(1, 1)), Optional.empty(), Optional.empty()));
    }

    private static CurvePoint point(double x, double y) {
        return new CurvePoint(0.5, x, y);
    }

    private static String figure(String title) {
        return "//figure[figcaption/strong='" + title + "']";
    }

    private static void assertText(String text, String part) {
        assertTrue(text.contains(part), text);
    }

    private static List<String> legend(Document page, String title) {
        return texts(page, figure(title) + "//ul[@class='legend']/li").stream()
                .map(String::strip)
                .toList();
    }

    private static String picture(String title) {
        return "//svg[title='" + title + "']";
    }

    private static List<String> texts(Document page, String path) {
        return Page.texts(page, path);
    }

    private static Document page(ModelResult model) {
        return Page.of(HandMade.of(model));
    }
}
