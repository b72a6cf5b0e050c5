package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.RegressionFindings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The keys of several classes, of predicted numbers and of rankings. */
class FindingsJsonTest {

    @Test
    void multiclassIsAsInTheGoldenFile() throws IOException {
        assertGolden("multiclass.json", HandMadeTasks.multiclass());
    }

    @Test
    void regressionIsAsInTheGoldenFile() throws IOException {
        assertGolden("regression.json", HandMadeTasks.regression());
    }

    @Test
    void rankingIsAsInTheGoldenFile() throws IOException {
        assertGolden("ranking.json", HandMadeTasks.ranking());
    }

    @Test
    void panelsOfARankingAreAsInTheGoldenFile() throws IOException {
        assertGolden("full-ranking.json", HandMadeTasks.fullRanking());
    }

    private static void assertGolden(String name, ModelResult model) throws IOException {
        Golden.assertGolden(name, ResultJson.render(HandMade.of(model)));
        Schema.assertValid(Golden.read(name));
    }

    @Test
    void onlyBinaryResultsCountPositives() throws IOException {
        for (ModelResult model :
                List.of(HandMadeTasks.multiclass(), HandMadeTasks.regression(), HandMadeTasks.ranking())) {
            String json = ResultJson.render(HandMade.of(model).withHistory(HandMadeEpochs.ofOtherTasks()));
            assertFalse(json.contains("\"positives\""), json);
        }
        assertTrue(ResultJson.render(HandMade.of(HandMade.full())).contains("\"positives\""));
    }

    @Test
    void confusionHasOneRowAClassAndOneColumnADecision() throws IOException {
        JsonNode json = Schema.parse(ResultJson.render(HandMade.of(HandMadeTasks.multiclass())));
        assertEquals(json.get("classes"), json.at("/confusion/classes"));
        assertEquals("late", json.at("/confusion/classes/1").textValue());
        assertEquals(2_456, json.at("/confusion/weights/0/1").doubleValue());
        assertEquals(8_901, json.at("/confusion/weights/1/0").doubleValue());
        assertEquals("[0.0,0.0,0.0,0.0]", json.at("/confusion/weights/3").toString());
    }

    @Test
    void classesAreNamedAsTheDataNamesThem() throws IOException {
        JsonNode json = Schema.parse(ResultJson.render(HandMade.of(HandMadeTasks.multiclass())));
        JsonNode absent = json.get("per_class").get("<b>di\nverted</b>");
        assertEquals(0, absent.get("rows").intValue());
        assertEquals("NO_POSITIVES", absent.at("/recall/code").textValue());
        assertEquals(0.22, absent.at("/f1/upper").doubleValue());
    }

    @Test
    void classesOfASampleHaveTheirRowsAlone() throws IOException {
        MulticlassFindings sampled = MulticlassFindings.of(
                List.of(new ClassResult("a", 3, Map.of()), new ClassResult("b", 4, Map.of())),
                HandMadeTasks.confusion(List.of("a", "b"), new double[][] {{2.5, 1}, {0, 4}}));
        String json = ResultJson.render(HandMade.of(HandMadeTasks.bare("m", sampled)));
        Schema.assertValid(json);
        assertEquals(
                "{\"a\":{\"rows\":3},\"b\":{\"rows\":4}}",
                Schema.parse(json).get("per_class").toString());
    }

    @Test
    void labelsThatAreNotFiniteAreNull() throws IOException {
        RegressionFindings infinite = RegressionFindings.of(Double.POSITIVE_INFINITY, Double.NaN);
        String json = ResultJson.render(HandMade.of(HandMadeTasks.bare("m", infinite)));
        Schema.assertValid(json);
        assertEquals(
                "{\"mean\":null,\"deviation\":null}",
                Schema.parse(json).get("labels").toString());
    }

    @Test
    void metricWithoutABetterEndSaysSo() throws IOException {
        JsonNode json = Schema.parse(ResultJson.render(HandMade.of(HandMadeTasks.regression())));
        assertEquals("neither", json.at("/metrics/mean_error/direction").textValue());
        assertEquals("neither", json.at("/comparison/mean_error/direction").textValue());
    }

    @Test
    void schemaRefusesWhatTheTaskLacks() throws IOException {
        for (String keys : List.of(
                "multiclass.json classes per_class confusion",
                "regression.json labels",
                "ranking.json queries queries_without_relevant",
                "bare.json positives")) {
            List<String> names = new ArrayList<>(List.of(keys.split(" ", -1)));
            ObjectNode json = (ObjectNode) Schema.parse(Golden.read(names.remove(0)));
            for (String key : names) {
                assertFalse(Schema.accepts(json.deepCopy().without(key)), key);
            }
            assertFalse(Schema.accepts(json.deepCopy().put("task", "clustering")));
        }
    }

    @Test
    void schemaRefusesTheConfusionOfAnotherTask() throws IOException {
        ObjectNode binary = (ObjectNode) Schema.parse(Golden.read("bare.json"));
        JsonNode confusion = Schema.parse(Golden.read("multiclass.json")).get("confusion");
        assertFalse(Schema.accepts(binary.set("confusion", confusion)));
    }
}
