package io.github.tiercel.xgboost;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.training.EpochEvaluator;
import io.github.tiercel.training.EpochResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the rounds of a boosting run in milliseconds, however many there were before.
 *
 * <pre>{@code
 * try (var epochs = EpochEvaluator.ofScores(evaluator, "run-42").earlyStopping("log_loss", 10).build();
 *     var rounds = XgboostRounds.of(evaluator, epochs, Features.of(holdoutRows)).build()) {
 *   Booster booster = rounds.train(training, parameters, 500, 1);
 *   System.out.println(epochs.bestEpoch() + " " + rounds.best().model().metrics());
 * }
 * }</pre>
 *
 * <p><b>How.</b> XGBoost remembers what the trees so far gave for a matrix and adds new trees only, as long as it is
 * the same matrix. One with the rows of the smallest tier is kept here, and from the first time that all rows are
 * needed one with these. Scores are handed to {@link EpochEvaluator#onEpochEnd(int, double[])}; they are those of a
 * full prediction to the last bit. A round's epoch is its number, from 1; {@code fullEvery} and patience count
 * evaluations.
 *
 * <p><b>The best round</b> is still in the booster when training ends: its first rounds. {@link #best()} scores all
 * rows with these. {@link XgboostPredictor#firstRounds} gives the same model for other uses.
 *
 * <p><b>Cost.</b> Each evaluation takes time proportional to the rows scored and the trees grown since they were last
 * scored. Rows are held once more outside of the Java heap, four bytes a feature, until {@link #close()}.
 *
 * <p>For one training loop, hence one thread. A booster given here must not be disposed before {@link #best()} was
 * called: XGBoost would end the process.
 *
 * @since 0.1
 */
public final class XgboostRounds implements AutoCloseable {

    private final Evaluator evaluator;
    private final EpochEvaluator<?> epochs;
    private final Tier largest;
    private final boolean everyRow;
    private final HoldOut rows;
    private @Nullable BestRound best;
    private boolean closed;

    private XgboostRounds(Builder builder) {
        this.evaluator = builder.evaluator;
        this.epochs = builder.epochs;
        this.largest = builder.largest;
        this.rows = new HoldOut(builder.source, epochs.rows(builder.smallest));
        this.everyRow = builder.everyRow || !rows.isSampled();
    }

    /**
     * {@return a builder for rows of doubles: one number for each feature, NaN where missing, in the order of training}
     *
     * @param evaluator the one that the callback was built with
     * @param epochs takes the scores; stays open
     * @param rows one for each row of the evaluation set, in its order
     * @throws IllegalArgumentException if there are more or fewer rows
     */
    public static Builder of(Evaluator evaluator, EpochEvaluator<?> epochs, Features<double[]> rows) {
        return new Builder(evaluator, epochs, new RowSource<>(rows, RowReader::doubles));
    }

    /**
     * {@return a builder for rows of floats: one number for each feature, NaN where missing, in the order of training}
     *
     * @param evaluator the one that the callback was built with
     * @param epochs takes the scores; stays open
     * @param rows one for each row of the evaluation set, in its order
     * @throws IllegalArgumentException if there are more or fewer rows
     */
    public static Builder ofFloats(Evaluator evaluator, EpochEvaluator<?> epochs, Features<float[]> rows) {
        return new Builder(evaluator, epochs, new RowSource<>(rows, RowReader::floats));
    }

    /**
     * {@return a builder for columns of numbers, which are found as in {@link XgboostPredictor#ofColumns}}
     *
     * @param evaluator the one that the callback was built with
     * @param epochs takes the scores; stays open
     * @param rows one for each row of the evaluation set, in its order
     * @throws IllegalArgumentException if there are more or fewer rows
     */
    public static Builder ofColumns(Evaluator evaluator, EpochEvaluator<?> epochs, Features<FeatureRow> rows) {
        return new Builder(evaluator, epochs, new RowSource<>(rows, RowReader::columns));
    }

    /**
     * Trains a booster, as {@link XGBoost#train} does, until the last round or until the callback says to stop.
     *
     * @param training the rows to train on
     * @param parameters XGBoost's; {@code nthread} is best 1 on a machine that others use
     * @param number the most rounds, at least 1
     * @param every how many rounds from one evaluation to the next, at least 1; the last round is evaluated too
     * @return the booster with all rounds that were trained
     * @throws IllegalArgumentException if {@code number} or {@code every} is less than 1; and as {@link #onRoundEnd}
     * @throws ModelException as {@link #onRoundEnd}
     * @throws XGBoostError if XGBoost fails
     */
    public Booster train(DMatrix training, Map<String, Object> parameters, int number, int every) throws XGBoostError {
        return train(training, parameters, number, every, result -> {});
    }

    /**
     * Trains a booster, and shows what was found as it is found.
     *
     * @param training the rows to train on
     * @param parameters XGBoost's; {@code nthread} is best 1 on a machine that others use
     * @param number the most rounds, at least 1
     * @param every how many rounds from one evaluation to the next, at least 1; the last round is evaluated too
     * @param listener gets each result. What it throws ends the training and reaches the caller as it is
     * @return the booster with all rounds that were trained
     * @throws IllegalArgumentException if {@code number} or {@code every} is less than 1; and as {@link #onRoundEnd}
     * @throws ModelException as {@link #onRoundEnd}
     * @throws XGBoostError if XGBoost fails
     */
    public Booster train(
            DMatrix training,
            Map<String, Object> parameters,
            int number,
            int every,
            Consumer<? super EpochResult> listener)
            throws XGBoostError {
        requireOpen();
        requirePositive("number", number);
        requirePositive("every", every);
        Booster booster = XGBoost.train(training, parameters, 1, Map.of(), null, null);
        for (int round = 1; !isOver(booster, round, number, every, listener); round++) {
            booster.update(training, round);
        }
        return booster;
    }

    private boolean isOver(Booster booster, int round, int number, int every, Consumer<? super EpochResult> listener)
            throws XGBoostError {
        boolean isLast = round == number;
        if (!isLast && round % every != 0) {
            return false;
        }
        EpochResult result = onRoundEnd(booster);
        listener.accept(result);
        return isLast || result.shouldStop();
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }

    /**
     * Evaluates a booster as it is now, in a loop of one's own.
     *
     * @param booster trained for at least one round; the same one every time, or no round costs milliseconds
     * @return what was found, and whether to stop
     * @throws IllegalArgumentException if the booster does not give one score for each class of the set, or one in all
     *     if it has no classes
     * @throws ModelException if a row has not as many features as the booster reads, or one that is infinite as a float
     * @throws DataException at the first round, if the callback's smallest tier is not the one
     *     {@linkplain Builder#tiers named} here
     * @throws IllegalStateException if this is closed
     * @throws XGBoostError if XGBoost fails
     */
    public EpochResult onRoundEnd(Booster booster) throws XGBoostError {
        requireOpen();
        int round = booster.getNumBoostedRound();
        boolean whole = everyRow || epochs.needsAllRows();
        float[][] scores = whole ? rows.all(booster, 0) : rows.sample(booster, 0);
        EpochResult result = epochs.onEpochEnd(round, planes(scores));
        if (result.isBest()) {
            best = whole ? null : new BestRound(booster, round, scores);
        }
        return result;
    }

    /**
     * {@return what was found about the best round, by the largest tier, with the history of the run}
     *
     * <p>If that tier was not due at that round, all rows are scored now by the booster's first rounds. If these are
     * not what they were then, because the booster is no {@code gbtree}, the result is that of
     * {@link EpochEvaluator#best()}, and a warning says so.
     *
     * @throws IllegalStateException if no round had a value of the monitored metric, or this is closed
     * @throws XGBoostError if XGBoost fails
     */
    public EvaluationResult best() throws XGBoostError {
        requireOpen();
        EvaluationResult known = epochs.best();
        BestRound then = best;
        if (then == null || known.model().tier().equals(largest.name())) {
            return known;
        }
        if (!epochs.bestEpoch().equals(Optional.of(then.round())) || !then.stands(rows)) {
            return known.withModels(List.of(known.model().withNotices(List.of(gone(then)))));
        }
        Scores scores = scores(known.model().model(), planes(then.all(rows)));
        return evaluator.evaluate(largest, List.of(scores), Optional.empty()).withHistory(epochs.history());
    }

    private Notice gone(BestRound then) {
        return new Notice(
                "TIER_LEFT_OUT",
                "The " + largest.name() + " tier was not due at round " + then.round() + ", and the booster's first "
                        + then.round() + " rounds no longer give what they gave then: a dart or gblinear booster"
                        + " changes with every round. Have every row scored (everyRow()).");
    }

    private Scores scores(String model, double[][] planes) {
        List<String> classes = evaluator.set().classes();
        return classes.isEmpty() ? Scores.wrap(model, planes[0]) : Scores.ofClasses(model, classes, planes);
    }

    /** One array a score of a row, of which there must be as many as the set has classes. */
    private double[][] planes(float[][] scores) {
        int wanted = Math.max(1, evaluator.set().classes().size());
        int given = scores[0].length;
        if (given != wanted) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The booster gives %,d scores for a row, but the set is of %s, which takes %,d. Train with"
                            + " multi:softprob for classes, with binary:logistic for yes or no, or with a regression"
                            + " for numbers.",
                    given,
                    evaluator.set().task().name().toLowerCase(Locale.ROOT),
                    wanted));
        }
        double[][] planes = new double[given][scores.length];
        for (int row = 0; row < scores.length; row++) {
            for (int output = 0; output < given; output++) {
                planes[output][row] = scores[row][output];
            }
        }
        return planes;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("These rounds are closed, and XGBoost's copy of the rows is gone. Evaluate"
                    + " XgboostPredictor.of(booster) instead.");
        }
    }

    /** Frees XGBoost's copy of the rows. The callback stays open, and so do boosters. */
    @Override
    public void close() {
        closed = true;
        best = null;
        rows.close();
    }

    /**
     * Collects options. Not safe for use by several threads.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final Evaluator evaluator;
        private final EpochEvaluator<?> epochs;
        private final RowSource<?> source;
        private Tier smallest = Tier.fast();
        private Tier largest = Tier.full();
        private boolean everyRow;

        private Builder(Evaluator evaluator, EpochEvaluator<?> epochs, RowSource<?> source) {
            int given = source.features().rows();
            int wanted = evaluator.set().rows();
            if (given != wanted) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "rows must be those of the evaluation set, %,d, got %,d", wanted, given));
            }
            this.evaluator = evaluator;
            this.epochs = epochs;
            this.source = source;
        }

        /**
         * Names the tiers if the callback has others than {@link Tier#fast()} and {@link Tier#full()}.
         *
         * @param first the callback's smallest: its rows are scored at every evaluation
         * @param last the callback's largest: what {@link #best()} evaluates
         * @return this
         */
        public Builder tiers(Tier first, Tier last) {
            smallest = first;
            largest = last;
            return this;
        }

        /**
         * Has all rows scored at every evaluation, so that any tier can run at any time, as {@code fullOnImprovement}
         * needs. Where rows are few this costs little; the smallest tier still takes no more rows than it does.
         *
         * @return this
         */
        public Builder everyRow() {
            everyRow = true;
            return this;
        }

        /** {@return the evaluation of rounds, to be closed} */
        public XgboostRounds build() {
            return new XgboostRounds(this);
        }
    }
}
