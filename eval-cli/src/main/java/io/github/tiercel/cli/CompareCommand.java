package io.github.tiercel.cli;

import io.github.tiercel.evaluation.RunComparison;
import io.github.tiercel.evaluation.UnpairableException;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.FoldSummary;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.store.StoreCatalog;
import io.github.tiercel.store.StoreException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tiercel compare}: two results that were made apart, row by row where the rows are still to be had. */
@Command(
        name = "compare",
        description = "Compares the models of a stored result, the candidates, with one of another, the baseline. It"
                + " reads the data of both again, if they have not changed, or the scores that the store keeps of"
                + " models, and compares row by row; where that cannot be, it compares the values alone, without a"
                + " p-value, and says why.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tiercel evaluate v1.parquet --label clicked --score p --id id \\",
            "      --format json --output run-v1.json",
            "  tiercel evaluate v2.parquet --label clicked --score p --id id \\",
            "      --format json --output run-v2.json",
            "  tiercel compare run-v1.json run-v2.json",
            "  tiercel compare run-v1.json run-v2.json \\",
            "      --gate \"roc_auc no-worse-than baseline by 0.01\" \\",
            "      --output-markdown compare.md",
        })
final class CompareCommand implements Callable<Integer> {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final String BASELINE_MODEL = "--baseline-model";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RUN-A",
            description = "The baseline's result: a file that tiercel evaluate --format json wrote.")
    private Path baselineRun = Path.of("");

    @Parameters(index = "1", paramLabel = "RUN-B", description = "The candidate's result.")
    private Path candidateRun = Path.of("");

    @Option(
            names = BASELINE_MODEL,
            paramLabel = "NAME",
            description = "Which model of RUN-A to compare with, if it holds several.")
    private @Nullable String baselineModel;

    @Option(
            names = "--candidate-model",
            paramLabel = "NAME",
            description = "A model of RUN-B to compare, repeatable (default: all).")
    private List<String> candidateModels = new ArrayList<>();

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final GateOptions required = new GateOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    CompareCommand() {}

    @Override
    public Integer call() {
        requireNamed("RUN-A", baselineRun);
        requireNamed("RUN-B", candidateRun);
        output.check(baselineRun, candidateRun);
        PrintWriter out = spec.commandLine().getOut();
        EvaluationResult result = output.orJunitError(candidateRun, out, this::compared);
        output.write(result, required.inconclusive(), out);
        if (output.isFile()) {
            GateOptions.announce(result, spec.commandLine().getErr());
        }
        return required.exitCode(result);
    }

    private EvaluationResult compared() {
        RecordedRun baseline = RecordedRun.read(baselineRun);
        RecordedRun candidate = RecordedRun.read(candidateRun).of(candidateModels);
        return traced(compared(candidate, baseline, model(baseline), required.gates()), baseline);
    }

    private static void requireNamed(String what, Path run) {
        if (run.toString().isBlank()) {
            throw Usage.mistake(what + " is empty. Name a file that tiercel evaluate --format json wrote.");
        }
    }

    private String model(RecordedRun baseline) {
        if (baselineModel != null) {
            baseline.require(baselineModel);
            return baselineModel;
        }
        List<String> models = baseline.models();
        if (models.size() > 1) {
            throw Usage.mistake(baseline.name() + " holds " + models.size() + " models: " + String.join(", ", models)
                    + ". Say with " + BASELINE_MODEL + " which one to compare with.");
        }
        return models.get(0);
    }

    private EvaluationResult compared(
            RecordedRun candidate, RecordedRun baseline, String model, Optional<Gates> gates) {
        String name = candidate.models().contains(model) ? model + " (" + stem(baseline.name()) + ")" : model;
        RunComparison runs =
                RunComparison.of(candidate.result(), baseline.result(), model).calling(name);
        try {
            return candidate.isStored() && baseline.isStored()
                    ? judged(pairedBy("stored scores", stored(runs)), gates)
                    : paired(candidate, baseline, model, runs, gates);
        } catch (UnpairableException e) {
            return judged(pairedBy("nothing", runs.unpaired(String.valueOf(e.getMessage()))), gates);
        }
    }

    private EvaluationResult stored(RunComparison runs) throws UnpairableException {
        try {
            return runs.stored(StoreCatalog.open(store.folder(System.getenv())));
        } catch (StoreException e) {
            throw new UnpairableException(String.valueOf(e.getMessage()));
        }
    }

    private static EvaluationResult judged(EvaluationResult result, Optional<Gates> gates) {
        return gates.map(all -> all.judge(result)).orElse(result);
    }

    private EvaluationResult paired(
            RecordedRun candidate, RecordedRun baseline, String model, RunComparison runs, Optional<Gates> gates)
            throws UnpairableException {
        long start = System.nanoTime();
        PrintWriter err = spec.commandLine().getErr();
        PairedRows rows = RunPairing.of(candidate, baseline, model, sliceColumns(candidate, gates), err);
        rows.files().forEach(output::requireOther);
        rows.rows().message().ifPresent(err::println);
        double readMillis = (System.nanoTime() - start) / NANOS_PER_MILLI;
        EvaluationResult result = rows.evaluate(runs.baselineName(), gates, err);
        List<Notice> notices = new ArrayList<>(rows.notices());
        notices.addAll(runs.ofSettings());
        EvaluationResult traced = rows.rows().traced(noticed(result, notices), readMillis);
        String command = candidate.result().provenance().command().orElseThrow();
        return pairedBy(
                rows.pairing(), traced.traced(traced.time(), traced.provenance().withCommand(command)));
    }

    /** Gates of the candidate's own may have sliced by more than its options, so the result says by what. */
    private static Set<String> sliceColumns(RecordedRun candidate, Optional<Gates> gates) {
        Set<String> columns = new LinkedHashSet<>();
        for (ModelResult model : candidate.result().models()) {
            Optional<String> folds = model.folds().map(FoldSummary::column);
            model.slices().stream()
                    .map(SliceResult::column)
                    .filter(column -> !folds.equals(Optional.of(column)))
                    .forEach(columns::add);
        }
        gates.map(Gates::sliceColumns).ifPresent(columns::addAll);
        return columns;
    }

    private static EvaluationResult noticed(EvaluationResult result, List<Notice> notices) {
        return result.withModels(result.models().stream()
                .map(model -> model.withNotices(notices))
                .toList());
    }

    private static EvaluationResult pairedBy(String pairing, EvaluationResult result) {
        return result.traced(result.time(), result.provenance().withSetting("paired_by", pairing));
    }

    /** The command of the result stays the candidate's: it is what evaluates the data again. */
    private EvaluationResult traced(EvaluationResult result, RecordedRun baseline) {
        String command = CommandText.of(spec.commandLine().getParseResult().originalArgs());
        Provenance provenance = result.provenance()
                .withSetting("compared_by", command)
                .withSetting("baseline_run", baselineRun.toString())
                .withSetting("candidate_run", candidateRun.toString());
        Provenance of = baseline.result().provenance();
        if (of.command().isPresent()) {
            provenance = provenance.withSetting("baseline_command", of.command().get());
        }
        if (baseline.fingerprint().isPresent()) {
            provenance = provenance.withFingerprint(
                    "baseline data", baseline.fingerprint().get());
        }
        return result.traced(result.time(), provenance);
    }

    private static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
