package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class TextTableProperties {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(40), AnyResult.seeds().map(AnyResult::text));
    }

    @Property(tries = 500, seed = "20261122")
    void whatStandsInACellNeverMovesTheNextColumn(@ForAll @Size(min = 1, max = 8) List<@From("texts") String> names) {
        List<Row> rows =
                names.stream().map(name -> Row.of(Cell.of(name), Cell.of("|"))).toList();
        List<String> lines = new TextTable(List.of(Column.left("").shrinkingTo(12), Column.left("")), rows)
                .lines(new Layout(40, Style.PLAIN));
        assertEquals(rows.size(), lines.size());
        assertEquals(
                1,
                lines.stream()
                        .map(line -> DisplayText.width(line.substring(0, line.lastIndexOf('|'))))
                        .distinct()
                        .count());
    }
}
