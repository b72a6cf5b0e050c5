package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @Test
    void theScriptNamesEveryCommand() {
        Run run = Run.here("completion");
        run.assertExitCode(ExitCode.PASSED);
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
                "store",
                "explain",
                "completion")) {
            assertTrue(run.out().contains(command), command);
        }
        assertTrue(run.out().contains("--output-markdown"), "options of evaluate");
    }

    @Test
    void bashCompletesACommandByIt() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "There is no bash here.");
        Path script = Files.writeString(
                folder.resolve("tiercel"), Run.here("completion").out());
        Process bash = new ProcessBuilder(
                        "/bin/bash",
                        "-c",
                        "source " + script + "; COMP_WORDS=(tiercel eva); COMP_CWORD=1; _complete_tiercel;"
                                + " echo \"${COMPREPLY[*]}\"")
                .redirectErrorStream(true)
                .start();
        String completed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, bash.waitFor(), completed);
        assertEquals("evaluate", completed);
    }
}
