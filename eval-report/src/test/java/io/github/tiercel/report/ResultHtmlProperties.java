package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.result.EvaluationResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class ResultHtmlProperties {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");
    private static final Set<String> PLACES =
            Set.of("d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height");

    /** Letters before each odd name, so that no column is empty, and long, so that no cell is short. */
    private static final String LETTERS = "name ".repeat(20);

    private static final List<String> STRUCTURE = structure(NamedResult.of(LETTERS));
    private static final double WIDEST = 1_000;

    @Provide
    Arbitrary<Long> seeds() {
        return AnyResult.seeds();
    }

    @Property(tries = 300, seed = "20261122")
    void everyResultIsAWellFormedPage(@ForAll("seeds") long seed) {
        Document page = Page.of(AnyResult.of(seed));
        assertEquals("html", page.getDocumentElement().getTagName());
        assertEquals(1, Page.texts(page, "//script").size());
    }

    @Property(tries = 300, seed = "20261123")
    void noTextFromDataBreaksOut(@ForAll("seeds") long seed) {
        assertEquals(STRUCTURE, structure(NamedResult.of(LETTERS + AnyResult.text(seed))));
    }

    @Property(tries = 200, seed = "20261124")
    void textFromDataIsReadBackAsATerminalShowsIt(@ForAll("seeds") long seed) {
        String name = "n" + AnyResult.text(seed);
        String shown = DisplayText.escaped(name).replace("\ufffe", "\\uFFFE").replace("\uffff", "\\uFFFF");
        Document page = Page.of(NamedResult.of(name));
        assertEquals(List.of(shown), Page.texts(page, "//h1"));
        assertEquals(List.of(shown), Page.texts(page, "//section[h2='Warnings']//li/strong"));
        assertEquals(List.of(shown), Page.texts(page, "//table[@class='heat']/tbody/tr[1]/th"));
    }

    @Property(tries = 300, seed = "20261125")
    void picturesStayInsideTheirFrame(@ForAll("seeds") long seed) {
        NodeList pictures = Page.of(AnyResult.of(seed)).getElementsByTagName("svg");
        for (int p = 0; p < pictures.getLength(); p++) {
            assertPlacesInside((Element) pictures.item(p));
        }
    }

    private static void assertPlacesInside(Element picture) {
        NodeList shapes = picture.getElementsByTagName("*");
        for (int s = 0; s < shapes.getLength(); s++) {
            NamedNodeMap attributes = shapes.item(s).getAttributes();
            for (int a = 0; a < attributes.getLength(); a++) {
                Node attribute = attributes.item(a);
                assertTrue(
                        !PLACES.contains(attribute.getNodeName()) || isInside(attribute.getNodeValue()),
                        attribute::toString);
            }
        }
    }

    private static boolean isInside(String places) {
        return NUMBER.matcher(places)
                .results()
                .map(MatchResult::group)
                .mapToDouble(Double::parseDouble)
                .allMatch(number -> number >= -WIDEST && number <= WIDEST);
    }

    @Property(tries = 100, seed = "20261126")
    void equalResultsGiveEqualBytes(@ForAll("seeds") long seed) {
        EvaluationResult result = AnyResult.of(seed);
        String page = ResultHtml.render(result);
        assertEquals(page, ResultHtml.render(AnyResult.of(seed)));
        assertEquals(page, new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    /** Names of elements and attributes in order, and the values of attributes that are not from data. */
    private static List<String> structure(EvaluationResult result) {
        List<String> names = new ArrayList<>();
        walk(Page.of(result).getDocumentElement(), names);
        return names;
    }

    private static void walk(Node node, List<String> names) {
        if (node.getNodeType() != Node.ELEMENT_NODE) {
            return;
        }
        names.add(node.getNodeName());
        NamedNodeMap attributes = node.getAttributes();
        for (int a = 0; a < attributes.getLength(); a++) {
            names.add(attributes.item(a).toString());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            walk(child, names);
        }
    }
}
