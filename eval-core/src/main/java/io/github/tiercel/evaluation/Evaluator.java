package io.github.tiercel.evaluation;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.compare.PairedComparison;
import io.github.tiercel.metrics.ranking.WithoutRelevant;
import io.github.tiercel.metrics.resample.Execution;
import io.github.tiercel.metrics.resample.Scheme;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.SamplePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

    private final EvaluationSet set;
    private final KeptRows rows;
    private final Configuration asked;
    private final SourceEvaluator evaluator;

    private Evaluator(Builder builder, EvaluationSet set) {
        this.set = set;
        this.rows = new KeptRows(set);
        this.asked = Configuration.of(builder, set);
        this.evaluator = new SourceEvaluator(set, rows, asked);
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
     * @throws IllegalArgumentException if what is asked for is not there, names repeat, or a sample shall be
     *     bootstrapped
     * @throws DataException if scores do not fit the rows, or are no probabilities though a metric asked for needs them
     */
    public EvaluationResult evaluate(Tier tier, List<Scores> candidates, Optional<Scores> baseline) {
        return evaluate(tier, Sources.given(candidates, baseline));
    }

    /**
     * {@return what a tier finds about scores that were made for its rows alone}
     *
     * @param tier how thoroughly to evaluate
     * @param model the model's name, as results show it
     * @param scores one score for each of {@link #rows(Tier)}, in that order; copied
     * @throws DataException if there is not one score for each of these rows, or a score is not finite
     */
    public EvaluationResult evaluate(Tier tier, String model, double[] scores) {
        return evaluate(tier, model, new double[][] {scores});
    }

    /**
     * {@return what a tier finds about scores of several classes that were made for its rows alone}
     *
     * @param tier how thoroughly to evaluate
     * @param model the model's name, as results show it
     * @param scores for each class of the set, in order, one score for each of {@link #rows(Tier)}; copied
     * @throws DataException if there is not one array a class with a finite score for each of these rows
     */
    public EvaluationResult evaluate(Tier tier, String model, double[][] scores) {
        return evaluate(tier, scores(tier, model, scores));
    }

    /**
     * {@return what a tier finds about scores that were joined with its rows before}
     *
     * @param tier how thoroughly to evaluate
     * @param scores scores of the tier's rows, or of more
     * @throws IllegalArgumentException if there are scores of fewer rows
     */
    public EvaluationResult evaluate(Tier tier, TierScores scores) {
        return evaluate(tier, Sources.of(new KnownScores(scores)));
    }

    /**
     * {@return what a tier finds about scores, borrowing from a model that was scored on all rows}
     *
     * <p>In a sample, metrics get estimates of {@link io.github.tiercel.metrics.interval.DifferenceEstimator} where it
     * has some, slices excepted. Where it is too stale, a warning says so. On all rows it changes nothing.
     *
     * @param tier how thoroughly to evaluate
     * @param scores scores of the tier's rows, or of more
     * @param reference an earlier epoch, or another model of the kind
     * @throws IllegalArgumentException if there are scores of fewer rows, or the reference is another evaluator's
     */
    public EvaluationResult evaluate(Tier tier, TierScores scores, Reference reference) {
        reference.requireOf(this);
        return evaluator.evaluate(tier, Sources.of(new KnownScores(scores)), Optional.of(reference));
    }

    /**
     * {@return a model that estimates of other models borrow from}
     *
     * @param scores its scores of all rows of the set
     * @throws IllegalArgumentException if they are scores of a sample
     */
    public Reference reference(TierScores scores) {
        return new Reference(this, scores);
    }

    /**
     * {@return scores of all rows of the set, joined with the rows of a tier}
     *
     * @param tier names the rows
     * @param scores the model's scores for all rows of the set
     * @throws DataException if scores do not fit the rows
     */
    public TierScores scores(Tier tier, Scores scores) {
        return scores(tier, new GivenScores(scores));
    }

    /**
     * {@return scores that were made for the rows of a tier alone, joined with them}
     *
     * @param tier names the rows
     * @param model the model's name, as results show it
     * @param scores one array for each class of the set, or one in all, with one score for each of {@link #rows(Tier)};
     *     copied
     * @throws DataException if there is not one array a class with a finite score for each of these rows
     */
    public TierScores scores(Tier tier, String model, double[][] scores) {
        return scores(tier, SampleScores.of(set, model, scores));
    }

    TierScores scores(Tier tier, ScoreSource source) {
        return TierScores.of(source, rows.of(tier.rows()));
    }

    /**
     * {@return the difference of a metric between two models on the same rows, with an error in which cancels what both
     * find easy or hard}
     *
     * @param metric the name of a metric
     * @param candidate scores of one model
     * @param baseline scores of the other; compared on the rows that both have
     * @throws IllegalArgumentException if the metric does not exist, or the scores are of different evaluation sets
     */
    public Difference difference(String metric, TierScores candidate, TierScores baseline) {
        SampledRows common = candidate.rows() < baseline.rows() ? candidate.sampledRows() : baseline.sampledRows();
        return difference(asked.metric(metric), candidate.narrowed(common), baseline.narrowed(common));
    }

    private <P extends Predictions> Difference difference(Metric<P> metric, TierScores candidate, TierScores baseline) {
        return PairedComparison.of(candidate.design(), asked.level())
                .difference(
                        metric,
                        metric.reads().cast(candidate.predictions()),
                        metric.reads().cast(baseline.predictions()));
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
        return plan(pilot, halfWidth, Sources.given(candidates, baseline));
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
        return List.copyOf(asked.settings(tier).metrics());
    }

    /**
     * {@return a metric of the set's task, at the decision threshold of this evaluator}
     *
     * @param name the name of a metric
     * @throws IllegalArgumentException if it does not exist
     */
    public Metric<?> metric(String name) {
        return asked.metric(name);
    }

    /** {@return the rows that models are evaluated on} */
    public EvaluationSet set() {
        return set;
    }

    EvaluationResult evaluate(Tier tier, Sources sources) {
        return evaluator.evaluate(tier, sources, Optional.empty());
    }

    SamplePlan plan(Tier pilot, double halfWidth, Sources sources) {
        return evaluator.plan(pilot, halfWidth, sources);
    }

    /**
     * Collects options. Not safe for use by several threads.
     *
     * @since 0.1
     */
    public static final class Builder {

        final List<Metric<?>> ownMetrics = new ArrayList<>();
        private final EvaluationSet set;

        @Nullable
        List<String> metricNames;

        double threshold = BinaryMetrics.DEFAULT_THRESHOLD;
        WithoutRelevant withoutRelevant = WithoutRelevant.SKIP;
        double level = DEFAULT_LEVEL;
        IntervalKind intervals = IntervalKind.INFLUENCE;

        @Nullable
        Integer replicates;

        ReplicatePlan plan = new ReplicatePlan(0, Optional.empty(), OptionalDouble.empty(), Execution.common());

        @Nullable
        Judge judge;

        Slicing slicing = Slicing.all();

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
         * Sets which slices are listed, and whether worse ones are searched for; {@link Slicing#all()} unless set.
         *
         * @param value which slices
         * @return this
         */
        public Builder slicing(Slicing value) {
            slicing = value;
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
            return new ModelEvaluator.Builder<>(this, features);
        }

        EvaluationSet set() {
            return set;
        }

        /**
         * {@return the evaluator}
         *
         * @throws IllegalArgumentException if bootstrap intervals are to stand first but no replicates are allowed, or
         *     an own metric is of another task
         */
        public Evaluator build() {
            return on(set);
        }

        /** The evaluator of the same rows in another order. */
        Evaluator on(EvaluationSet reordered) {
            if (intervals == IntervalKind.BOOTSTRAP && replicates != null && replicates == 0) {
                throw new IllegalArgumentException("Bootstrap intervals need replicates, but replicates is 0. Ask for"
                        + " some, or for intervals from influence values.");
            }
            return new Evaluator(this, reordered);
        }
    }
}
