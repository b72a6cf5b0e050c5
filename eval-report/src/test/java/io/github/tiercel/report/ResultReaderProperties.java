package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tiercel.data.DataException;
import io.github.tiercel.result.EvaluationResult;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ResultReaderProperties {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> ODD = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.textNode("x"),
            NODES.numberNode(-1),
            NODES.numberNode(1.5),
            NODES.numberNode(Double.MAX_VALUE),
            BigIntegerNode.valueOf(BigInteger.TEN.pow(400)),
            NODES.arrayNode(),
            NODES.arrayNode().add(NODES.nullNode()),
            NODES.objectNode(),
            NODES.objectNode().set("x", NODES.objectNode()));

    @Provide
    Arbitrary<Long> seeds() {
        return AnyResult.seeds();
    }

    @Property(tries = 500, seed = "20261122")
    void whatWasReadIsWrittenAsTheSameBytes(@ForAll("seeds") long seed) {
        String json = ResultJson.render(AnyResult.of(seed));
        assertEquals(json, ResultJson.render(ResultJson.parse(json)));
    }

    @Property(tries = 300, seed = "20261123")
    void tableAndPageNeedNoData(@ForAll("seeds") long seed) {
        EvaluationResult result = AnyResult.told(seed);
        EvaluationResult read = ResultJson.parse(ResultJson.render(result));
        assertEquals(ResultTable.render(result), ResultTable.render(read));
        assertEquals(ResultHtml.render(result), ResultHtml.render(read));
    }

    @Property(tries = 200, seed = "20261124")
    void keysOfLaterVersionsAreIgnored(@ForAll("seeds") long seed) throws JsonProcessingException {
        String json = ResultJson.render(AnyResult.of(seed));
        JsonNode later = Schema.parse(json);
        // Models, metrics and texts stand by name, so a new key is one of them.
        later.findParents("rows_total").forEach(model -> ((ObjectNode) model).putObject("added_later"));
        later.findParents("direction").forEach(estimate -> ((ObjectNode) estimate).put("added_later", "x"));
        ((ObjectNode) later).putArray("added_later");
        assertEquals(json, ResultJson.render(ResultJson.parse(later.toString())));
    }

    @Property(tries = 300, seed = "20261125")
    void cutAnywhereItIsRefused(@ForAll("seeds") long seed) {
        String json = ResultJson.render(AnyResult.of(seed)).stripTrailing();
        String cut = json.substring(0, new Random(seed).nextInt(json.length()));
        assertThrows(DataException.class, () -> ResultJson.parse(cut));
    }

    @Property(tries = 2_000, seed = "20261126")
    void changedAnywhereItIsReadOrRefusedInASentence(@ForAll("seeds") long seed) throws JsonProcessingException {
        JsonNode json = Schema.parse(ResultJson.render(AnyResult.of(seed)));
        Random random = new Random(seed);
        List<Consumer<JsonNode>> places = new ArrayList<>();
        gather(json, places);
        places.get(random.nextInt(places.size())).accept(ODD.get(random.nextInt(ODD.size())));
        EvaluationResult read;
        try {
            read = ResultJson.parse(json.toString());
        } catch (DataException e) {
            String message = String.valueOf(e.getMessage());
            assertTrue(message.startsWith("The JSON cannot be read as a result: "), message);
            return;
        }
        String rendered = ResultJson.render(read);
        assertEquals(rendered, ResultJson.render(ResultJson.parse(rendered)));
    }

    private static void gather(JsonNode json, List<Consumer<JsonNode>> places) {
        if (json instanceof ObjectNode object) {
            object.properties().forEach(member -> places.add(odd -> object.set(member.getKey(), odd)));
            object.properties().forEach(member -> places.add(odd -> object.remove(member.getKey())));
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int place = i;
                places.add(odd -> array.set(place, odd));
            }
        }
        json.forEach(child -> gather(child, places));
    }
}
