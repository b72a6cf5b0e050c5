package io.github.tiercel.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample runs, and its comment quotes what it prints. */
class SamplesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/github/tiercel/samples");
    private static final String FLIGHTS = "../eval-cli/src/main/resources/io/github/tiercel/cli/flights.parquet";
    private static final String PREDICTIONS = "data/flights-predictions.parquet";
    private static final Set<String> READ_PREDICTIONS =
            Set.of("Sample02_FinalCandidate", "Sample03_FastTier", "Sample10_OwnMetric");

    @TempDir
    private Path folder;

    static List<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("Sample"))
                    .map(name -> name.replace(".java", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void printsWhatItsCommentQuotes(String sample) throws Exception {
        List<String> quoted = quoted(Files.readString(SOURCES.resolve(sample + ".java")));
        List<String> printed = lines(printed(sample));
        assertFalse(quoted.isEmpty(), "the comment quotes the output");
        int from = 0;
        for (String line : quoted) {
            int at = printed.subList(from, printed.size()).indexOf(line);
            assertTrue(at >= 0, () -> "not printed, or not in this order: " + line + "\nprinted: " + printed);
            from += at + 1;
        }
    }

    /** The lines between the tags; dots stand for lines left out. */
    private static List<String> quoted(String source) {
        String comment = source.substring(source.indexOf("<pre>") + 5, source.indexOf("</pre>"));
        return lines(comment.replaceAll("(?m)^ \\*", "").replace("&lt;", "<")).stream()
                .filter(line -> !line.equals("..."))
                .toList();
    }

    /** Without empty lines, and with single spaces, for columns in a comment need not be as wide. */
    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String printed(String sample) throws Exception {
        String input = READ_PREDICTIONS.contains(sample) ? PREDICTIONS : FLIGHTS;
        String[] arguments = {
            input, folder.resolve("flights-predictions.parquet").toString()
        };
        var bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            Class.forName("io.github.tiercel.samples." + sample)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(UTF_8);
    }
}
