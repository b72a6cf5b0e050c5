package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "evaluate --help", "evaluate -h"})
    void helpListsExitCodesAndExamples(String line) {
        Run run = Run.here(line.split(" ", -1));
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.err());
        for (int code : List.of(0, 2, 10, 11, 12, 14, 70)) {
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
                "--positive",
                "--baseline",
                "--weight",
                "--id",
                "--cluster",
                "--slice",
                "--drop-unlabelled",
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
                "--inconclusive",
                "--format",
                "--output");
        for (String option : options) {
            assertTrue(help.lines().anyMatch(line -> line.strip().startsWith(option)), option);
        }
    }

    @Test
    void examplesAreNotBrokenOnANarrowTerminal() {
        String help = Run.here("evaluate", "--help").out();
        String examples = help.substring(help.indexOf("Examples:"));
        assertTrue(examples.lines().skip(1).allMatch(line -> line.startsWith("  ")), examples);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "evaluate --version"})
    void versionIsOneLine(String line) {
        Run run = Run.here(line.split(" ", -1));
        run.assertExitCode(ExitCode.PASSED);
        assertTrue(run.out().matches("tiercel \\S+\\R"), run.out());
        assertEquals("", run.err());
    }
}
