package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What one run of the command gave back. */
record Run(int exitCode, String out, String err) {

    private static final int LONGEST_SECONDS = 300;
    private static final Pattern HINT = Pattern.compile("Try: tiercel|Possible solutions: |Did you mean: ");
    private static final Pattern CODED = Pattern.compile("tiercel: ([A-Z][A-Z_01]+): \\S.*[.?]");
    /**
     * Java's own word on a folder for temporary files that is not there, from Java 20 on, before anything of ours runs.
     */
    private static final Pattern NO_TEMPORARY_FOLDER = Pattern.compile("^WARNING: java\\.io\\.tmpdir .*\\R");

    private static final Pattern JAVA = Pattern.compile("Exception|Error:|\\bat (io|java|org)\\.|\\bjava\\.");
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Runs the command in this process, which saves starting a Java. */
    static Run here(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Tiercel.run(args, new PrintWriter(out), new PrintWriter(err));
        return new Run(exitCode, out.toString(), err.toString());
    }

    static Run here(List<String> args) {
        return here(args.toArray(String[]::new));
    }

    /** Runs the command as the shell does, in a folder. */
    static Run child(Path folder, String... args) {
        return child(System.getProperty("java.class.path"), folder, args);
    }

    static Run child(String classPath, Path folder, String... args) {
        return of(new ProcessBuilder(line(classPath, args)).directory(folder.toFile()));
    }

    /** {@return the command line that starts the command in a Java of its own} */
    static List<String> line(String classPath, String... args) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                Tiercel.class.getName()));
        line.addAll(List.of(args));
        return line;
    }

    /** Runs a process to its end; stdout and stderr go through files, so that neither can block it. */
    static Run of(ProcessBuilder builder) {
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("TIERCEL_") || name.equals("JAVA_TOOL_OPTIONS"));
        try {
            Path out = Files.createTempFile("tiercel", ".out");
            Path err = Files.createTempFile("tiercel", ".err");
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            String said = NO_TEMPORARY_FOLDER.matcher(Files.readString(err)).replaceFirst("");
            Run run = new Run(ended ? process.exitValue() : -1, Files.readString(out), said);
            Files.delete(out);
            Files.delete(err);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return what stdout holds, read as strictly as the standard for JSON} */
    JsonNode json() {
        return json(out);
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    Run assertExitCode(int expected) {
        assertEquals(expected, exitCode, this::toString);
        return this;
    }

    /** Asserts one sentence on stderr that holds all of these, at most a hint below it, and nothing on stdout. */
    void assertRefused(int expected, List<String> named) {
        assertExitCode(expected);
        assertSentence();
        for (String name : named) {
            assertTrue(err.contains(name), () -> "nothing of <" + name + "> in: " + err);
        }
    }

    void assertRefused(int expected, String... named) {
        assertRefused(expected, List.of(named));
    }

    void assertSentence() {
        assertEquals("", out);
        List<String> lines = err.lines().toList();
        boolean hinted = lines.size() == 2 && HINT.matcher(lines.get(1)).lookingAt();
        assertTrue(lines.size() == 1 || hinted, err);
        String sentence = lines.get(0);
        assertTrue(CODED.matcher(sentence).matches(), err);
        assertFalse(JAVA.matcher(err).find(), err);
    }
}
