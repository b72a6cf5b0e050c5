package io.github.tiercel.cli;

import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Candidate;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.report.PlanLine;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.SamplePlan;
import io.github.tiercel.store.PredictionStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tiercel evaluate}: rows with labels and scores in, numbers with intervals, verdict and exit code out. */
@Command(
        name = "evaluate",
        description =
                "Evaluates one or several models on the rows of a file: by their scores in its columns, or by asking"
                        + " the models, each row once.",
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
            "  tiercel evaluate holdout.parquet --label clicked --model new.onnx \\",
            "      --baseline production.onnx",
            "  tiercel evaluate --config evaluation.toml",
            "  tiercel evaluate holdout.parquet --label species --score-prefix p_",
            "  tiercel evaluate holdout.csv --label minutes --score predicted \\",
            "      --task regression --gate \"mae <= 12\"",
            "  tiercel evaluate clicks.parquet --label relevance --score rank \\",
            "      --query query_id --metrics ndcg@10,mrr",
        })
final class EvaluateCommand implements Callable<Integer> {

    private static final double NANOS_PER_MILLI = 1e6;

    private static final String[] OF_MODELS = {
        StoreOptions.STORE, ServingOptions.LATENCY, ServingOptions.RUNS, ServingOptions.SECONDS
    };

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final ModelOptions asking = new ModelOptions();

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final ServingOptions serving = new ServingOptions();

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
        asking.check(spec.commandLine().getParseResult(), data.models.areFiles(), OF_MODELS);
        serving.check();
        output.check(data.data);
        return output.orJunitError(data.data, spec.commandLine().getOut(), this::evaluated);
    }

    private int evaluated() {
        EvaluationResult result = commanded(data.models.areFiles() ? ReadingNotice.added(ofModels()) : ofScores());
        output.write(result, required.inconclusive(), spec.commandLine().getOut());
        if (output.isFile()) {
            GateOptions.announce(result, spec.commandLine().getErr());
        }
        return required.exitCode(result);
    }

    private EvaluationResult ofScores() {
        return of(
                gated -> DataRows.read(
                        data,
                        gated,
                        List.of(),
                        evaluation.seed,
                        spec.commandLine().getErr()),
                (rows, evaluator) ->
                        new Evaluation.OfScores(Usage.of(evaluator::build), rows.models(), rows.baseline()));
    }

    private EvaluationResult ofModels() {
        ProgressBar bar = ProgressBar.of(spec.commandLine().getErr());
        try (ModelFiles models = ModelFiles.open(data.models.files, data.baselineFile(), asking);
                PredictionStore kept = PredictionStore.open(store.folder(System.getenv()))) {
            data.scoring(models.outputs());
            PrintWriter err = spec.commandLine().getErr();
            Path folder = store.folder(System.getenv());
            return of(
                    gated -> DataRows.packed(data, gated, models.columns(), evaluation.seed, folder, err),
                    (rows, evaluator) -> {
                        Features<FeatureRow> features = rows.features(models.columns());
                        ModelEvaluator<FeatureRow> asked = Usage.of(
                                evaluator.features(features).store(kept).batchSize(asking.batchSize())::build);
                        Optional<ServingMeasurement> measurement =
                                serving.measurement(required.gates(), evaluation.level, evaluation.seed);
                        Function<ModelFile, Candidate<FeatureRow>> candidate = model -> measurement
                                .map(by -> model.candidate(bar)
                                        .withServing(by.of(model.path(), asking.features, features)))
                                .orElseGet(() -> model.candidate(bar));
                        Evaluation prepared = new Evaluation.OfModels<>(
                                asked,
                                models.candidates(candidate),
                                models.baseline(candidate)
                                        .or(() -> rows.baseline().map(Candidate::of)));
                        bar.restart();
                        return prepared;
                    });
        } finally {
            bar.clear();
        }
    }

    /** What to evaluate once the rows are there. */
    private interface Preparation {
        Evaluation of(DataRows rows, Evaluator.Builder evaluator);
    }

    private EvaluationResult of(Function<Set<String>, DataRows> read, Preparation preparation) {
        long start = System.nanoTime();
        PrintWriter err = spec.commandLine().getErr();
        Optional<Gates> gates = required.gates();
        Set<String> gated = gates.map(Gates::sliceColumns).orElse(Set.of());
        DataRows rows = read.apply(gated);
        rows.message().ifPresent(err::println);
        TaskOptions.check(spec.commandLine().getParseResult(), rows.set().task());
        double readMillis = (System.nanoTime() - start) / NANOS_PER_MILLI;
        Evaluation prepared = preparation.of(rows, evaluation.evaluator(rows.set(), gates, err));
        Tier tier = evaluation.chosenTier();
        if (tier.rows() instanceof SampleRows.HalfWidth wanted) {
            announce(prepared.plan(tier, wanted.halfWidth()));
        }
        return rows.traced(prepared.of(tier), readMillis);
    }

    DataOptions data() {
        return data;
    }

    ModelOptions asking() {
        return asking;
    }

    StoreOptions store() {
        return store;
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
