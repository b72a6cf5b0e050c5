package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;

class ResultJunitProperties {

    @Provide
    Arbitrary<Long> seeds() {
        return AnyResult.seeds();
    }

    @Property(tries = 300, seed = "20261129")
    void everyResultIsInTheForm(@ForAll("seeds") long seed, @ForAll Inconclusive inconclusive) {
        EvaluationResult result = AnyResult.of(seed);
        String text = ResultJunit.render(result, inconclusive);
        JunitSchema.assertValid(text);
        assertEquals(text, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        Document xml = Page.parsed(text);
        assertEquals(result.models().size(), Page.texts(xml, "//testsuite").size());
        assertEquals(
                count(result, Verdict.values()), Page.texts(xml, "//testcase").size());
    }

    @Property(tries = 300, seed = "20261130")
    void failuresAreCountedAsTheyAre(@ForAll("seeds") long seed, @ForAll Inconclusive inconclusive) {
        EvaluationResult result = AnyResult.of(seed);
        Document xml = Page.parsed(ResultJunit.render(result, inconclusive));
        int open = inconclusive == Inconclusive.FAILS ? count(result, Verdict.INCONCLUSIVE) : 0;
        assertEquals(
                count(result, Verdict.FAIL),
                Page.texts(xml, "//failure[@type='gate']").size());
        assertEquals(open, Page.texts(xml, "//failure[@type='inconclusive']").size());
        assertEquals(
                List.of(Integer.toString(count(result, Verdict.FAIL) + open)),
                Page.texts(xml, "/testsuites/@failures"));
    }

    @Property(tries = 300, seed = "20261201")
    void textFromDataIsReadBackAsATerminalShowsIt(@ForAll("seeds") long seed) {
        String name = "n" + AnyResult.text(seed);
        String shown = DisplayText.escaped(name).replace("\ufffe", "\\uFFFE").replace("\uffff", "\\uFFFF");
        Document xml = Page.parsed(ResultJunit.render(NamedResult.of(name)));
        assertEquals(List.of(shown), Page.texts(xml, "//testsuite/@name"));
        assertEquals(List.of("tiercel." + shown), Page.texts(xml, "//testcase/@classname"));
        assertEquals(List.of(shown), Page.texts(xml, "//testcase/@name"));
        assertEquals(List.of(shown), Page.texts(xml, "//failure/@message"));
        assertEquals(List.of("note " + shown + ": " + shown + "\n"), Page.texts(xml, "//system-out"));
    }

    @Property(tries = 300, seed = "20261202")
    void anErrorOfAnyTextIsInTheForm(@ForAll("seeds") long seed) {
        String text = "n" + AnyResult.text(seed);
        String xml = ResultJunit.renderError(text, "NO_FILE", text);
        JunitSchema.assertValid(xml);
        String shown = DisplayText.escaped(text).replace("\ufffe", "\\uFFFE").replace("\uffff", "\\uFFFF");
        assertEquals(List.of(shown), Page.texts(Page.parsed(xml), "//testcase/@name"));
        assertEquals(List.of(shown), Page.texts(Page.parsed(xml), "//error/@message"));
    }

    private static int count(EvaluationResult result, Verdict... verdicts) {
        return (int) result.models().stream()
                .map(ModelResult::gates)
                .flatMap(List::stream)
                .map(GateResult::verdict)
                .filter(List.of(verdicts)::contains)
                .count();
    }
}
