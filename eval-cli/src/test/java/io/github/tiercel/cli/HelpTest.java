package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-h",
                "evaluate --help",
                "evaluate -h",
                "demo --help",
                "gate --help",
                "latency --help",
                "parity --help",
                "score --help",
                "skew --help",
                "report --help",
                "pack --help",
                "store --help",
                "store ls --help",
                "store verify -h",
                "store prune --help",
                "store explain --help",
                "store export --help",
                "explain --help",
                "completion --help"
            })
    void helpListsExitCodesAndExamples(String line) {
        Run run = Run.here(line.split(" ", -1));
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.err());
        for (int code : List.of(0, 2, 10, 11, 12, 13, 14, 70)) {
            assertTrue(run.out().lines().anyMatch(text -> text.matches(" *" + code + "   .*")), run.out());
        }
        assertTrue(run.out().contains("Examples:"), run.out());
    }

    @Test
    void helpOfEvaluateNamesEveryOption() {
        String help = Run.here("evaluate", "--help").out();
        List<String> options = List.of(
                "DATA",
                "--label",
                "--score",
                "--model",
                "--features",
                "--batch-rows",
                "--store",
                "--latency",
                "--latency-runs",
                "--latency-seconds",
                "--positive",
                "--baseline",
                "--weight",
                "--id",
                "--cluster",
                "--slice",
                "--fold",
                "--min-slice-rows",
                "--search-slices",
                "--drop-unlabelled",
                "--part",
                "--task",
                "--tier",
                "--rows",
                "--half-width",
                "--metrics",
                "--threshold",
                "--intervals",
                "--replicates",
                "--resampling",
                "--monte-carlo-error",
                "--level",
                "--seed",
                "--gate",
                "--inconclusive",
                "--format",
                "--output",
                "--output-json",
                "--output-markdown",
                "--output-junit",
                "--report");
        for (String option : options) {
            String start = " *" + option + "(?![a-z-]).*";
            assertTrue(help.lines().anyMatch(line -> line.matches(start)), option);
        }
    }

    @Test
    void helpListsTheCommands() {
        String help = Run.here("--help").out();
        for (String command : List.of(
                "demo",
                "evaluate",
                "compare",
                "gate",
                "latency",
                "pack",
                "parity",
                "score",
                "skew",
                "report",
                "store")) {
            assertTrue(help.lines().anyMatch(line -> line.startsWith("  " + command + " ")), help);
        }
    }

    @Test
    void helpOfTheDemoNamesEveryOption() {
        String help = Run.here("demo", "--help").out();
        for (String option : List.of("--store", "--report", "--epochs")) {
            assertTrue(help.lines().anyMatch(line -> line.strip().startsWith(option)), option);
        }
        assertTrue(help.contains("TIERCEL_STORE, or .tiercel/store"), help);
    }

    @ParameterizedTest
    @CsvSource({
        "compare, --baseline-model --candidate-model --store --gate --inconclusive --format --output --report",
        "gate, RUN --gate --inconclusive --format --output --report --self-test --draws",
        "parity, DATA [OTHER-DATA] --score --score-prefix --label --positive --task --id --features --batch-rows"
                + " --tolerance --threshold --level --shared-rows --gate --inconclusive --format --output",
        "skew, REFERENCE DATA --columns --exclude --bins --alpha --psi --ks --missing --fail-if-skewed --format --output",
        "latency, DATA --model --features --batch --rate --runs --seconds --level --seed --gate --inconclusive --format"
                + " --output",
        "score, DATA --model -o --id --label --keep --features --batch-rows --store",
        "report, RUN -o",
        "pack, SOURCE -o --label --positive --task --classes --id --weight --query --cluster --slice --features --stratify"
                + " --where --drop-unlabelled --seed"
    })
    void helpOfOtherCommandsNamesEveryOption(String command, String options) {
        String help = Run.here(command, "--help").out();
        for (String option : options.split(" ", -1)) {
            assertTrue(help.lines().anyMatch(line -> line.strip().startsWith(option)), help);
        }
    }

    @Test
    void helpOfTheStoreListsWhatCanBeDone() {
        String help = Run.here("store", "--help").out();
        for (String command : List.of("ls", "verify", "prune", "explain", "export")) {
            assertTrue(help.lines().anyMatch(line -> line.startsWith("  " + command + " ")), help);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ls, --store --format",
        "verify, --store --format",
        "prune, --budget --dry-run --store --format",
        "explain, KEY --store --format",
        "export, KEY -o --store"
    })
    void helpOfEachStoreCommandNamesEveryOption(String command, String options) {
        String help = Run.here("store", command, "--help").out();
        for (String option : options.split(" ", -1)) {
            assertTrue(help.lines().anyMatch(line -> line.strip().startsWith(option)), help);
        }
    }

    @Test
    void examplesAreNotBrokenOnANarrowTerminal() {
        String help = Run.here("evaluate", "--help").out();
        String examples = help.substring(help.indexOf("Examples:"));
        assertTrue(examples.lines().skip(1).allMatch(line -> line.startsWith("  ")), examples);
    }

    @Test
    void helpThatNobodyGetsIsAnError() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        StringWriter err = new StringWriter();
        int code = Tiercel.run(new String[] {"--help"}, new PrintWriter(full), new PrintWriter(err));
        assertEquals(ExitCode.NO_OUTPUT, code);
        assertTrue(
                err.toString().startsWith("tiercel: NO_OUTPUT: The result cannot be written to stdout"), err::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "evaluate --version", "store ls --version"})
    void versionIsOneLine(String line) {
        Run run = Run.here(line.split(" ", -1));
        run.assertExitCode(ExitCode.PASSED);
        assertTrue(run.out().matches("tiercel \\S+\\R"), run.out());
        assertEquals("", run.err());
    }
}
