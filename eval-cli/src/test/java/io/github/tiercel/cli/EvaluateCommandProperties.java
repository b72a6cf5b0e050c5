package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;

/** Whatever names and values the data hold, the command answers or refuses in a sentence; what is plain it answers. */
class EvaluateCommandProperties {

    private static final Set<Integer> ANSWERED = Set.of(ExitCode.PASSED);
    private static final String NUMBER = "-?\\d+(\\.\\d+)?(e\\d+)?";
    private static final Set<String> OF_ANY_COUNT = Set.of("--rows", "--seed", "--threshold");

    private final Path folder = temporary();

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8),
                Arbitraries.strings().withCharRange('a', 'm').ofMinLength(1).ofMaxLength(6),
                Arbitraries.integers().between(0, 99).map(String::valueOf),
                Arbitraries.strings()
                        .withChars(",;|\"'\\\t\r\n @=-{}$%\u001b\u2028\u202e")
                        .ofMaxLength(5),
                Arbitraries.of(
                        "", " ", "nan", "null", "1", "1.0", "-0", "007", "1e3", "true", "--help", "@x", "2001-01-01"));
    }

    @Property(tries = 80, seed = "1")
    void columnsMayHaveAnyNames(@ForAll("texts") String label, @ForAll("texts") String score) {
        csv(List.of(label, score), List.of("1", "0.5"), List.of("0", "0.25"));
        boolean isPlain = isWord(label) && isWord(score) && !label.equals(score);
        answered(isPlain ? ANSWERED : Set.of(0, 2, 12), "--label=" + label, "--score=" + score);
    }

    /** A name that means nothing else, and so has to do. */
    private static boolean isWord(String text) {
        return text.matches("[a-m]+");
    }

    @Property(tries = 60, seed = "2")
    void labelsMayBeAnything(@ForAll("texts") String one, @ForAll("texts") String two) {
        csv(List.of("label", "score"), List.of(one, "0.5"), List.of(two, "0.25"), List.of(one, "0.75"));
        answered(Set.of(0, 2, 12), "--label=label", "--score=score");
        boolean isPlain = isWord(one) && isWord(two) && !one.equals(two);
        answered(isPlain ? ANSWERED : Set.of(0, 2, 12), "--label=label", "--score=score", "--positive=" + one);
    }

    @Property(tries = 60, seed = "3")
    void slicesMayHaveAnyNamesAndValues(
            @ForAll("texts") String column, @ForAll("texts") String one, @ForAll("texts") String two) {
        csv(List.of("label", "score", column), List.of("1", "0.5", one), List.of("0", "0.25", two));
        String slice = "--slice=" + column;
        boolean isPlain = isWord(column) && isWord(one) && isWord(two);
        answered(isPlain ? ANSWERED : Set.of(0, 2, 12), "--label=label", "--score=score", slice);
        String gate = "--gate=accuracy@" + column + "=" + one + " >= 0.5";
        answered(isPlain ? Set.of(11) : Set.of(2, 11, 12), "--label=label", "--score=score", slice, gate);
    }

    @Property(tries = 60, seed = "4")
    void scoresMayBeAnything(@ForAll("texts") String one, @ForAll("texts") String two) {
        csv(List.of("label", "score"), List.of("1", one), List.of("0", two));
        boolean areNumbers = one.matches(NUMBER) && two.matches(NUMBER);
        answered(areNumbers ? ANSWERED : Set.of(0, 12), "--label=label", "--score=score");
    }

    @Property(tries = 200, seed = "5")
    void optionsMayBeAnything(@ForAll("options") String option, @ForAll("texts") String value) {
        csv(List.of("label", "score"), List.of("1", "0.5"), List.of("0", "0.25"));
        boolean isPlain = OF_ANY_COUNT.contains(option) && value.matches("[1-9]\\d?");
        answered(isPlain ? ANSWERED : Set.of(0, 2, 12), "--label=label", "--score=score", option + "=" + value);
    }

    @Provide
    Arbitrary<String> options() {
        return Arbitraries.of(
                "--positive",
                "--baseline",
                "--weight",
                "--id",
                "--cluster",
                "--task",
                "--tier",
                "--rows",
                "--metrics",
                "--threshold",
                "--intervals",
                "--replicates",
                "--level",
                "--seed",
                "--gate",
                "--inconclusive");
    }

    private void answered(Set<Integer> allowed, String... options) {
        String[] args = new String[options.length + 4];
        args[0] = "evaluate";
        args[1] = folder.resolve("a.csv").toString();
        System.arraycopy(options, 0, args, 2, options.length);
        args[args.length - 2] = "--format";
        args[args.length - 1] = "json";
        Run run = Run.here(args);
        assertTrue(allowed.contains(run.exitCode()), run::toString);
        if (run.exitCode() == ExitCode.PASSED || run.exitCode() == ExitCode.INCONCLUSIVE) {
            assertEquals(1, run.json().get("schemaVersion").intValue());
            assertEquals("", run.err());
        } else {
            run.assertSentence();
        }
    }

    @SafeVarargs
    private void csv(List<String>... rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            String line = String.join(
                    ",", row.stream().map(EvaluateCommandProperties::quoted).toList());
            text.append(line).append('\n');
        }
        Holdout.text(folder, "a.csv", text.toString());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("tiercel");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterProperty
    void delete() throws IOException {
        Files.deleteIfExists(folder.resolve("a.csv"));
        Files.delete(folder);
    }
}
