package io.github.tiercel.evaluation;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Scores;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.ranking.Counting;
import io.github.tiercel.metrics.ranking.Ties;
import io.github.tiercel.metrics.ranking.WithoutRelevant;
import io.github.tiercel.metrics.resample.Execution;
import io.github.tiercel.metrics.resample.Scheme;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.SamplePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates scores of models on one evaluation set, in tiers.
 *
 * <p>Immutable, and safe for use by several threads. The same set, scores and seed give the same numbers to the last
 * bit, on any number of threads. It needs at most 24 bytes a row above labels, scores and weights for one model on
 * independent rows that count alike, bootstrap included; weights, clusters and a baseline need more.
 *
 * <pre>{@code
 * Evaluator evaluator = Evaluator.of(set).judgedBy(Gates.of("roc_auc >= 0.7")).build();
 * EvaluationResult result = evaluator.full(candidate, baseline);
 * System.out.println(result.verdict().orElseThrow());
 * }</pre>
 *
 * @since 0.1
 */
public final class Evaluator {

    /** The two-sided confidence level unless another one is named. */
    public static final double DEFAULT_LEVEL = 0.95;

    /** Replicates where a gate reads an interval that only the bootstrap can give. */
    private static final int GATE_REPLICATES = 2000;

    private final EvaluationSet set;
    private final KeptRows rows;
    private final TaskKind<?> kind;
    private final List<Metric<?>> ownMetrics;
    private final @Nullable List<String> metricNames;
    private final double threshold;
    private final double level;
    private final IntervalKind intervals;
    private final @Nullable Integer replicates;
    private final ReplicatePlan plan;
    private final @Nullable Judge judge;

    private Evaluator(Builder builder) {
        this.set = builder.set;
        this.rows = new KeptRows(builder.set);
        this.kind = TaskKind.of(builder.set.task(), new Counting(builder.withoutRelevant, Ties.AVERAGED));
        this.ownMetrics = List.copyOf(builder.ownMetrics);
        this.metricNames = builder.metricNames;
        this.threshold = builder.threshold;
        this.level = builder.level;
        this.intervals = builder.intervals;
        this.replicates = builder.replicates;
        this.plan = builder.plan;
        this.judge = builder.judge;
    }

    /**
     * {@return a builder of an evaluator}
     *
     * @param set the rows to evaluate on
     */
    public static Builder of(EvaluationSet set) {
        return new Builder(set);
    }

    /**
     * {@return what the fast tier finds: a stratified sample, in milliseconds}
     *
     * @param candidate the model's scores for all rows of the set
     */
    public EvaluationResult fast(Scores candidate) {
        return evaluate(Tier.fast(), List.of(candidate), Optional.empty());
    }

    /**
     * {@return what the full tier finds}
     *
     * @param candidate the model's scores for all rows of the set
     */
    public EvaluationResult full(Scores candidate) {
        return evaluate(Tier.full(), List.of(candidate), Optional.empty());
    }

    /**
     * {@return what the full tier finds, compared row by row with a baseline}
     *
     * @param candidate the model's scores for all rows of the set
     * @param baseline the scores to compare with, for the same rows
     */
    public EvaluationResult full(Scores candidate, Scores baseline) {
        return evaluate(Tier.full(), List.of(candidate), Optional.of(baseline));
    }

    /**
     * {@return what a tier finds about one or several models on the same rows}
     *
     * @param tier how thoroughly to evaluate
     * @param candidates scores of at least one model, with distinct names; gates apply to each
     * @param baseline scores to compare each candidate with
     * @throws IllegalArgumentException if a metric, slice column or baseline that is asked for does not exist, names
     *     repeat, or bootstrap intervals are asked of a sample
     * @throws DataException if scores do not fit the rows, or a metric asked for by name needs probabilities and the
     *     scores are none
     */
    public EvaluationResult evaluate(Tier tier, List<Scores> candidates, Optional<Scores> baseline) {
        return evaluateSources(tier, given(candidates), baseline.map(GivenScores::new));
    }

    private static List<ScoreSource> given(List<Scores> scores) {
        return scores.stream().<ScoreSource>map(GivenScores::new).toList();
    }

    /**
     * {@return what a tier finds about scores that were made for its rows alone}
     *
     * @param tier how thoroughly to evaluate
     * @param model the model's name, as results show it
     * @param scores one score for each of {@link #rows(Tier)}, in that order; copied
     * @throws DataException if there is not one score for each of these rows, or a score is NaN
     */
    public EvaluationResult evaluate(Tier tier, String model, double[] scores) {
        return evaluate(tier, model, new double[][] {scores});
    }

    /**
     * {@return what a tier finds about scores of several classes that were made for its rows alone}
     *
     * @param tier how thoroughly to evaluate
     * @param model the model's name, as results show it
     * @param scores one array for each class of the set, in their order, with one score for each of
     *     {@link #rows(Tier)}; copied
     * @throws DataException if there is not one array a class and one score for each of these rows, or a score is NaN
     */
    public EvaluationResult evaluate(Tier tier, String model, double[][] scores) {
        int wanted = Math.max(1, set.classes().size());
        if (scores.length != wanted) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "Got %,d arrays of scores of \"%s\" where there must be %,d: one %s.",
                    scores.length,
                    model,
                    wanted,
                    wanted == 1 ? "in all" : "for each class"));
        }
        double[][] copy = Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
        return evaluateSources(tier, List.of(new SampleScores(model, copy)), Optional.empty());
    }

    /**
     * {@return how many rows it takes to know metrics to a half-width, from the spread that the rows of a tier show}
     *
     * @param pilot which rows to plan from, and which metrics
     * @param halfWidth the wanted half-width of the interval for the value on all rows, above 0
     * @param candidates scores of at least one model, with distinct names
     * @param baseline scores to plan the differences to each candidate for
     * @throws IllegalArgumentException if {@code halfWidth} is not above 0, a metric does not exist, or names repeat
     */
    public SamplePlan plan(Tier pilot, double halfWidth, List<Scores> candidates, Optional<Scores> baseline) {
        return planSources(pilot, halfWidth, given(candidates), baseline.map(GivenScores::new));
    }

    /**
     * {@return the rows of the set that a tier evaluates, as numbers from 0: all in the set's order, or those of a
     * sample, the same ones every time; for a half-width those that it starts with}
     *
     * @param tier how thoroughly to evaluate
     */
    public int[] rows(Tier tier) {
        return rows.of(tier.rows()).rows();
    }

    /**
     * {@return the metrics that a tier computes, with those that gates read}
     *
     * @param tier how thoroughly to evaluate
     * @throws IllegalArgumentException if one of them does not exist
     */
    public List<Metric<?>> metrics(Tier tier) {
        return List.copyOf(settings(kind, tier).metrics());
    }

    /** {@return the rows that models are evaluated on} */
    public EvaluationSet set() {
        return set;
    }

    EvaluationResult evaluateSources(Tier tier, List<ScoreSource> candidates, Optional<ScoreSource> baseline) {
        check(tier, candidates, baseline.isPresent());
        SampledRows wanted = rows.of(tier.rows());
        if (wanted.isSample() && intervals == IntervalKind.BOOTSTRAP) {
            throw new IllegalArgumentException("Bootstrap intervals need all rows, but the tier takes a sample of "
                    + String.format(Locale.ROOT, "%,d of %,d", wanted.size(), set.rows())
                    + ". Use the full tier or intervals from influence values.");
        }
        if (tier.rows() instanceof SampleRows.HalfWidth growing
                && candidates.stream().allMatch(ScoreSource::canGrow)) {
            return new GrowingEvaluation<>(set, settings(kind, tier), growing)
                    .of(wanted, candidates, baseline, Optional.ofNullable(judge));
        }
        return new TierEvaluation<>(set, settings(kind, tier), wanted)
                .of(candidates, baseline, Optional.ofNullable(judge));
    }

    SamplePlan planSources(Tier pilot, double halfWidth, List<ScoreSource> candidates, Optional<ScoreSource> baseline) {
        check(pilot, candidates, baseline.isPresent());
        return new GrowingEvaluation<>(set, settings(kind, pilot), new SampleRows.HalfWidth(halfWidth))
                .plan(SampledRows.ofPilot(set, pilot.rows()), candidates, baseline);
    }

    private void check(Tier tier, List<ScoreSource> candidates, boolean hasBaseline) {
        List<String> names = candidates.stream().map(ScoreSource::model).toList();
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "candidates must be at least one model with distinct names, got " + names);
        }
        if (judge == null) {
            return;
        }
        if (judge.needsBaseline() && !hasBaseline) {
            throw new IllegalArgumentException("A gate compares with a baseline, but there is none. Name one with"
                    + " --baseline (in code: pass the baseline's scores).");
        }
        List<String> slices = set.slices().stream().map(TextColumn::name).toList();
        for (String column : judge.sliceColumns()) {
            if (!slices.contains(column)) {
                throw new IllegalArgumentException("A gate names slices of column \"" + column
                        + "\", but the rows are not sliced by it. Slice columns: "
                        + (slices.isEmpty() ? "none" : String.join(", ", slices)) + ".");
            }
        }
        judge.check(metrics(tier));
    }

    private <P extends Predictions> Settings<P> settings(TaskKind<P> of, Tier tier) {
        Set<String> demanded = new LinkedHashSet<>(metricNames == null ? List.of() : metricNames);
        Set<String> names = new LinkedHashSet<>(metricNames == null ? tier.metrics(set.task()) : metricNames);
        ownMetrics.forEach(metric -> names.add(metric.name()));
        Set<String> gated = judge == null ? Set.of() : judge.metrics();
        names.addAll(gated);
        demanded.addAll(gated);
        MetricChoice<P> choice = new MetricChoice<>(of, ownMetrics, threshold);
        boolean resampledGate = choice.of(gated).stream().anyMatch(metric -> !(metric instanceof SmoothMetric));
        return new Settings<>(
                of,
                tier,
                choice.of(names),
                demanded,
                threshold,
                level,
                intervals,
                plan.withReplicates(replicates(tier, resampledGate)));
    }

    private int replicates(Tier tier, boolean resampledGate) {
        if (replicates != null) {
            return replicates;
        }
        // Whoever puts the bootstrap first means to have one, also in a tier that has none by itself.
        int least = intervals == IntervalKind.BOOTSTRAP ? Tier.DEFAULT_REPLICATES : 0;
        int usual = Math.max(least, tier.replicates());
        return resampledGate && usual > 0 ? Math.max(GATE_REPLICATES, usual) : usual;
    }

    /**
     * Collects options. Not safe for use by several threads.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final List<Metric<?>> ownMetrics = new ArrayList<>();
        private EvaluationSet set;
        private @Nullable List<String> metricNames;
        private double threshold = BinaryMetrics.DEFAULT_THRESHOLD;
        private WithoutRelevant withoutRelevant = WithoutRelevant.SKIP;
        private double level = DEFAULT_LEVEL;
        private IntervalKind intervals = IntervalKind.INFLUENCE;
        private @Nullable Integer replicates;
        private ReplicatePlan plan = new ReplicatePlan(0, Optional.empty(), OptionalDouble.empty(), Execution.common());
        private @Nullable Judge judge;

        private Builder(EvaluationSet set) {
            this.set = set;
        }

        /**
         * Names the metrics to compute, instead of those of the tier. A metric named here must be defined for the kind
         * of scores given.
         *
         * @param names metric names such as {@code "roc_auc"}
         * @return this
         */
        public Builder metrics(String... names) {
            metricNames = List.of(names);
            return this;
        }

        /**
         * Adds a metric of the caller's own, computed beside the others.
         *
         * @param metric a metric of the set's task; one of a registered name replaces that one
         * @return this
         */
        public Builder metric(Metric<?> metric) {
            ownMetrics.add(metric);
            return this;
        }

        /**
         * Sets the decision threshold of yes-or-no predictions; 0.5 unless set.
         *
         * @param value rows with at least this score are predicted positive
         * @return this
         * @throws IllegalArgumentException if the value is NaN
         */
        public Builder threshold(double value) {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("threshold must be a number, got NaN");
            }
            threshold = value;
            return this;
        }

        /**
         * Says what queries without a relevant row count in rankings; they are skipped unless set.
         *
         * @param rule what they count
         * @return this
         */
        public Builder withoutRelevant(WithoutRelevant rule) {
            withoutRelevant = rule;
            return this;
        }

        /**
         * Sets the two-sided confidence level; 0.95 unless set.
         *
         * @param value in (0, 1)
         * @return this
         * @throws IllegalArgumentException if the value is not in (0, 1)
         */
        public Builder level(double value) {
            if (!(value > 0 && value < 1)) {
                throw new IllegalArgumentException("level must be in (0, 1), got " + value);
            }
            level = value;
            return this;
        }

        /**
         * Says which interval stands first; {@link IntervalKind#INFLUENCE} unless set.
         *
         * @param kind which one
         * @return this
         */
        public Builder intervals(IntervalKind kind) {
            intervals = kind;
            return this;
        }

        /**
         * Sets the number of bootstrap replicates instead of the tier's.
         *
         * @param number 0 for none, else at least 2
         * @return this
         * @throws IllegalArgumentException if the number is 1 or negative
         */
        public Builder replicates(int number) {
            if (number < 0 || number == 1) {
                throw new IllegalArgumentException("replicates must be 0 or at least 2, got " + number);
            }
            replicates = number;
            return this;
        }

        /**
         * Sets how bootstrap replicates get their weights. Unless set, metrics of one binary model on independent rows
         * that count alike have compressed replicates where these hold, and all others row-hashed ones.
         *
         * @param scheme row-hashed, compressed, or rank blocks
         * @return this
         * @throws IllegalArgumentException if the scheme is one within strata; where another one does not hold, the
         *     evaluation says so
         */
        public Builder resampling(Scheme scheme) {
            if (scheme == Scheme.WITHIN_STRATA) {
                throw new IllegalArgumentException(
                        "resampling must be row-hashed, compressed or rank-blocks, got " + scheme.title());
            }
            plan = new ReplicatePlan(0, Optional.of(scheme), plan.monteCarloShare(), plan.execution());
            return this;
        }

        /**
         * Has the bootstrap end before all replicates are done if the ends of each metric's interval are known well
         * enough; all are done unless set. How many there were is in the result.
         *
         * @param share what the standard deviation of an end over other seeds may be of the width of the interval,
         *     above 0, for example 0.02
         * @return this
         * @throws IllegalArgumentException if the share is not above 0
         */
        public Builder untilMonteCarloError(double share) {
            if (!(share > 0)) {
                throw new IllegalArgumentException("share must be above 0, got " + share);
            }
            plan = new ReplicatePlan(0, plan.scheme(), OptionalDouble.of(share), plan.execution());
            return this;
        }

        /**
         * Sets where bootstrap replicates are computed, and who hears of their progress; the calling thread and the
         * common pool unless set. Results do not depend on it.
         *
         * @param where threads
         * @return this
         */
        public Builder execution(Execution where) {
            plan = new ReplicatePlan(0, plan.scheme(), plan.monteCarloShare(), where);
            return this;
        }

        /**
         * Has every result judged.
         *
         * @param value the judge, such as gates
         * @return this
         */
        public Builder judgedBy(Judge value) {
            judge = value;
            return this;
        }

        /**
         * Goes on to an evaluator of models instead of scores.
         *
         * @param features what models read of the rows of the set
         * @param <X> the type of one row
         * @return a builder that keeps the options set here
         * @throws DataException if there is not one row of features for each row of the set
         */
        public <X> ModelEvaluator.Builder<X> features(Features<X> features) {
            if (features.rows() != set.rows()) {
                throw new DataException(String.format(
                        Locale.ROOT,
                        "Got %,d labels but %,d rows of features. Each row needs one of both, in the same order.",
                        set.rows(),
                        features.rows()));
            }
            return new ModelEvaluator.Builder<>(this, features);
        }

        EvaluationSet set() {
            return set;
        }

        /** The same rows in another order. */
        Builder on(EvaluationSet reordered) {
            set = reordered;
            return this;
        }

        /**
         * {@return the evaluator}
         *
         * @throws IllegalArgumentException if bootstrap intervals are to stand first but no replicates are allowed, or
         *     an own metric is of another task
         */
        public Evaluator build() {
            if (intervals == IntervalKind.BOOTSTRAP && replicates != null && replicates == 0) {
                throw new IllegalArgumentException("Bootstrap intervals need replicates, but replicates is 0. Ask for"
                        + " some, or for intervals from influence values.");
            }
            Evaluator evaluator = new Evaluator(this);
            new MetricChoice<>(evaluator.kind, ownMetrics, threshold);
            return evaluator;
        }
    }
}
