package io.github.tiercel.cli;

import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.report.PlanLine;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.SamplePlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tiercel evaluate}: rows with labels and scores in, numbers with intervals, verdict and exit code out. */
@Command(
        name = "evaluate",
        description = "Evaluates scores of one or several models on the rows of a file.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tiercel evaluate holdout.parquet --label clicked --score candidate \\",
            "      --slice country",
            "  tiercel evaluate holdout.csv --label clicked --score candidate \\",
            "      --baseline production \\",
            "      --gate \"roc_auc >= 0.95\" --gate \"roc_auc@country >= 0.9\" \\",
            "      --gate \"log_loss no-worse-than baseline by 0.002\" \\",
            "      --output-json run.json --output-markdown run.md \\",
            "      --output-junit run.xml --report run.html",
            "  tiercel evaluate --config evaluation.toml",
            "  tiercel evaluate holdout.parquet --label species --score-prefix p_",
            "  tiercel evaluate holdout.csv --label minutes --score predicted \\",
            "      --task regression --gate \"mae <= 12\"",
            "  tiercel evaluate clicks.parquet --label relevance --score rank \\",
            "      --query query_id --metrics ndcg@10,mrr",
        })
final class EvaluateCommand implements Callable<Integer> {

    private static final double NANOS_PER_MILLI = 1e6;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final EvaluationOptions evaluation = new EvaluationOptions();

    @Mixin
    private final GateOptions required = new GateOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = ConfigFile.OPTION,
            paramLabel = "FILE",
            description = "Read options from FILE, a TOML file with a key for each, such as label = \"clicked\"; those"
                    + " of the command line go before.")
    @Nullable
    @SuppressWarnings("UnusedVariable") // The command line is read with the options of the file in its place.
    private Path config;

    EvaluateCommand() {}

    @Override
    public Integer call() {
        data.check();
        evaluation.check(spec.commandLine().getParseResult());
        output.check(data.data);
        return output.orJunitError(data.data, spec.commandLine().getOut(), this::evaluated);
    }

    private int evaluated() {
        long start = System.nanoTime();
        Optional<Gates> gates = required.gates();
        Set<String> gated = gates.map(Gates::sliceColumns).orElse(Set.of());
        DataRows rows = DataRows.read(
                data, gated, List.of(), evaluation.seed, spec.commandLine().getErr());
        rows.message().ifPresent(spec.commandLine().getErr()::println);
        TaskOptions.check(spec.commandLine().getParseResult(), rows.set().task());
        List<Scores> models = rows.models();
        Optional<Scores> baseline = rows.baseline();
        double readMillis = (System.nanoTime() - start) / NANOS_PER_MILLI;
        Evaluator evaluator =
                evaluation.evaluator(rows.set(), gates, spec.commandLine().getErr());
        Tier tier = evaluation.chosenTier();
        if (tier.rows() instanceof SampleRows.HalfWidth wanted) {
            announce(evaluator.plan(tier, wanted.halfWidth(), models, baseline));
        }
        EvaluationResult result = rows.traced(evaluator.evaluate(tier, models, baseline), readMillis);
        output.write(
                commanded(result), required.inconclusive(), spec.commandLine().getOut());
        if (output.isFile()) {
            GateOptions.announce(result, spec.commandLine().getErr());
        }
        return required.exitCode(result);
    }

    DataOptions data() {
        return data;
    }

    EvaluationOptions evaluation() {
        return evaluation;
    }

    /** What the first rows tell of the others, before these are evaluated; nothing where all are the first. */
    private void announce(SamplePlan plan) {
        if (plan.rows() < plan.rowsTotal()) {
            spec.commandLine().getErr().println("tiercel: plan from " + PlanLine.render(plan) + ".");
        }
    }

    private EvaluationResult commanded(EvaluationResult result) {
        String command = CommandText.of(spec.commandLine().getParseResult().originalArgs());
        return result.traced(result.time(), result.provenance().withCommand(command));
    }
}
