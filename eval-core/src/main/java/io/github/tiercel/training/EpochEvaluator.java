package io.github.tiercel.training;

import io.github.tiercel.data.DataException;
import io.github.tiercel.evaluation.Cadence;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EvaluationResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a model at the end of each epoch of a training loop, and says when to stop.
 *
 * <p>The fast tier runs at every epoch, on the same rows each time; the full tier as often as asked, and where nothing
 * was asked only for {@link #best()}. Each looks for scores in the evaluator's store before it asks the model. A model
 * is known by what it says of itself, or else by the run and the epoch; so a run's name must not be used for another
 * run.
 *
 * <p>An evaluation never ends a training run: a model that throws or gives NaN, a disk that is full, are reported in
 * the result of the epoch and logged once. What is wrong with the call itself, such as a monitored metric that no tier
 * computes, is thrown when the evaluator is built or at the first epoch.
 *
 * <p>For one training loop, hence one thread.
 *
 * <pre>{@code
 * try (var epochs = EpochEvaluator.of(evaluator, "run-42").fullEvery(5).earlyStopping("log_loss", 3).build()) {
 *   for (int epoch = 1; epoch <= 100; epoch++) {
 *     network.trainOneEpoch();
 *     if (epochs.onEpochEnd(epoch, network::probability).shouldStop()) break;
 *   }
 *   System.out.println(epochs.bestEpoch() + " " + epochs.best().model().metrics());
 * }
 * }</pre>
 *
 * @param <X> what the model reads of one row
 * @since 0.1
 */
public final class EpochEvaluator<X> implements AutoCloseable {

    private final Evaluator evaluator;
    private final Optional<ModelEvaluator<X>> models;
    private final String run;
    private final Optional<FirstModelCheck<X>> check;
    private final EpochLoop loop;

    private EpochEvaluator(Builder<X> builder) {
        this.evaluator = builder.evaluator;
        this.models = builder.models;
        this.run = builder.run;
        this.check = Optional.ofNullable(builder.check);
        this.loop = new EpochLoop(builder.evaluator, builder.plan());
    }

    /**
     * {@return a builder of a callback that is given models}
     *
     * @param evaluator evaluates the models
     * @param run a name that no other run has
     * @param <X> what the model reads of one row
     */
    public static <X> Builder<X> of(ModelEvaluator<X> evaluator, String run) {
        return new Builder<>(evaluator.evaluator(), Optional.of(evaluator), run);
    }

    /**
     * {@return a builder of a callback that is given scores only}
     *
     * @param evaluator evaluates the scores
     * @param run the run's name
     */
    public static Builder<Void> ofScores(Evaluator evaluator, String run) {
        return new Builder<>(evaluator, Optional.empty(), run);
    }

    /**
     * Evaluates the model as it is now, on the thread of the caller.
     *
     * @param epoch the epoch that ended, greater than the one before; if it is not, the result says so
     * @param model the model; if it brings a fingerprint of its own, it is taken to stay as it is, and may be asked
     *     again when it turns out the best
     * @return what was found, and whether to stop
     * @throws IllegalArgumentException at the first epoch, if the model's outputs are not what the evaluator reads
     * @throws IllegalStateException if this callback was built for scores only
     */
    public EpochResult onEpochEnd(int epoch, Predictor<X> model) {
        ModelEvaluator<X> asked = models.orElseThrow(() -> new IllegalStateException(
                "This callback was built for scores. Build it with of(modelEvaluator, run)."));
        Optional<ModelFingerprint> own;
        try {
            own = model.fingerprint();
        } catch (Exception | Error e) {
            return loop.onEpochEnd(
                    epoch, new BrokenModel(new ModelException("The model's fingerprint() threw " + e + ".", e)), false);
        }
        // Asked once: a digest of the weights takes time.
        Predictor<X> named = model.withFingerprint(own.orElseGet(() -> ModelFingerprint.ofEpoch(run, epoch)));
        return loop.onEpochEnd(epoch, new EpochModel<>(asked, name(epoch), named, check), own.isPresent());
    }

    /**
     * Evaluates the model as it is now, on the thread of the caller.
     *
     * @param epoch the epoch that ended, greater than the one before; if it is not, the result says so
     * @param model gives the score of a row's positive class, or the predicted number: any number but NaN, and from 0
     *     to 1 for log-loss and other metrics of probabilities
     * @return what was found, and whether to stop
     * @throws IllegalStateException if this callback was built for scores only
     */
    public EpochResult onEpochEnd(int epoch, ToDoubleFunction<? super X> model) {
        return onEpochEnd(epoch, Predictor.<X>of(model));
    }

    /**
     * Evaluates scores that the trainer has already.
     *
     * @param epoch the epoch that ended, greater than the one before; if it is not, the result says so
     * @param scores one for each of {@link #rows(Tier)} of the smallest tier, in that order; or one for each row of the
     *     set, in its order, which every tier can use
     * @return what was found, and whether to stop
     * @throws DataException at the first epoch, if there are neither as many scores as the smallest tier has rows nor
     *     as many as the set has
     */
    public EpochResult onEpochEnd(int epoch, double[] scores) {
        return loop.onEpochEnd(
                epoch, new GivenEpochScores(evaluator, name(epoch), new double[][] {scores.clone()}), true);
    }

    /**
     * Evaluates scores of several classes that the trainer has already.
     *
     * @param epoch the epoch that ended, greater than the one before; if it is not, the result says so
     * @param scores one array for each class of the set, in their order, each with one score for each of
     *     {@link #rows(Tier)} of the smallest tier, in that order; or one for each row of the set
     * @return what was found, and whether to stop
     * @throws DataException at the first epoch, if there are neither as many scores as the smallest tier has rows nor
     *     as many as the set has
     */
    public EpochResult onEpochEnd(int epoch, double[][] scores) {
        double[][] copy = Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
        return loop.onEpochEnd(epoch, new GivenEpochScores(evaluator, name(epoch), copy), true);
    }

    private static String name(int epoch) {
        return "epoch " + epoch;
    }

    /**
     * {@return the rows that a tier evaluates, as numbers from 0 in the set's order: the same ones at every epoch}
     *
     * @param tier one of this callback's tiers, or any other
     */
    public int[] rows(Tier tier) {
        return evaluator.rows(tier);
    }

    /**
     * {@return whether scores of all rows will be needed at the end of the epoch after the last one evaluated, because
     * a tier is due then, by its number of epochs, that the rows of the smallest do not suffice for}
     */
    public boolean needsAllRows() {
        return loop.needsAllRows();
    }

    /** {@return what was found so far, epoch by epoch} */
    public EpochHistory history() {
        return loop.history();
    }

    /** {@return the number of the best epoch; empty if no epoch had a value of the monitored metric} */
    public Optional<Integer> bestEpoch() {
        return loop.bestEpoch();
    }

    /**
     * {@return what was found about the best epoch, by the largest tier that can be had, with the history of the run}
     *
     * <p>If that epoch's largest tier was not due, it is evaluated now, provided that the scores are known or the model
     * stays as it is (see {@link #onEpochEnd(int, Predictor)}); else the result is that of the largest tier it had. So
     * it is if this evaluation fails, and a warning of the result says so.
     *
     * @throws IllegalStateException if no epoch had a value of the monitored metric
     * @throws io.github.tiercel.inference.ModelException if the best epoch's model is asked now and fails;
     *     {@link #history()} still has what was found before
     */
    public EvaluationResult best() {
        return loop.best();
    }

    /**
     * Evaluates the epoch that ended last in the largest tier, on demand: to be called before training goes on.
     *
     * @return what was found; what it was found before if that tier was due anyway
     * @throws IllegalStateException if no epoch has ended yet
     * @throws DataException if the epoch brought scores of fewer rows than the tier has
     * @throws io.github.tiercel.inference.ModelException if the model fails
     */
    public EvaluationResult promote() {
        return loop.promote();
    }

    /** Waits until all scores inferred so far are in the store, or could not be written. The store stays open. */
    @Override
    public void close() {
        models.ifPresent(ModelEvaluator::flush);
    }

    /**
     * Collects options. Not safe for use by several threads.
     *
     * @param <X> what the model reads of one row
     * @since 0.1
     */
    public static final class Builder<X> {

        private final Evaluator evaluator;
        private final Optional<ModelEvaluator<X>> models;
        private final String run;
        private List<Tier> tiers = List.of(Tier.fast(), Tier.full());
        private @Nullable Cadence cadenceOfLargest;
        private @Nullable StoppingRule stopping;
        private Budget budget = Budget.NONE;
        private boolean borrows = true;
        private @Nullable String monitor;
        private FailurePolicy onFailure = FailurePolicy.CONTINUE;
        private @Nullable FirstModelCheck<X> check;

        private Builder(Evaluator evaluator, Optional<ModelEvaluator<X>> models, String run) {
            this.evaluator = evaluator;
            this.models = models;
            this.run = run;
        }

        /**
         * Names the tiers; {@link Tier#fast()} at every epoch and {@link Tier#full()} on demand unless set.
         * {@link #fullEvery} and {@link #fullOnImprovement} go by the last of these tiers.
         *
         * @param values at least one, the smallest first, with distinct names; the first runs at every epoch
         * @return this
         * @throws IllegalArgumentException if there is none, or names repeat
         */
        public Builder<X> tiers(Tier... values) {
            long names = List.of(values).stream().map(Tier::name).distinct().count();
            if (values.length == 0 || names < values.length) {
                throw new IllegalArgumentException(
                        "tiers must be at least one, with distinct names, got " + List.of(values));
            }
            tiers = List.of(values);
            return this;
        }

        /**
         * Has the largest tier run every so many epochs.
         *
         * @param epochs at least 1
         * @return this
         * @throws IllegalArgumentException if {@code epochs} is below 1
         */
        public Builder<X> fullEvery(int epochs) {
            return largest(new Cadence.Every(epochs));
        }

        /**
         * Has the largest tier run at every epoch that is better than all before it.
         *
         * @return this
         */
        public Builder<X> fullOnImprovement() {
            return largest(new Cadence.OnImprovement());
        }

        private Builder<X> largest(Cadence cadence) {
            cadenceOfLargest = cadence;
            return this;
        }

        /** Whichever was said first, the tiers or the cadence of the last of them. */
        private List<Tier> tiersInForce() {
            Tier last = tiers.get(tiers.size() - 1);
            Cadence cadence = cadenceOfLargest == null ? last.cadence() : cadenceOfLargest;
            return Stream.concat(tiers.subList(0, tiers.size() - 1).stream(), Stream.of(last.withCadence(cadence)))
                    .toList();
        }

        /**
         * Names the metric by which epochs are compared, without ever stopping; the first of the smallest tier unless
         * set: log_loss, or for numbers mae, or for rankings ndcg@10.
         *
         * @param metric a metric of the smallest tier
         * @return this
         */
        public Builder<X> monitor(String metric) {
            monitor = metric;
            return this;
        }

        /**
         * Stops training once a metric has not improved for some evaluations, by more than chance.
         *
         * @param metric a metric of the smallest tier
         * @param patience how many evaluations in a row may pass without improvement, at least 1
         * @return this
         * @throws IllegalArgumentException if {@code patience} is below 1
         */
        public Builder<X> earlyStopping(String metric, int patience) {
            return stopping(EarlyStopping.of(metric, patience));
        }

        /**
         * Stops training once a metric's plain value has not become better for some epochs, as Keras does.
         *
         * @param metric a metric of the smallest tier
         * @param epochs how many epochs in a row may pass without being better, at least 1
         * @return this
         * @throws IllegalArgumentException if {@code epochs} is below 1
         */
        public Builder<X> patience(String metric, int epochs) {
            return stopping(Patience.of(metric, epochs));
        }

        /**
         * Stops training by a rule, in place of any named before.
         *
         * @param rule when to stop
         * @return this
         */
        public Builder<X> stopping(StoppingRule rule) {
            stopping = rule;
            monitor = rule.monitor();
            return this;
        }

        /**
         * Says how many epochs there will be. Training is told to stop after the last; and {@link EarlyStopping} finds
         * smaller gains when it knows how often it will look.
         *
         * @param epochs at least 1
         * @return this
         * @throws IllegalArgumentException if {@code epochs} is below 1
         */
        public Builder<X> epochBudget(int epochs) {
            if (epochs < 1) {
                throw new IllegalArgumentException("epochs must be at least 1, got " + epochs);
            }
            budget = new Budget(OptionalInt.of(epochs), budget.time());
            return this;
        }

        /**
         * Says how long the run may take, training and evaluation, counted from {@link #build()}. Training is told to
         * stop at the end of the first epoch that is over.
         *
         * @param most above 0
         * @return this
         * @throws IllegalArgumentException if {@code most} is not above 0
         */
        public Builder<X> timeBudget(Duration most) {
            if (most.isNegative() || most.isZero()) {
                throw new IllegalArgumentException("the time budget must be above 0, got " + most);
            }
            budget = new Budget(budget.epochs(), Optional.of(most));
            return this;
        }

        /**
         * Says what a failed evaluation means for training; {@link FailurePolicy#CONTINUE} unless set.
         *
         * @param policy whether to go on
         * @return this
         */
        public Builder<X> onFailure(FailurePolicy policy) {
            onFailure = policy;
            return this;
        }

        /**
         * Has the run's first model that could be evaluated looked at, once, at the end of its epoch. What the check
         * finds is a warning of that epoch; if it fails, that is a warning too, and training goes on. Scores that the
         * trainer brings are no model.
         *
         * @param firstModelCheck the check, such as {@code ServingCheck.of(budget, features)}
         * @return this
         */
        public Builder<X> checkingFirstModel(FirstModelCheck<X> firstModelCheck) {
            check = firstModelCheck;
            return this;
        }

        /**
         * Keeps samples to themselves: their estimates borrow nothing from the last epoch that was scored on all rows,
         * as they do unless this is called.
         *
         * @return this
         */
        public Builder<X> withoutBorrowing() {
            borrows = false;
            return this;
        }

        /**
         * {@return the callback; time for training counts from here}
         *
         * @throws IllegalArgumentException if the smallest tier does not compute the monitored metric, it has no better
         *     end, or a metric of any tier does not exist
         */
        public EpochEvaluator<X> build() {
            return new EpochEvaluator<>(this);
        }

        private EpochPlan plan() {
            // A tier that is due late must not be found to ask for the impossible late.
            tiers.forEach(evaluator::metrics);
            Metric<?> monitored = monitored();
            if (monitored.direction() == Direction.NEITHER) {
                throw new IllegalArgumentException("The monitored metric \"" + monitored.name() + "\" is best between"
                        + " its ends, so no epoch can be said to beat another by it. Monitor another.");
            }
            if (stopping instanceof EarlyStopping && !(monitored instanceof SmoothMetric)) {
                throw new IllegalArgumentException("The error of \"" + monitored.name() + "\" is not known row by row,"
                        + " so early stopping cannot tell gain from noise. Monitor another, or use patience(...), which"
                        + " compares plain values.");
            }
            return new EpochPlan(
                    run, tiersInForce(), monitored, Optional.ofNullable(stopping), budget, onFailure, borrows);
        }

        private Metric<?> monitored() {
            List<Metric<?>> metrics = evaluator.metrics(tiers.get(0));
            return metrics.stream()
                    .filter(metric -> monitor == null || metric.name().equals(monitor))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("The monitored metric \"" + monitor
                            + "\" is not among those of the " + tiers.get(0).name() + " tier: "
                            + String.join(
                                    ", ", metrics.stream().map(Metric::name).toList())
                            + ". Add it to the tier, or monitor one of these."));
        }
    }
}
