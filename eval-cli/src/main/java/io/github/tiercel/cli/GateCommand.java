package io.github.tiercel.cli;

import io.github.tiercel.evaluation.UnpairableException;
import io.github.tiercel.gate.GateRepeats;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.report.GateRepeatsText;
import io.github.tiercel.result.EvaluationResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tiercel gate}: other gates for a result that is there. */
@Command(
        name = "gate",
        description = "Judges a stored result by these gates instead of its own. It needs no data: the intervals are"
                + " those of the result. A self-test draws the data anew where they are still there.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tiercel evaluate holdout.parquet --label clicked --score candidate \\",
            "      --format json --output run.json",
            "  tiercel gate run.json --gate \"roc_auc >= 0.97\"",
            "  tiercel gate run.json --gate \"log_loss <= 0.2\" --inconclusive fail \\",
            "      --report run.html",
            "  tiercel gate run.json --self-test",
        })
final class GateCommand implements Callable<Integer> {

    private static final List<String> MEANINGLESS = List.of(
            "--format",
            "--output",
            "--output-json",
            "--output-markdown",
            "--output-junit",
            "--report",
            "--inconclusive");

    private static final String DRAWS = "--draws";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    @Mixin
    private final RunFile run = new RunFile();

    @Mixin
    private final GateOptions required = new GateOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--self-test",
            description = "Test the gates instead of the model, those of the result unless some are named: print how"
                    + " often each would say what of an equally good model on as many other rows.")
    private boolean selfTest;

    @Option(
            names = DRAWS,
            paramLabel = "R",
            defaultValue = "200",
            description = "For --self-test: draw the rows anew R times and count, if the data are still what they were;"
                    + " 0 goes by standard errors (default: ${DEFAULT-VALUE}).")
    private int draws;

    GateCommand() {}

    @Override
    public Integer call() {
        run.check();
        if (draws < 0) {
            throw Usage.mistake(DRAWS + " is " + draws + ". It is a number of at least 0.");
        }
        if (selfTest) {
            return printSelfTest();
        }
        output.check(run.path());
        Gates gates = required.gates()
                .orElseThrow(() -> Usage.mistake(
                        "There is no gate to judge by. Name one, for example --gate \"roc_auc >= 0.95\"."));
        EvaluationResult judged = traced(
                gates.judge(output.orJunitError(run.path(), spec.commandLine().getOut(), run::read)));
        output.write(judged, required.inconclusive(), spec.commandLine().getOut());
        if (output.isFile()) {
            GateOptions.announce(judged, spec.commandLine().getErr());
        }
        return required.exitCode(judged);
    }

    private int printSelfTest() {
        MEANINGLESS.stream()
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .findFirst()
                .ifPresent(option -> {
                    throw Usage.mistake("--self-test prints a table and judges nothing. Leave out " + option + ".");
                });
        EvaluationResult result = run.read();
        if (required.gates().isEmpty() && result.verdict().isEmpty()) {
            throw Usage.mistake("The result was judged by no gate that could be tested. Name one, for"
                    + " example --gate \"roc_auc >= 0.95\".");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(selfTest(required.gatesOrThoseOf(result), result));
        if (out.checkError()) {
            throw OutputException.ofStdout("");
        }
        return ExitCode.PASSED;
    }

    private String selfTest(Gates gates, EvaluationResult result) {
        PrintWriter err = spec.commandLine().getErr();
        if (draws > 0) {
            try {
                return counted(gates, result, RedrawnRows.of(new RecordedRun(run.path(), result), gates, err));
            } catch (UnpairableException e) {
                String why = Failure.oneLine(String.valueOf(e.getMessage()));
                err.println("tiercel: No rows are drawn anew, so rates go by standard errors. " + why);
            }
        }
        return GateRepeatsText.render(gates.selfTest(result), Console.width(), Console.style());
    }

    private String counted(Gates gates, EvaluationResult result, RedrawnRows rows) {
        ProgressBar bar = ProgressBar.of(spec.commandLine().getErr());
        try {
            List<GateRepeats> tested = gates.selfTest(result, draws, draw -> {
                bar.draws(draw, draws);
                return rows.draw(draw);
            });
            return GateRepeatsText.render(tested, draws, Console.width(), Console.style());
        } finally {
            bar.clear();
        }
    }

    /** The command of the result stays: it is what evaluates the data again. */
    private EvaluationResult traced(EvaluationResult judged) {
        String command = CommandText.of(spec.commandLine().getParseResult().originalArgs());
        return judged.traced(judged.time(), judged.provenance().withSetting("judged_by", command));
    }
}
