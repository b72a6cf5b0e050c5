package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways that the manual leads through: every command, in its order, in one folder. */
@Tag("long")
class WalkThroughTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern EXIT_CODE = Pattern.compile("\\s*# exit code (\\d+)$");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @Test
    void fromACloneToAGate() throws IOException {
        everyCommandRunsAsItStands("first-evaluation.md", 8);
        assertTrue(Files.size(folder.resolve(".tiercel/demo.html")) < 150_000);
        assertTrue(Files.readString(folder.resolve("run.html")).contains("<title>FAIL"));
    }

    @ParameterizedTest
    @CsvSource({"serving.md,3", "input-bound.md,3", "fp32-or-int8.md,4"})
    void everyCommandRunsAsItStands(String name, int count) throws IOException {
        Path data = Files.createDirectories(folder.resolve("samples/data"));
        try (Stream<Path> files = Files.list(ROOT.resolve("samples/data"))) {
            for (Path file : files.toList()) {
                Files.copy(file, data.resolve(file.getFileName()));
            }
        }
        List<String> commands = commands(Files.readString(ROOT.resolve("docs").resolve(name)));
        assertEquals(count, commands.size(), commands::toString);
        for (String command : commands) {
            Matcher stated = EXIT_CODE.matcher(command);
            int expected = stated.find() ? Integer.parseInt(stated.group(1)) : 0;
            Run.child(folder, words(stated.replaceFirst(""))).assertExitCode(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"first-evaluation.md,evaluation.toml", "serving.md,limits.toml"})
    void theFileOfRulesIsTheOneShown(String name, String file) throws IOException {
        String page = Files.readString(ROOT.resolve("docs").resolve(name));
        String shown = page.substring(page.indexOf("```toml\n") + 8);
        assertEquals(
                Files.readString(ROOT.resolve("samples/data").resolve(file)),
                shown.substring(0, shown.indexOf("```\n")));
    }

    /** Lines that start the command, those that go on after a backslash in one. */
    private static List<String> commands(String page) {
        List<String> commands = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(page).results().toList()) {
            block.group(1)
                    .replaceAll("\\\\\\n\\s*", "")
                    .lines()
                    .filter(line -> line.startsWith("./tiercel "))
                    .map(line -> line.substring("./tiercel ".length()))
                    .forEach(commands::add);
        }
        return commands;
    }

    private static String[] words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }
}
