package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplainTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /**
     * A code is the first thing that a notice, or what adds one, is given, or an exception, or one that code() gives.
     */
    private static final Pattern CODE =
            Pattern.compile("(?:(?:Notice|\\badd|failed|[a-z]Exception)\\(|return)\\s*\"([A-Z][A-Z_01]{3,})\"");

    @Test
    void everyCodeInTheSourcesIsExplainedAndNoOther() throws IOException {
        Set<String> said = new TreeSet<>();
        for (String source : sources()) {
            CODE.matcher(source).results().map(match -> match.group(1)).forEach(said::add);
        }
        // These stand in constants, or are chosen by a condition.
        said.addAll(List.of(
                "BAD_DATA",
                "CHANGED_MODEL",
                "HOLDOUT_COUNT_LOST",
                "HOLDOUT_WORN",
                "INTERNAL_ERROR",
                "INTERRUPTED",
                "NOT_GATED",
                "NOT_STORED",
                "OUT_OF_MEMORY",
                "USAGE"));
        assertEquals(said, new TreeSet<>(MessageTexts.read().codes()));
    }

    @Test
    void everyCodeOfThePageIsSaidSomewhere() throws IOException {
        String all = String.join("\n", sources());
        for (String code : MessageTexts.read().codes()) {
            assertTrue(all.contains("\"" + code + "\""), code);
        }
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> ROOT.relativize(file).toString().contains("src/main/java"))
                    .map(ExplainTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyExplanationSaysWhatAndWhatToDo() {
        MessageTexts texts = MessageTexts.read();
        for (String code : texts.codes()) {
            String text = String.join(" ", texts.lines(code).orElseThrow());
            assertTrue(text.length() > 60 && text.endsWith("."), code);
        }
    }

    @Test
    void aCodeIsPrintedInAnyCase() {
        Run run = Run.here("explain", "inverted");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("""
                ROC-AUC is clearly below 0.5: higher scores go with the other class. Check which label counts as positive (--positive), or whether
                the score is a distance or a risk of the other class.
                """, run.out());
    }

    @Test
    void withoutACodeAllAreListed() {
        Run run = Run.here("explain");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals(List.copyOf(MessageTexts.read().codes()), run.out().lines().toList());
    }

    @Test
    void anUnknownCodeIsAnsweredWithTheNearest() {
        Run run = Run.here("explain", "SMALL_SAMPLES");
        run.assertExitCode(ExitCode.USAGE);
        assertTrue(
                run.err()
                        .startsWith("tiercel: USAGE: There is no code \"SMALL_SAMPLES\". Did you mean \"SMALL_SAMPLE\"?"
                                + " Without one, tiercel explain lists all."),
                run.err());
    }
}
