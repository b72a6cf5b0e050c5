package io.github.tiercel.serving;

import io.github.tiercel.data.DigestSink;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreDifference;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.ParityFigures;
import io.github.tiercel.result.ParityResult;
import io.github.tiercel.result.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is served is what was trained: the same rows through two models or pipelines, score by score. Such as
 * the training code and the service, 32 bits and 8, the JVM's model and its ONNX file.
 *
 * <p>Of each row the gap is taken, the absolute difference of its two scores, or the largest such of several outputs:
 * {@link io.github.tiercel.result.ScoreGap}. Besides,
 *
 * <ul>
 *   <li>the share of rows whose gap is above a tolerance, {@value ScoreDifference#TOLERANCE} unless another is named:
 *       arithmetic in 32 bits instead of 64 leaves about 1e-7 of a probability, and some such errors add up. For scores
 *       that are no probabilities, name one in their unit;
 *   <li>the share of rows that are decided otherwise: at the threshold, 0.5 of probabilities unless another is named,
 *       or by which of several outputs is largest;
 *   <li>Spearman's and Kendall's rank correlation, of the output that agrees least;
 *   <li>the first rows beyond the tolerance and the worst ones, with what the models read of them;
 *   <li>with labels, the metrics of the served scores against those of the reference as baseline, by {@link Evaluator}
 *       on the same rows, hence paired.
 * </ul>
 *
 * <p>Shares have the exact interval of Clopper and Pearson, which takes rows to be independent and speaks of the world
 * that they came from. Where both sides have ids, rows are found by these; otherwise both must have the same rows in
 * one order. Scores that cannot be compared, because outputs or rows differ, are an error that counts them.
 *
 * <p>Immutable, and safe for use by several threads. O(n log n) for n rows and each output. Equal input gives equal
 * bits.
 *
 * <pre>{@code
 * ParityResult parity = ParityCheck.of(Scores.of("trained", trained), Scores.of("served", served))
 *         .limits(ParityLimits.of("max_difference <= 0.001", "label_flips <= 0.0005"))
 *         .result()
 *         .orThrow();
 * }</pre>
 *
 * @since 0.1
 */
public final class ParityCheck {

    /** The gap that a row may have, unless another is named. */
    public static final double DEFAULT_TOLERANCE = ScoreDifference.TOLERANCE;

    private final PipelineScores reference;
    private final PipelineScores served;
    private final double tolerance;
    private final OptionalDouble threshold;
    private final double level;
    private final boolean sharedOnly;
    private final @Nullable EvaluationSet labels;
    private final @Nullable ParityLimits limits;

    private ParityCheck(
            PipelineScores reference,
            PipelineScores served,
            double tolerance,
            OptionalDouble threshold,
            double level,
            boolean sharedOnly,
            @Nullable EvaluationSet labels,
            @Nullable ParityLimits limits) {
        this.reference = reference;
        this.served = served;
        this.tolerance = tolerance;
        this.threshold = threshold;
        this.level = level;
        this.sharedOnly = sharedOnly;
        this.labels = labels;
        this.limits = limits;
    }

    /**
     * {@return a check of two pipelines}
     *
     * @param reference the one of training
     * @param served the one to compare with it
     */
    public static ParityCheck of(PipelineScores reference, PipelineScores served) {
        return new ParityCheck(
                reference,
                served,
                DEFAULT_TOLERANCE,
                OptionalDouble.empty(),
                Evaluator.DEFAULT_LEVEL,
                false,
                null,
                null);
    }

    /**
     * {@return a check of scores of the same rows in one order}
     *
     * @param reference those of training
     * @param served those to compare with them
     */
    public static ParityCheck of(Scores reference, Scores served) {
        return of(PipelineScores.of(reference), PipelineScores.of(served));
    }

    /**
     * {@return a check of two models on the same rows, which both score now}
     *
     * @param rows what both read
     * @param reference the one of training
     * @param served the one to compare with it
     * @param <X> what they read of one row
     * @throws io.github.tiercel.inference.ModelException if a model fails, or gives no number
     * @throws io.github.tiercel.data.DataException if there is no row
     */
    public static <X> ParityCheck of(Features<X> rows, Predictor<X> reference, Predictor<X> served) {
        return of(PipelineScores.of("reference", rows, reference), PipelineScores.of("served", rows, served));
    }

    /**
     * {@return the same check with another tolerance}
     *
     * @param gap the gap that a row may have, at least 0, in units of the score; 0 wants equal numbers
     * @throws IllegalArgumentException if it is negative or NaN
     */
    public ParityCheck tolerance(double gap) {
        if (!(gap >= 0)) {
            throw new IllegalArgumentException("tolerance must be at least 0, got " + gap);
        }
        return new ParityCheck(reference, served, gap, threshold, level, sharedOnly, labels, limits);
    }

    /**
     * {@return the same check with another threshold, for models with one output}
     *
     * @param score the score from which on the decision is yes, finite
     * @throws IllegalArgumentException if it is not finite
     */
    public ParityCheck threshold(double score) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("threshold must be finite, got " + score);
        }
        return new ParityCheck(
                reference, served, tolerance, OptionalDouble.of(score), level, sharedOnly, labels, limits);
    }

    /**
     * {@return the same check with intervals of another level}
     *
     * @param confidence the two-sided level in (0, 1); {@value Evaluator#DEFAULT_LEVEL} unless named
     * @throws IllegalArgumentException if it is not in (0, 1)
     */
    public ParityCheck level(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + confidence);
        }
        return new ParityCheck(reference, served, tolerance, threshold, confidence, sharedOnly, labels, limits);
    }

    /** {@return the same check of the rows that both sides have, where each has others too; a warning counts these} */
    public ParityCheck sharedRowsOnly() {
        return new ParityCheck(reference, served, tolerance, threshold, level, true, labels, limits);
    }

    /**
     * {@return the same check with labels, so that metrics are compared too}
     *
     * @param set the labels of the reference's rows, in their order
     */
    public ParityCheck labelled(EvaluationSet set) {
        return new ParityCheck(reference, served, tolerance, threshold, level, sharedOnly, set, limits);
    }

    /**
     * {@return the same check judged by limits}
     *
     * @param rules what to require; those about metrics take labels
     */
    public ParityCheck limits(ParityLimits rules) {
        return new ParityCheck(reference, served, tolerance, threshold, level, sharedOnly, labels, rules);
    }

    /**
     * {@return how well the scores agree}
     *
     * @throws io.github.tiercel.data.DataException if they cannot be compared: one side lacks rows, or alone has ids;
     *     or outputs differ in their number, names or order; or do not fit the labels
     * @throws IllegalArgumentException if a threshold is named for several outputs, or a limit names an unknown metric,
     *     or takes labels that are not there
     */
    public ParityResult result() {
        if (labels == null && limits != null) {
            limits.requireNoMetrics();
        }
        RowPairs pairs = RowPairs.of(reference, served, sharedOnly);
        PairedScores scores = PairedScores.of(reference.scores(), served.scores(), pairs);
        Decisions decisions = Decisions.of(scores, threshold);
        double[] gaps = scores.gaps();
        ParityFigures figures = Figures.of(scores, gaps, decisions, tolerance, level);
        Optional<ModelResult> quality = quality(scores, pairs, decisions);
        DifferingRows rows = new DifferingRows(reference, served, pairs, scores, gaps, decisions);
        return new ParityResult(
                reference.name(),
                served.name(),
                scores.rows(),
                scores.outputs(),
                tolerance,
                decisions.threshold(),
                level,
                Math.max(reference.batchRows(), served.batchRows()),
                figures,
                rows.first(tolerance),
                rows.worst(),
                quality,
                gates(figures, scores.rows(), quality),
                notices(pairs),
                provenance());
    }

    private Optional<ModelResult> quality(PairedScores scores, RowPairs pairs, Decisions decisions) {
        if (labels == null) {
            return Optional.empty();
        }
        Quality quality = new Quality(labels, pairs, decisions.threshold(), level);
        return Optional.of(quality.of(
                scores.scores(served.name(), false),
                scores.scores(reference.name(), true),
                Optional.ofNullable(limits).flatMap(ParityLimits::ofMetrics)));
    }

    private List<GateResult> gates(ParityFigures figures, int rows, Optional<ModelResult> quality) {
        List<GateResult> judged = new ArrayList<>();
        if (limits != null) {
            judged.addAll(limits.judge(figures, rows, level));
        }
        quality.map(ModelResult::gates).ifPresent(judged::addAll);
        return judged;
    }

    private List<Notice> notices(RowPairs pairs) {
        List<Notice> notices = Stream.of(reference, served)
                .flatMap(side -> side.notices().stream().map(notice -> named(notice, side)))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        if (!pairs.isWhole()) {
            notices.add(unshared(pairs));
        }
        return notices;
    }

    /** What is said of both sides is said once, what of one with its name. */
    private Notice named(Notice notice, PipelineScores side) {
        boolean isOfBoth =
                reference.notices().contains(notice) && served.notices().contains(notice);
        return isOfBoth ? notice : new Notice(notice.code(), "\"" + side.name() + "\": " + notice.text());
    }

    private Notice unshared(RowPairs pairs) {
        String others = pairs.lost() == 0
                ? Count.of(pairs.added()) + " of \"" + served.name() + "\""
                : Count.of(pairs.lost()) + " of \"" + reference.name() + "\""
                        + (pairs.added() == 0
                                ? ""
                                : " and " + Count.of(pairs.added()) + " of \"" + served.name() + "\"");
        return new Notice(
                "UNSHARED_ROWS",
                "Compared on the " + Count.of(pairs.rows()) + " rows that both have; left out were " + others
                        + ", which the other lacks.");
    }

    private Provenance provenance() {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        fingerprints.put("reference scores", fingerprint(reference.scores()));
        fingerprints.put("served scores", fingerprint(served.scores()));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("joined_by", reference.keys().isPresent() && served.keys().isPresent() ? "ids" : "positions");
        return Origin.of(fingerprints, settings);
    }

    private static String fingerprint(Scores scores) {
        DigestSink sink = DigestSink.sha256();
        for (int output = 0; output < Math.max(1, scores.classes().size()); output++) {
            for (int row = 0; row < scores.rows(); row++) {
                sink.put(scores.score(output, row));
            }
        }
        return sink.hex();
    }
}
