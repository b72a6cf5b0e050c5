package io.github.tiercel.cli;

import io.github.tiercel.gate.Gates;
import io.github.tiercel.result.EvaluationResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tiercel gate}: other gates for a result that is there. */
@Command(
        name = "gate",
        description = "Judges a stored result by these gates instead of its own. It needs no data: the intervals are"
                + " those of the result.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tiercel evaluate holdout.parquet --label clicked --score candidate \\",
            "      --format json --output run.json",
            "  tiercel gate run.json --gate \"roc_auc >= 0.97\"",
            "  tiercel gate run.json --gate \"log_loss <= 0.2\" --inconclusive fail \\",
            "      --report run.html",
        })
final class GateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    @Mixin
    private final RunFile run = new RunFile();

    @Mixin
    private final GateOptions required = new GateOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final ReportOption report = new ReportOption();

    GateCommand() {}

    @Override
    public Integer call() {
        run.check();
        output.check();
        report.check();
        Gates gates = required.gates()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no gate to judge by. Name one, for example --gate \"roc_auc >= 0.95\"."));
        EvaluationResult judged = traced(gates.judge(run.read()));
        output.write(judged, spec.commandLine().getOut());
        report.write(judged);
        if (output.isFile()) {
            GateOptions.announce(judged, spec.commandLine().getErr());
        }
        return required.exitCode(judged);
    }

    /** The command of the result stays: it is what evaluates the data again. */
    private EvaluationResult traced(EvaluationResult judged) {
        String command = CommandText.of(spec.commandLine().getParseResult().originalArgs());
        return judged.traced(judged.time(), judged.provenance().withSetting("judged_by", command));
    }
}
