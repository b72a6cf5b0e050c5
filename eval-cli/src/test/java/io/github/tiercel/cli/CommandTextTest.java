package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTextTest {

    @Test
    void plainWordsStayPlain() {
        assertEquals(
                "tiercel evaluate ../größe.csv --score=a,b --level 0.95",
                CommandText.of(List.of("evaluate", "../größe.csv", "--score=a,b", "--level", "0.95")));
    }

    @Test
    void whatAShellWouldReadIsQuoted() {
        assertEquals("tiercel 'a b' '' '$HOME' '*' '~'", CommandText.of(List.of("a b", "", "$HOME", "*", "~")));
        assertEquals("tiercel 'it'\\''s'", CommandText.of(List.of("it's")));
    }
}
