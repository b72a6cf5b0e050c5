package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class StoreOptionsTest {

    private static final Map<String, String> VARIABLE = Map.of("TIERCEL_STORE", "/shared/scores");

    @Test
    void optionComesBeforeVariableAndVariableBeforeDefault() {
        assertEquals(Path.of("mine"), parsed("--store", "mine").folder(VARIABLE));
        assertEquals(Path.of("/shared/scores"), parsed().folder(VARIABLE));
        assertEquals(Path.of(".tiercel", "store"), parsed().folder(Map.of()));
    }

    @Test
    void blankVariableIsNone() {
        assertEquals(Path.of(".tiercel", "store"), parsed().folder(Map.of("TIERCEL_STORE", " ")));
    }

    private static StoreOptions parsed(String... args) {
        return CommandLine.populateCommand(new StoreOptions(), args);
    }
}
