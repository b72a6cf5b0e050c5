package io.github.tiercel.result;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.compare.Difference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an evaluation found about one model.
 *
 * @param model the model's name, or the name of its score column
 * @param tier the tier's name: {@code "fast"} or {@code "full"}
 * @param rows the rows that were evaluated, those of positive weight
 * @param rowsTotal the rows of positive weight in the evaluation set; larger than {@code rows} for a sample
 * @param metrics one estimate a metric by its name, in the order asked for; every metric asked for is present
 * @param findings what is particular to the task
 * @param slices the same metrics on parts of the rows
 * @param baseline the model compared with; empty without one
 * @param comparison one difference a metric by its name, candidate minus baseline, paired unless it says otherwise;
 *     empty without a baseline
 * @param gates one judgement a rule; empty without gates
 * @param warnings what a reader should know before trusting the numbers
 * @param sliceSearch which slices a search found to be worse than the rest; empty unless that was asked for
 * @param folds how metrics spread over the folds of a cross-validation; empty for one model
 * @param serving how the model behaves in service; empty unless that was measured
 * @param smallSlices which slices were left out for their few rows, once for each column that lost any
 * @since 0.1
 */
public record ModelResult(
        String model,
        String tier,
        int rows,
        int rowsTotal,
        Map<String, Estimate> metrics,
        TaskFindings findings,
        List<SliceResult> slices,
        Optional<BaselineResult> baseline,
        Map<String, Difference> comparison,
        List<GateResult> gates,
        List<Notice> warnings,
        Optional<SliceSearch> sliceSearch,
        Optional<FoldSummary> folds,
        Optional<ServingProfile> serving,
        List<SmallSlices> smallSlices) {

    /** The code of the warning that lists what a gate left out; only gates give it. */
    public static final String NOT_GATED = "NOT_GATED";

    /** Copies the collections, keeping their order. */
    public ModelResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        slices = List.copyOf(slices);
        comparison = Collections.unmodifiableMap(new LinkedHashMap<>(comparison));
        gates = List.copyOf(gates);
        warnings = List.copyOf(warnings);
        smallSlices = List.copyOf(smallSlices);
    }

    /**
     * A result without a search for slices, without folds, of a model that was not measured in service, in which no
     * slice was left out.
     *
     * @param model the model's name
     * @param tier the tier's name
     * @param rows the rows that were evaluated
     * @param rowsTotal the rows of positive weight in the evaluation set
     * @param metrics one estimate a metric by its name
     * @param findings what is particular to the task
     * @param slices the same metrics on parts of the rows
     * @param baseline the model compared with
     * @param comparison one paired difference a metric by its name
     * @param gates one judgement a rule
     * @param warnings what a reader should know
     */
    public ModelResult(
            String model,
            String tier,
            int rows,
            int rowsTotal,
            Map<String, Estimate> metrics,
            TaskFindings findings,
            List<SliceResult> slices,
            Optional<BaselineResult> baseline,
            Map<String, Difference> comparison,
            List<GateResult> gates,
            List<Notice> warnings) {
        this(
                model,
                tier,
                rows,
                rowsTotal,
                metrics,
                findings,
                slices,
                baseline,
                comparison,
                gates,
                warnings,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** {@return the kind of prediction, as results spell it: {@code "binary"}} */
    public String task() {
        return findings.task();
    }

    /** {@return what was found of yes-or-no predictions; empty for another task} */
    public Optional<BinaryFindings> binary() {
        return findings instanceof BinaryFindings binary ? Optional.of(binary) : Optional.empty();
    }

    /** {@return the evaluated rows with a positive label; empty for another task than binary} */
    public Optional<Integer> positives() {
        return binary().map(BinaryFindings::positives);
    }

    /** {@return the outcomes at the decision threshold; empty for another task, or if scores are not probabilities} */
    public Optional<ConfusionMatrix> confusion() {
        return binary().flatMap(BinaryFindings::confusion);
    }

    /** {@return the threshold with the largest F1; empty for another task, and unless best_f1 is among the metrics} */
    public Optional<BestThreshold> thresholds() {
        return binary().flatMap(BinaryFindings::thresholds);
    }

    /** {@return ROC and precision-recall curve; empty for another task, and where one class is absent} */
    public Optional<Curves> curves() {
        return binary().flatMap(BinaryFindings::curves);
    }

    /** {@return the worst verdict of the gates; empty without gates} */
    public Optional<Verdict> verdict() {
        return Verdict.worst(gates.stream().map(GateResult::verdict).toList());
    }

    /** {@return whether the rows are a sample of the evaluation set} */
    public boolean isSample() {
        return rows < rowsTotal;
    }

    /**
     * {@return whether slices by a column were left out for their few rows}
     *
     * @param column a column that the rows were sliced by
     */
    public boolean lacksSlicesBy(String column) {
        return smallSlices.stream().anyMatch(small -> small.column().equals(column));
    }

    /**
     * {@return the estimate of a metric}
     *
     * @param name the metric's name, for example {@code "roc_auc"}
     * @throws IllegalArgumentException if the metric was not asked for
     */
    public Estimate metric(String name) {
        Estimate estimate = metrics.get(name);
        if (estimate == null) {
            throw new IllegalArgumentException(
                    "metric \"" + name + "\" was not evaluated; this result holds " + metrics.keySet());
        }
        return estimate;
    }

    /**
     * {@return the same result with more warnings}
     *
     * @param more what else a reader should know
     */
    public ModelResult withNotices(List<Notice> more) {
        return withGates(gates, Stream.concat(warnings.stream(), more.stream()).toList());
    }

    /** {@return the same result as if no gate had judged it} */
    public ModelResult withoutGates() {
        return withGates(
                List.of(),
                warnings.stream()
                        .filter(notice -> !notice.code().equals(NOT_GATED))
                        .toList());
    }

    /**
     * {@return the same result with gates}
     *
     * @param judged one judgement a rule
     * @param notices all warnings, those of this result included
     */
    public ModelResult withGates(List<GateResult> judged, List<Notice> notices) {
        return with(slices, baseline, comparison, judged, notices, sliceSearch, folds, serving, smallSlices);
    }

    /**
     * {@return the same result with other differences from its baseline}
     *
     * @param differences one difference a metric by its name
     * @param compared the slices with their differences
     */
    public ModelResult withComparison(Map<String, Difference> differences, List<SliceResult> compared) {
        return with(compared, baseline, differences, gates, warnings, sliceSearch, folds, serving, smallSlices);
    }

    /**
     * {@return the same result beside a baseline that its evaluation did not know, judged by no gate}
     *
     * <p>Slices that a search found worse than an earlier baseline are left out.
     *
     * @param other the model compared with
     * @param differences one difference a metric by its name
     * @param compared the slices with their differences
     * @param notices all warnings, those of this result included
     */
    public ModelResult comparedWith(
            BaselineResult other,
            Map<String, Difference> differences,
            List<SliceResult> compared,
            List<Notice> notices) {
        Optional<SliceSearch> search = sliceSearch.map(SliceSearch::withoutBaseline);
        return with(compared, Optional.of(other), differences, List.of(), notices, search, folds, serving, smallSlices);
    }

    /**
     * {@return the same result with what a search for slices found}
     *
     * @param search which slices are worse than the rest
     */
    public ModelResult withSliceSearch(SliceSearch search) {
        return with(slices, baseline, comparison, gates, warnings, Optional.of(search), folds, serving, smallSlices);
    }

    /**
     * {@return the same result with the folds of a cross-validation}
     *
     * @param summary how metrics spread over them
     */
    public ModelResult withFolds(FoldSummary summary) {
        return with(
                slices, baseline, comparison, gates, warnings, sliceSearch, Optional.of(summary), serving, smallSlices);
    }

    /**
     * {@return the same result with how the model behaves in service; what gates said stands until they judge again}
     *
     * @param profile what was measured
     */
    public ModelResult withServing(ServingProfile profile) {
        return with(
                slices, baseline, comparison, gates, warnings, sliceSearch, folds, Optional.of(profile), smallSlices);
    }

    /**
     * {@return the same result with what is said of slices that are not listed}
     *
     * @param leftOut which slices were left out for their few rows, once for each column that lost any
     */
    public ModelResult withSmallSlices(List<SmallSlices> leftOut) {
        return with(slices, baseline, comparison, gates, warnings, sliceSearch, folds, serving, leftOut);
    }

    /** Everything that a result can be changed in; the rest is what the model's scores say. */
    private ModelResult with(
            List<SliceResult> listed,
            Optional<BaselineResult> other,
            Map<String, Difference> differences,
            List<GateResult> judged,
            List<Notice> notices,
            Optional<SliceSearch> search,
            Optional<FoldSummary> summary,
            Optional<ServingProfile> profile,
            List<SmallSlices> leftOut) {
        return new ModelResult(
                model,
                tier,
                rows,
                rowsTotal,
                metrics,
                findings,
                listed,
                other,
                differences,
                judged,
                notices,
                search,
                summary,
                profile,
                leftOut);
    }
}
