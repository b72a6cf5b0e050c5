package io.github.tiercel.cli;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Fingerprint;
import io.github.tiercel.data.HoldoutSplit;
import io.github.tiercel.data.Scores;
import io.github.tiercel.duckdb.DuckDbReader;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.metrics.resample.Execution;
import io.github.tiercel.report.PlanLine;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.SamplePlan;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
    private final SliceOptions slices = new SliceOptions();

    @Mixin
    private final GateOptions required = new GateOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final List<Notice> notices = new ArrayList<>();

    EvaluateCommand() {}

    @Override
    public Integer call() {
        long start = System.nanoTime();
        data.check();
        evaluation.check(spec.commandLine().getParseResult());
        output.check(data.data);
        Optional<Gates> gates = required.gates();
        ColumnRoles roles = data.roles(gates.map(Gates::sliceColumns).orElse(Set.of()), this::names);
        Columns rows = read(roles);
        data.checkClasses(rows, roles);
        EvaluationSet set = EvaluationSet.from(rows, roles, evaluation.seed);
        TaskOptions.check(spec.commandLine().getParseResult(), set.task());
        if (data.part != null) {
            HoldoutSplit split = HoldoutSplit.of(set);
            set = data.part.of(split);
            rows = rows.select(data.part.rows(split));
        }
        List<Scores> models = data.models(rows, roles);
        Optional<Scores> baseline = data.baseline(rows, roles);
        double readMillis = (System.nanoTime() - start) / NANOS_PER_MILLI;
        Evaluator evaluator = evaluator(set, gates);
        Tier tier = evaluation.chosenTier();
        if (tier.rows() instanceof SampleRows.HalfWidth wanted) {
            announce(evaluator.plan(tier, wanted.halfWidth(), models, baseline));
        }
        EvaluationResult result = evaluator.evaluate(tier, models, baseline);
        output.write(
                traced(result, readMillis),
                required.inconclusive(),
                spec.commandLine().getOut());
        if (output.isFile()) {
            GateOptions.announce(result, spec.commandLine().getErr());
        }
        return required.exitCode(result);
    }

    /** What the first rows tell of the others, before these are evaluated; nothing where all are the first. */
    private void announce(SamplePlan plan) {
        if (plan.rows() < plan.rowsTotal()) {
            spec.commandLine().getErr().println("tiercel: plan from " + PlanLine.render(plan) + ".");
        }
    }

    private List<String> names() {
        return DuckDbReader.open(data.data).names();
    }

    private Columns read(ColumnRoles roles) {
        Columns all = DuckDbReader.open(data.data)
                .select(data.columns(roles, this::names))
                .read();
        if (!data.dropUnlabelled) {
            return all;
        }
        Columns labelled = EvaluationSet.labelled(all, data.label);
        int dropped = all.rows() - labelled.rows();
        if (dropped > 0) {
            String text = String.format(
                    Locale.ROOT, "left out %,d %s without a label.", dropped, dropped == 1 ? "row" : "rows");
            spec.commandLine().getErr().println("tiercel: " + text);
            notices.add(new Notice("DROPPED_UNLABELLED", "Was asked to, and " + text));
        }
        return labelled;
    }

    private ModelResult noticed(ModelResult model) {
        List<Notice> all = new ArrayList<>(model.warnings());
        all.addAll(notices);
        return model.withGates(model.gates(), all);
    }

    private Evaluator evaluator(EvaluationSet set, Optional<Gates> gates) {
        Evaluator.Builder builder = Evaluator.of(set)
                .threshold(evaluation.threshold)
                .withoutRelevant(evaluation.withoutRelevant)
                .level(evaluation.level)
                .intervals(evaluation.intervals)
                .slicing(slices.slicing());
        if (!evaluation.metrics.isEmpty()) {
            builder.metrics(evaluation.metrics.toArray(String[]::new));
        }
        Optional.ofNullable(evaluation.replicates).ifPresent(builder::replicates);
        evaluation.resampling.scheme().ifPresent(builder::resampling);
        Optional.ofNullable(evaluation.monteCarloError).ifPresent(builder::untilMonteCarloError);
        builder.execution(
                Execution.common().reportingTo(ProgressBar.of(spec.commandLine().getErr())));
        gates.ifPresent(builder::judgedBy);
        return builder.build();
    }

    private EvaluationResult traced(EvaluationResult result, double readMillis) {
        Provenance provenance = result.provenance()
                .withCommand(CommandText.of(spec.commandLine().getParseResult().originalArgs()));
        if (data.part != null) {
            provenance = provenance.withSetting("part", data.part.name());
        }
        boolean isFile = Files.isRegularFile(data.data);
        return result.withModels(result.models().stream().map(this::noticed).toList())
                .traced(
                        result.time().withRead(readMillis),
                        isFile ? provenance.withFingerprint("data", Fingerprint.of(data.data)) : provenance);
    }
}
