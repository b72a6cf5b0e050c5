package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.result.EvaluationResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ResultMarkdownProperties {

    /** A letter before each odd name, so that no column is empty. */
    private static final String LETTER = "n";

    private static final List<String> STRUCTURE = structure(LETTER);

    @Provide
    Arbitrary<Long> seeds() {
        return AnyResult.seeds();
    }

    /** Text that is nearly all markup, links, people and what begins lines; and any other text. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts = Arbitraries.of(Stream.of(
                        "|,`,<,>,*,_,[,],(,),!,~,#,-,=,+,:,.,@,&,$,^,{,},',\",\\,/,%,a,b,1, ",
                        "```,~~~,---,***,===,|-|,# ,- ,1. ,> ,[x]: y,[^1],![a](b),[a](b),[1][1],[ ],<b>",
                        "</details>,<!--,-->,<script>,&lt;,&#124;,\\|,\\\\,www.a.b,http://a.b,a@b.c,@a,#1,:a:",
                        "\n,\n\n,\r,\t,\u202e,\u0000,\ud800,\u00a0,\u3000,日,<http://a>,mailto:a@b.c,__,**,``,$$")
                .flatMap(line -> Stream.of(line.split(",")))
                .toList());
        return Arbitraries.oneOf(
                parts.list().ofMaxSize(12).map(list -> String.join("", list)),
                AnyResult.seeds().map(AnyResult::text));
    }

    @Property(tries = 1_000, seed = "20261129")
    void noTextFromDataChangesWhatTheDocumentIsMadeOf(@ForAll("texts") String text) {
        assertEquals(STRUCTURE, structure(LETTER + text));
    }

    @Property(tries = 500, seed = "20261130")
    void noTextFromDataChangesWhatACellIsMadeOf(@ForAll("texts") String text) {
        String line = MarkdownText.of(text, 200);
        assertEquals(
                MarkdownReader.structure("| a | b |\n| -- | -- |\n| x | y |\n"),
                MarkdownReader.structure("| a | b |\n| -- | -- |\n| " + line + " | y |\n"));
        assertEquals(MarkdownReader.structure("### x\n"), MarkdownReader.structure("### " + line + "\n"));
    }

    @Property(tries = 500, seed = "20261201")
    void textFromDataIsReadBackAsATerminalShowsIt(@ForAll("texts") String text) {
        String name = LETTER + text;
        String shown = DisplayText.escaped(name).strip();
        String document = ResultMarkdown.render(NamedResult.of(name));
        if (shown.length() <= 120) {
            assertEquals(List.of(shown), MarkdownReader.headings(document));
        }
        List<List<String>> rows = MarkdownReader.rows(document);
        assertEquals(shown, rows.get(1).get(1), document);
        assertTrue(rows.stream().anyMatch(row -> row.get(0).equals(shown)), document);
    }

    @Property(tries = 300, seed = "20261202")
    void everyResultHasADocumentOfWholeRows(@ForAll("seeds") long seed) {
        EvaluationResult result = AnyResult.of(seed);
        String document = ResultMarkdown.render(result);
        assertTrue(document.startsWith("<!-- tiercel:") && document.endsWith("\n"), document);
        assertTrue(document.length() <= ResultMarkdown.MOST_CHARACTERS, document);
        assertEquals(document, new String(document.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertEquals(result.models().size(), MarkdownReader.headings(document).size(), document);
        long lines = document.lines()
                .filter(line -> line.startsWith("| ") && !line.matches("[| :-]*--[| :-]*"))
                .count();
        assertEquals(lines, MarkdownReader.rows(document).size(), document);
    }

    private static List<String> structure(String name) {
        return MarkdownReader.structure(ResultMarkdown.render(NamedResult.of(name)));
    }
}
