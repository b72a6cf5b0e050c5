package io.github.tiercel.training;

import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Candidate;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.result.RaceResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the best of several candidates without asking all of them for all rows: they are compared on 1,024 rows, then
 * on twice as many, and so on up to all; who is worse than the best by more than chance is dropped on the way.
 *
 * <p>At each look all candidates that are in have scores of the same rows, and only the rows added are scored. The best
 * by value is found, and each other one is compared with it, row by row
 * ({@link io.github.tiercel.metrics.compare.PairedComparison}). It is dropped if the upper bound of its gain, {@code d
 * + t(1 - a) se}, is below 0. With J candidates and L looks {@code a = alpha / ((J - 1) L)}, L being known before: how
 * often 1,024 can be doubled until it is all rows.
 *
 * <p><b>A candidate as good as any is dropped with probability alpha at most.</b> To be dropped, it must seem worse, at
 * one of L looks, than one of J - 1 others, whichever was the best by value then. As it is not worse than any, each of
 * these (J - 1) L events has probability a, and all of them together have alpha at most, however they depend on each
 * other (Bonferroni). So where several are best, one of them is left with probability 1 - alpha at least; models with
 * equal scores never part. The bounds are those of large samples, and of the world that the rows came from.
 *
 * <p>The race ends when at most as many are left as may survive, or when all rows were seen: then those left cannot be
 * told apart, and are ranked by value. With a row budget, only as many of the best go on as there are rows for; the
 * others are cut, which the result says. It ends undecided when there are too few rows even for one more than may
 * survive. A model that fails is out, and the race goes on.
 *
 * <p>The winner was chosen on these rows, so its value there is a little optimistic. Immutable, and safe for use by
 * several threads. Equal arguments give equal results; what the store holds already changes nothing but
 * {@link RaceResult#inference()}. Give models a fingerprint: the scores of one without are checked at every look, on
 * one to three batches. Cost beside inference: a sort or a pass over the rows for each candidate and look.
 *
 * <p>Source: O. Maron and A. W. Moore, "Hoeffding races", NIPS 6 (1993), for the race.
 *
 * <pre>{@code
 * RaceResult race = Race.of(evaluator, "log_loss").rowBudget(200_000).run(candidates);
 * System.out.println(race.winner());
 * }</pre>
 *
 * @param <X> what the models read of one row
 * @since 0.1
 */
public final class Race<X> {

    /** The probability of dropping a candidate as good as any, unless another one is named. */
    public static final double DEFAULT_ALPHA = 0.05;

    private final Evaluator evaluator;
    private final Optional<ModelEvaluator<X>> models;
    private final RaceMetric<?> metric;
    private final RaceRule rule;

    private Race(Evaluator evaluator, Optional<ModelEvaluator<X>> models, RaceMetric<?> metric, RaceRule rule) {
        this.evaluator = evaluator;
        this.models = models;
        this.metric = metric;
        this.rule = rule;
    }

    /**
     * {@return a race of models for one survivor, at alpha 0.05, without a budget}
     *
     * @param evaluator asks the models
     * @param metric the name of a metric with influence values, such as log_loss or roc_auc
     * @param <X> what the models read of one row
     * @throws IllegalArgumentException if the metric does not exist, has no better end, or no error row by row
     */
    public static <X> Race<X> of(ModelEvaluator<X> evaluator, String metric) {
        return of(evaluator.evaluator(), Optional.of(evaluator), metric);
    }

    /**
     * {@return a race of scores that are there already, for one survivor, at alpha 0.05, without a budget}
     *
     * @param evaluator evaluates the scores
     * @param metric the name of a metric with influence values, such as log_loss or roc_auc
     * @throws IllegalArgumentException if the metric does not exist, has no better end, or no error row by row
     */
    public static Race<Void> ofScores(Evaluator evaluator, String metric) {
        return of(evaluator, Optional.empty(), metric);
    }

    private static <X> Race<X> of(Evaluator evaluator, Optional<ModelEvaluator<X>> models, String metric) {
        return new Race<>(
                evaluator,
                models,
                RaceMetric.of(evaluator.metric(metric)),
                new RaceRule(DEFAULT_ALPHA, 1, OptionalLong.empty()));
    }

    /**
     * {@return the race with another probability of dropping a candidate as good as any}
     *
     * @param value in (0, 0.5)
     * @throws IllegalArgumentException if it is not
     */
    public Race<X> alpha(double value) {
        return with(new RaceRule(value, rule.survivors(), rule.budget()));
    }

    /**
     * {@return the race that ends as soon as at most so many are left}
     *
     * @param most at least 1
     * @throws IllegalArgumentException if it is below 1
     */
    public Race<X> survivors(int most) {
        return with(new RaceRule(rule.alpha(), most, rule.budget()));
    }

    /**
     * {@return the race with a limit to the rows that candidates score in all, be they in the store already or not}
     *
     * @param rows at least 1
     * @throws IllegalArgumentException if it is below 1
     */
    public Race<X> rowBudget(long rows) {
        return with(new RaceRule(rule.alpha(), rule.survivors(), OptionalLong.of(rows)));
    }

    private Race<X> with(RaceRule other) {
        return new Race<>(evaluator, models, metric, other);
    }

    /**
     * {@return what a race of models finds}
     *
     * @param candidates at least two, and more than may survive, with distinct names
     * @throws IllegalArgumentException if these are too few, names repeat, or the budget is too small for the first
     *     look
     * @throws io.github.tiercel.inference.ModelException if all models fail, or the thread is interrupted
     * @throws IllegalStateException if this race was made for scores only
     */
    public RaceResult run(List<Candidate<X>> candidates) {
        ModelEvaluator<X> asked = models.orElseThrow(() ->
                new IllegalStateException("This race was made for scores. Make it with of(modelEvaluator, metric)."));
        return race(candidates.stream()
                .map(candidate -> new Runner(candidate.name(), tier -> asked.scores(tier, candidate)))
                .toList());
    }

    /**
     * {@return what a race of scores finds; they need not be scored again, but the result says how many would do}
     *
     * @param candidates scores of all rows of at least two models, and of more than may survive, with distinct names
     * @throws IllegalArgumentException if these are too few, names repeat, or the budget is too small for the first
     *     look
     * @throws io.github.tiercel.inference.ModelException if none has a value of the metric
     */
    public RaceResult runScores(List<Scores> candidates) {
        return race(candidates.stream()
                .map(scores -> new Runner(scores.model(), tier -> evaluator.scores(tier, scores)))
                .toList());
    }

    private RaceResult race(List<Runner> runners) {
        List<String> names = runners.stream().map(Runner::model).toList();
        if (names.size() < 2 || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "candidates must be at least two models with distinct names, got " + names);
        }
        if (rule.survivors() >= names.size()) {
            throw new IllegalArgumentException("survivors must be fewer than the candidates, but is " + rule.survivors()
                    + " for " + names.size() + " candidates");
        }
        RaceSteps steps = new RaceSteps(evaluator.set().order());
        requireFirstLook(steps.rows(0), names.size());
        return new RaceLoop(metric, rule, steps, runners).run();
    }

    private void requireFirstLook(int rows, int candidates) {
        long least = (long) rows * candidates;
        if (rule.budget().orElse(least) < least) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the row budget must be at least %,d, which is %,d rows for each of %d candidates, got %,d",
                    least,
                    rows,
                    candidates,
                    rule.budget().getAsLong()));
        }
    }
}
