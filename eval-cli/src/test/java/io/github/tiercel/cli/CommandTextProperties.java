package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CommandTextProperties {

    @Provide
    Arbitrary<List<String>> arguments() {
        Arbitrary<String> odd =
                Arbitraries.strings().withChars("'\"\\ \n\t$@*~a-=,é").ofMaxLength(8);
        return Arbitraries.oneOf(odd, Arbitraries.strings().ofMaxLength(8))
                .list()
                .ofMaxSize(6);
    }

    @Property(seed = "1")
    void whatIsWrittenIsReadBack(@ForAll("arguments") List<String> arguments) {
        List<String> expected = new ArrayList<>(List.of("tiercel"));
        expected.addAll(arguments);
        assertEquals(expected, CommandText.words(CommandText.of(arguments)));
    }
}
