package io.github.tiercel.cli;

import io.github.tiercel.store.PredictionStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tiercel demo}: training with evaluation at every epoch, and the winner against a baseline, on real rows. */
@Command(
        name = "demo",
        description = {
            "Trains a model on flights that come with Tiercel, evaluates it at every epoch, and compares the best one"
                    + " with a baseline. Needs no network and less than a minute; run it twice to see scores reused."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  tiercel demo", "  tiercel demo --epochs 5 --report flights.html"})
final class DemoCommand implements Callable<Integer> {

    private static final Path DEFAULT_REPORT = Path.of(".tiercel", "demo.html");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the result as an HTML page to FILE (default: .tiercel/demo.html).")
    @Nullable
    private Path report;

    @Option(
            names = "--epochs",
            defaultValue = "40",
            paramLabel = "N",
            description = "Train for N epochs at most (default: ${DEFAULT-VALUE}); it stops earlier once log-loss has"
                    + " not improved for three.")
    private int epochs;

    DemoCommand() {}

    @Override
    public Integer call() {
        if (epochs < 1) {
            throw Usage.mistake("--epochs must be at least 1, got " + epochs + ".");
        }
        OutputFile page = page();
        Path folder = store.folder(System.getenv());
        PrintWriter out = spec.commandLine().getOut();
        try (PredictionStore kept = PredictionStore.open(folder)) {
            DemoRun run = new DemoRun(kept, folder, out, spec.commandLine().getErr());
            String command = CommandText.of(spec.commandLine().getParseResult().originalArgs());
            return ExitCode.of(run.of(epochs, page, command).verdict(), WhenInconclusive.own);
        }
    }

    private OutputFile page() {
        OutputFile page = new OutputFile(Optional.ofNullable(report).orElse(DEFAULT_REPORT), "report", "--report");
        if (report == null) {
            page.makeFolder();
        }
        page.check();
        return page;
    }
}
