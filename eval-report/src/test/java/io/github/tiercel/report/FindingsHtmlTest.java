package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.result.ModelResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Pages of several classes, of predicted numbers and of rankings. */
class FindingsHtmlTest {

    private static final List<ModelResult> OTHER_TASKS = List.of(
            HandMadeTasks.multiclass(),
            HandMadeTasks.regression(),
            HandMadeTasks.ranking(),
            HandMadeTasks.manyClasses(25),
            HandMadeTasks.manyClasses(31));

    @Test
    void eachTaskHasTheSectionsItFills() {
        assertEquals(
                List.of("Metrics", "Curves", "Classes", "Confusion matrix", "Slices", "Warnings"),
                headings(HandMadeTasks.multiclass()));
        assertEquals(List.of("Metrics", "Errors", "Slices"), headings(HandMadeTasks.regression()));
        assertEquals(List.of("Metrics", "Slices"), headings(HandMadeTasks.ranking()));
        assertEquals(List.of("Metrics", "Queries"), headings(HandMadeTasks.fullRanking()));
    }

    @Test
    void factsSayOnHowMuchAModelWasEvaluated() {
        assertEquals("78,543 rows, 4 classes, full tier, compared with majority", facts(HandMadeTasks.multiclass()));
        assertEquals(
                "78,543 rows, label 12.1 ± 40.2, full tier, compared with mean", facts(HandMadeTasks.regression()));
        assertEquals(
                "1,000 queries, 23 without a relevant row, 12,345 of 200,000 rows, fast tier",
                facts(HandMadeTasks.ranking()));
    }

    @Test
    void sliceTablesCountWhatTheTaskRestsOn() {
        assertEquals(List.of("slice", "rows", "rarest class", "accuracy"), sliceHeadings(HandMadeTasks.multiclass()));
        assertEquals(List.of("slice", "rows", "mae"), sliceHeadings(HandMadeTasks.regression()));
        assertEquals(List.of("slice", "rows", "queries", "ndcg@10"), sliceHeadings(HandMadeTasks.ranking()));
    }

    @Test
    void everyTableHasACaptionAndHeadings() {
        for (ModelResult model : OTHER_TASKS) {
            Document page = page(model);
            assertEquals(0, Page.texts(page, "//table[not(caption)]").size());
            assertEquals(
                    0, Page.texts(page, "//tbody/tr[not(th[@scope='row'])]").size());
            assertEquals(0, Page.texts(page, "//thead//th[not(@scope='col')]").size());
        }
    }

    @Test
    void cellsAreShadedByTheirShareOfTheClass() {
        String row = "//table[@class='heat']/tbody/tr";
        Document page = page(HandMadeTasks.multiclass());
        assertEquals(
                List.of("number right high", "number", "number faint", "number"),
                Page.texts(page, row + "[1]/td/@class"));
        assertEquals(
                List.of("number high", "number right middle", "number", "number faint"),
                Page.texts(page, row + "[2]/td/@class"));
        assertEquals(
                List.of("number high", "number low", "number right middle", "number faint"),
                Page.texts(page, row + "[3]/td/@class"));
        assertEquals(List.of("901.5 56 %", "88 5.4 %", "626.5 39 %", "0"), Page.texts(page, row + "[3]/td"));
    }

    @Test
    void classNamesFromDataStayText() {
        Document page = page(HandMadeTasks.multiclass());
        assertEquals(0, Page.texts(page, "//b").size());
        assertEquals(List.of("<b>di\\nverted</b>"), Page.texts(page, "//table[@class='heat']/tbody/tr[4]/th"));
    }

    @Test
    void manyClassesAreListedWeakestFirstAndAllOnDemand() {
        Document page = page(HandMadeTasks.manyClasses(25));
        String section = "//section[h2='Classes']";
        assertEquals(20, Page.texts(page, section + "/div//tbody/tr").size());
        assertEquals(
                "class 24", Page.texts(page, section + "/div//tbody/tr[1]/th").get(0));
        assertEquals(25, Page.texts(page, section + "/details//tbody/tr").size());
        assertEquals(
                "class 0",
                Page.texts(page, section + "/details//tbody/tr[1]/th").get(0));
    }

    @Test
    void confusionsOfManyClassesAreListedAndOfVeryManyNotDrawn() {
        assertEquals(1, heatTables(HandMadeTasks.manyClasses(10)));
        assertEquals(0, lists(HandMadeTasks.manyClasses(10)));
        assertEquals(1, heatTables(HandMadeTasks.manyClasses(30)));
        assertEquals(1, lists(HandMadeTasks.manyClasses(30)));
        assertEquals(0, heatTables(HandMadeTasks.manyClasses(31)));
        assertEquals(1, lists(HandMadeTasks.manyClasses(31)));
    }

    @Test
    void tilesOfMetricsWithoutABetterEndHaveNeitherArrowNorMerit() {
        List<String> tile = Page.texts(page(HandMadeTasks.regression()), "//dl/div[dt='mean_error']/*");
        assertEquals(List.of("mean_error", "1.40", "95 % interval [1.10, 1.70]", "+1.39 against mean"), tile);
        List<String> mae = Page.texts(page(HandMadeTasks.regression()), "//dl/div[dt='mae ↓']/*");
        assertEquals("better by 5.59 than mean", mae.get(3));
    }

    private static int heatTables(ModelResult model) {
        return Page.texts(page(model), "//table[@class='heat']").size();
    }

    private static int lists(ModelResult model) {
        return Page.texts(page(model), "//table[caption='Largest confusions']").size();
    }

    private static List<String> headings(ModelResult model) {
        List<String> all = Page.texts(page(model), "//h2");
        assertTrue(all.containsAll(List.of("Where the time went", "Provenance")), all::toString);
        return all.subList(0, all.size() - 2);
    }

    private static String facts(ModelResult model) {
        return Page.texts(page(model), "//section[h2='Metrics']/p[1]").get(0);
    }

    private static List<String> sliceHeadings(ModelResult model) {
        return Page.texts(page(model), "//section[h2='Slices']//thead//th");
    }

    private static Document page(ModelResult model) {
        return Page.of(HandMade.of(model));
    }
}
