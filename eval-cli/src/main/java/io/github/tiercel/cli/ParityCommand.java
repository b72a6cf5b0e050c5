package io.github.tiercel.cli;

import io.github.tiercel.report.ParityJson;
import io.github.tiercel.report.ParityTable;
import io.github.tiercel.result.ParityResult;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.serving.ParityCheck;
import io.github.tiercel.serving.ParityLimits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tiercel parity}: the same rows through two models or pipelines, score by score. */
@Command(
        name = "parity",
        description = "Checks that what is served is what was trained: compares two scores of the same rows, how far"
                + " they are apart, how many decisions change, and what that does to metrics; and shows the rows.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tiercel parity scored.parquet --score trained --score served --id id",
            "  tiercel parity scored.parquet --score trained --score served \\",
            "      --label clicked --gate \"max_difference <= 0.001\" \\",
            "      --gate \"label_flips <= 0.0005\" \\",
            "      --gate \"roc_auc no-worse-than baseline by 0.002\"",
            "  tiercel parity training.parquet serving.csv --score p --id request \\",
            "      --shared-rows --features hour,distance",
            "  tiercel parity requests.parquet --model fp32.onnx --model int8.onnx",
        })
final class ParityCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    @Mixin
    private final ParityColumns columns = new ParityColumns();

    @Option(
            names = "--tolerance",
            defaultValue = "1e-5",
            paramLabel = "X",
            description = "A difference that a row may have, in units of the score (default: ${DEFAULT-VALUE}).")
    private double tolerance;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "Rows with a score of at least T are decided yes (default: 0.5 of probabilities).")
    private @Nullable Double threshold;

    @Option(
            names = "--level",
            defaultValue = "0.95",
            paramLabel = "L",
            description = "Confidence level of intervals (default: ${DEFAULT-VALUE}).")
    private double level;

    @Option(
            names = "--shared-rows",
            description =
                    "Compare the rows that both sides have, instead of refusing others; their number is reported.")
    private boolean sharedRows;

    @Mixin
    private final GateOptions required = new GateOptions();

    @Mixin
    private final TextOutput output = new TextOutput();

    ParityCommand() {}

    @Override
    public Integer call() {
        columns.check();
        output.check(columns.files());
        ParityResult result = result(columns.source());
        output.write(
                style -> ParityTable.render(result, Console.width(), style),
                () -> ParityJson.render(result),
                spec.commandLine().getOut());
        if (output.isFile()) {
            GateOptions.announce(
                    result.served(), result.gates(), spec.commandLine().getErr());
        }
        return required.exitCode(result.verdict());
    }

    private ParityResult result(ParitySource source) {
        // A rule that is none is a mistake to be told of before reading.
        Optional<ParityLimits> limits = required.rules().length == 0
                ? Optional.empty()
                : Optional.of(Usage.of(() -> ParityLimits.of(required.rules())));
        ParitySource.Sides sides = source.read(spec.commandLine().getErr());
        ParityCheck check = Usage.of(() -> options(ParityCheck.of(sides.reference(), sides.served())));
        check = sharedRows ? check.sharedRowsOnly() : check;
        check = sides.labels().map(check::labelled).orElse(check);
        check = limits.map(check::limits).orElse(check);
        return traced(check.result(), sides.files());
    }

    private ParityCheck options(ParityCheck check) {
        ParityCheck asked = check.tolerance(tolerance).level(level);
        return threshold == null ? asked : asked.threshold(threshold);
    }

    private ParityResult traced(ParityResult result, Map<String, Path> files) {
        Provenance provenance = result.provenance()
                .withCommand(CommandText.of(spec.commandLine().getParseResult().originalArgs()));
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Optional<String> fingerprint = DataRows.fingerprint(file.getValue());
            if (fingerprint.isPresent()) {
                provenance = provenance.withFingerprint(file.getKey(), fingerprint.get());
            }
        }
        return result.traced(provenance);
    }
}
