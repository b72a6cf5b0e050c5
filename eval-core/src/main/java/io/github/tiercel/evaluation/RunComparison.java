package io.github.tiercel.evaluation;

import io.github.tiercel.data.DataException;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.compare.UnpairedDifference;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.BinaryFindings;
import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.store.StoreCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two evaluations that were made apart, one beside the other: each model of the candidate's run against one model of
 * the baseline's.
 *
 * <p>Where the rows of both are there, {@link Evaluator#full(io.github.tiercel.data.Scores,
 * io.github.tiercel.data.Scores)} compares row by row, which tells much more. This is for results alone, as
 * {@code ResultJson.read} reads them. What comes out is the candidate's result with the other model as its baseline, so
 * that gates, tables and reports take it as any other.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * RunComparison runs = RunComparison.of(ResultJson.read(v2), ResultJson.read(v1));
 * EvaluationResult compared = runs.unpaired("The rows of version 1 were not kept.");
 * EvaluationResult judged = Gates.of("roc_auc no-worse-than baseline by 0.01").judge(compared);
 * }</pre>
 *
 * @since 0.1
 */
public final class RunComparison {

    /** Settings that say what a metric means, with the metrics that they are about. */
    private static final Map<String, String> MEANINGS = meanings();

    /** Notices that a run which is itself a comparison has of its own baseline. */
    private static final Set<String> OF_COMPARISONS =
            Set.of("UNPAIRED", "OTHER_SETTINGS", "FEWER_ROWS", ModelResult.NOT_GATED);

    private final EvaluationResult candidate;
    private final EvaluationResult baseline;
    private final ModelResult reference;
    private final String name;

    private RunComparison(EvaluationResult candidate, EvaluationResult baseline, ModelResult reference, String name) {
        this.candidate = candidate;
        this.baseline = baseline;
        this.reference = reference;
        this.name = name;
    }

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("threshold", "metrics of decisions");
        meanings.put("without_relevant", "means over queries");
        return meanings;
    }

    /**
     * {@return the runs beside each other}
     *
     * @param candidate the run whose models are compared
     * @param baseline the run of the one model that they are compared with
     * @throws IllegalArgumentException if the baseline's run holds several models
     * @throws DataException if the runs are of different tasks, positive classes, or classes
     */
    public static RunComparison of(EvaluationResult candidate, EvaluationResult baseline) {
        if (baseline.models().size() > 1) {
            throw new IllegalArgumentException(
                    "The baseline's run holds " + baseline.models().size()
                            + " models, and one is compared with. Name one of "
                            + String.join(", ", names(baseline)) + ".");
        }
        return of(candidate, baseline, baseline.model().model());
    }

    /**
     * {@return the runs beside each other}
     *
     * @param candidate the run whose models are compared
     * @param baseline the run of the model that they are compared with
     * @param model the name of that model
     * @throws IllegalArgumentException if there is no such model
     * @throws DataException if the runs are of different tasks, positive classes, or classes
     */
    public static RunComparison of(EvaluationResult candidate, EvaluationResult baseline, String model) {
        ModelResult reference = baseline.model(model);
        requireSame("task", task(candidate), task(baseline), task -> task);
        requireSame("positive class", positive(candidate), positive(baseline), RunComparison::quoted);
        requireSame("classes", classes(candidate), classes(baseline), RunComparison::quoted);
        return new RunComparison(candidate, baseline, reference, model);
    }

    /**
     * {@return the same, with another name for the baseline in results, where both runs call their models alike}
     *
     * @param other what the baseline is called
     */
    public RunComparison calling(String other) {
        return new RunComparison(candidate, baseline, reference, other);
    }

    /** {@return what results call the baseline} */
    public String baselineName() {
        return name;
    }

    /**
     * {@return the candidate's result with the other model as its baseline, every difference being unpaired: that of
     * {@link UnpairedDifference} for each metric that both runs hold, on all rows and on the slices of both}
     *
     * <p>What gates said of the candidate alone is left out, and so is what its run found beside a baseline of its own.
     * A notice {@code UNPAIRED} says why no rows were paired, one {@code OTHER_SETTINGS} in which settings the runs
     * differ that say what a metric means.
     *
     * @param why why no rows could be paired and what to do about it, in whole sentences
     */
    public EvaluationResult unpaired(String why) {
        List<Notice> notices = new ArrayList<>(List.of(new Notice(
                "UNPAIRED",
                "The differences from " + name + " are unpaired. " + why + " Errors count as independent, so models"
                        + " on the same rows look less clearly apart than they are, and there are no p-values.")));
        notices.addAll(ofSettings());
        return candidate.withModels(candidate.models().stream()
                .map(model -> unpaired(model, notices))
                .toList());
    }

    /**
     * {@return the candidate's result with the other model as its baseline, compared row by row by the scores that a
     * store has of both}
     *
     * <p>Both runs must be of models with a fingerprint, whose results say so, the candidate's of all rows, and the
     * rows neither weighted, clustered, nor those of a ranking. Slices, which a store knows nothing of, are compared as
     * {@link #unpaired} does it. O(rows) for each model, as an evaluation in the full tier.
     *
     * @param store what is in the store's folder
     * @throws UnpairableException if the store has not all of that
     * @throws io.github.tiercel.store.StoreException if the folder cannot be read
     */
    public EvaluationResult stored(StoreCatalog store) throws UnpairableException {
        EvaluationResult paired = new StoredRuns(store, candidate).beside(baseline, reference, name);
        List<Notice> notices = ofSettings();
        return candidate.withModels(candidate.models().stream()
                .map(model -> beside(model, paired.model(model.model()), notices))
                .toList());
    }

    private ModelResult beside(ModelResult model, ModelResult paired, List<Notice> notices) {
        return compared(model, paired.baseline().orElseThrow(), paired.comparison(), notices);
    }

    /** {@return what to know of settings that the runs differ in, and that say what a metric means} */
    public List<Notice> ofSettings() {
        List<Notice> notices = new ArrayList<>();
        MEANINGS.forEach((setting, metrics) -> {
            Optional<String> ours = setting(candidate, setting);
            Optional<String> theirs = setting(baseline, setting);
            if (ours.isPresent() && theirs.isPresent() && !ours.equals(theirs)) {
                notices.add(new Notice(
                        "OTHER_SETTINGS",
                        "The runs differ in " + setting + ", which " + metrics + " depend on: " + ours.get()
                                + " in the candidate's, " + theirs.get() + " in the baseline's."));
            }
        });
        return notices;
    }

    private ModelResult unpaired(ModelResult model, List<Notice> notices) {
        return compared(
                model,
                new BaselineResult(name, reference.metrics(), reference.serving())
                        .withCurves(reference.curves(), reference.binary().flatMap(BinaryFindings::calibration)),
                differences(model.metrics(), reference.metrics()),
                notices);
    }

    private ModelResult compared(
            ModelResult model, BaselineResult with, Map<String, Difference> differences, List<Notice> notices) {
        return model.comparedWith(
                with,
                differences,
                model.slices().stream().map(this::unpaired).toList(),
                Stream.concat(
                                model.warnings().stream().filter(notice -> !OF_COMPARISONS.contains(notice.code())),
                                notices.stream())
                        .toList());
    }

    private SliceResult unpaired(SliceResult slice) {
        Map<String, Difference> differences = reference.slices().stream()
                .filter(other ->
                        other.column().equals(slice.column()) && other.value().equals(slice.value()))
                .findFirst()
                .map(other -> differences(slice.metrics(), other.metrics()))
                .orElse(Map.of());
        return new SliceResult(
                slice.column(), slice.value(), slice.rows(), slice.support(), slice.metrics(), differences);
    }

    private static Map<String, Difference> differences(Map<String, Estimate> ours, Map<String, Estimate> theirs) {
        Map<String, Difference> differences = new LinkedHashMap<>();
        ours.forEach((metric, estimate) -> {
            if (theirs.containsKey(metric)) {
                differences.put(metric, UnpairedDifference.of(estimate, theirs.get(metric)));
            }
        });
        return differences;
    }

    private static <T> void requireSame(String what, Optional<T> ours, Optional<T> theirs, Function<T, String> shown) {
        if (ours.isPresent() && theirs.isPresent() && !ours.equals(theirs)) {
            throw new DataException(
                    "RUNS_DIFFER",
                    "The runs differ in their " + what + ": the candidate's is " + shown.apply(ours.get())
                            + ", the baseline's " + shown.apply(theirs.get())
                            + ". Only runs of one question can be compared.");
        }
    }

    private static Optional<String> task(EvaluationResult run) {
        return Optional.of(run.models().get(0).task());
    }

    private static Optional<String> positive(EvaluationResult run) {
        return setting(run, "positive");
    }

    /** In any order: that of columns says nothing. */
    private static Optional<Set<String>> classes(EvaluationResult run) {
        return run.models().get(0).findings() instanceof MulticlassFindings found
                ? Optional.of(found.classes().stream().map(ClassResult::name).collect(Collectors.toSet()))
                : Optional.empty();
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private static String quoted(Set<String> names) {
        return names.stream().sorted().map(RunComparison::quoted).collect(Collectors.joining(", "));
    }

    private static Optional<String> setting(EvaluationResult run, String name) {
        return Optional.ofNullable(run.provenance().settings().get(name));
    }

    private static List<String> names(EvaluationResult run) {
        return run.models().stream().map(ModelResult::model).toList();
    }
}
