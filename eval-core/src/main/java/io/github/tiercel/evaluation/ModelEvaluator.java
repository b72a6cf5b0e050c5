package io.github.tiercel.evaluation;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.BatchSize;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.SamplePlan;
import io.github.tiercel.store.PredictionStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates models on one evaluation set, in tiers, asking each model for the score of a row once.
 *
 * <p>Scores are kept in a {@link PredictionStore}: the full tier after the fast one infers the missing rows only, and
 * so does another process with the same store. Labels, weights, slices, metrics and gates play no part in what is kept,
 * so a change of these costs no inference. Where the store knows the rows already, in whatever order of labels they
 * were first seen, the order of that time stays in force.
 *
 * <p>A model is asked on the calling thread, in batches of 1,024 rows unless set, and on more threads only if it allows
 * them.
 *
 * <p>Safe for use by several threads; requests for the same model wait for each other and share the work.
 *
 * <pre>{@code
 * try (PredictionStore store = PredictionStore.open(Path.of(".tiercel/store"))) {
 *   ModelEvaluator<double[]> evaluator = Evaluator.of(set)
 *           .judgedBy(gates)
 *           .features(Features.of(rows))
 *           .store(store)
 *           .build();
 *   EvaluationResult result = evaluator.full(Candidate.of("new", model), Candidate.of("old", production));
 * }
 * }</pre>
 *
 * @param <X> what models read of one row
 * @since 0.1
 */
public final class ModelEvaluator<X> {

    private final Evaluator evaluator;
    private final StoredInference<X> inference;

    private ModelEvaluator(Evaluator evaluator, StoredInference<X> inference) {
        this.evaluator = evaluator;
        this.inference = inference;
    }

    /** {@return the evaluator of scores that this one hands scores to, on the same rows in the same order} */
    public Evaluator evaluator() {
        return evaluator;
    }

    /**
     * {@return what the fast tier finds}
     *
     * @param name the model's name, as results show it
     * @param predictor the model
     * @throws ModelException if the model fails
     */
    public EvaluationResult fast(String name, Predictor<X> predictor) {
        return evaluate(Tier.fast(), List.of(Candidate.of(name, predictor)), Optional.empty());
    }

    /**
     * {@return what the full tier finds}
     *
     * @param name the model's name, as results show it
     * @param predictor the model
     * @throws ModelException if the model fails
     */
    public EvaluationResult full(String name, Predictor<X> predictor) {
        return evaluate(Tier.full(), List.of(Candidate.of(name, predictor)), Optional.empty());
    }

    /**
     * {@return what the full tier finds, compared row by row with a baseline}
     *
     * @param candidate the model
     * @param baseline the model to compare with
     * @throws ModelException if a model fails
     */
    public EvaluationResult full(Candidate<X> candidate, Candidate<X> baseline) {
        return evaluate(Tier.full(), List.of(candidate), Optional.of(baseline));
    }

    /**
     * {@return what a tier finds about one or several models on the same rows}
     *
     * @param tier how thoroughly to evaluate
     * @param candidates at least one model, with distinct names; gates apply to each
     * @param baseline the model to compare each candidate with
     * @throws IllegalArgumentException if a metric, slice column, output or baseline that is asked for does not exist,
     *     names repeat, or bootstrap intervals are asked of a sample
     * @throws ModelException if a model fails
     */
    public EvaluationResult evaluate(Tier tier, List<Candidate<X>> candidates, Optional<Candidate<X>> baseline) {
        return evaluator.evaluate(tier, sources(candidates, baseline));
    }

    /**
     * {@return a model's scores for the rows of a tier, to be evaluated or compared by {@link #evaluator()}}
     *
     * @param tier names the rows
     * @param candidate the model
     * @throws IllegalArgumentException if the model's outputs are not what the labels need
     * @throws ModelException if the model fails
     */
    public TierScores scores(Tier tier, Candidate<X> candidate) {
        return evaluator.scores(tier, candidate.scores(inference));
    }

    /**
     * {@return how many rows it takes to know the metrics of a tier to within a half-width, as {@link Evaluator#plan}
     * has it; the rows of the pilot are inferred, and kept}
     *
     * @param pilot which rows to plan from, and which metrics
     * @param halfWidth the wanted half-width of the interval for the value on all rows, above 0
     * @param candidates at least one model, with distinct names
     * @param baseline the model to plan the differences to each candidate for
     * @throws IllegalArgumentException if {@code halfWidth} is not above 0, a metric does not exist, or names repeat
     * @throws ModelException if a model fails
     */
    public SamplePlan plan(
            Tier pilot, double halfWidth, List<Candidate<X>> candidates, Optional<Candidate<X>> baseline) {
        return evaluator.plan(pilot, halfWidth, sources(candidates, baseline));
    }

    private Sources sources(List<Candidate<X>> candidates, Optional<Candidate<X>> baseline) {
        List<ScoreSource> sources = candidates.stream()
                .map(candidate -> candidate.scores(inference))
                .toList();
        return new Sources(sources, baseline.map(candidate -> candidate.scores(inference)));
    }

    /** Waits until all scores inferred so far are in the store, or could not be written. */
    public void flush() {
        inference.flush();
    }

    /**
     * Collects options. Not safe for use by several threads.
     *
     * @param <X> what models read of one row
     * @since 0.1
     */
    public static final class Builder<X> {

        private final Evaluator.Builder evaluator;
        private final Features<X> features;
        private @Nullable PredictionStore store;
        private BatchSize batchSize = BatchSize.of(BatchInference.DEFAULT_BATCH_ROWS);
        private Optional<String> output = Optional.empty();
        private EvaluationListener listener = event -> {};

        Builder(Evaluator.Builder evaluator, Features<X> features) {
            if (features.rows() != evaluator.set().rows()) {
                throw new DataException(
                        "LENGTH_MISMATCH",
                        String.format(
                                Locale.ROOT,
                                "Got %,d labels but %,d rows of features. Each row needs one of both, in the same order.",
                                evaluator.set().rows(),
                                features.rows()));
            }
            this.evaluator = evaluator;
            this.features = features;
        }

        /**
         * Names the store that keeps predictions; one in memory unless set.
         *
         * @param value a store, which the caller closes when the last evaluation is done; what it holds is on disk then
         * @return this
         */
        public Builder<X> store(PredictionStore value) {
            store = value;
            return this;
        }

        /**
         * Sets how many rows a model gets in one call; 1024 unless set.
         *
         * @param rows at least 1
         * @return this
         * @throws IllegalArgumentException if {@code rows} is below 1
         */
        public Builder<X> batchRows(int rows) {
            return batchSize(BatchSize.of(rows));
        }

        /**
         * Sets how many rows a model gets in one call, or that the fastest number is to be found; 1024 unless set.
         *
         * @param value the size
         * @return this
         */
        public Builder<X> batchSize(BatchSize value) {
            batchSize = value;
            return this;
        }

        /**
         * Names the output of the models that is the score of the positive class. Unless set, it is the only output, or
         * the one called as the labels call the positive class.
         *
         * @param name an output of each model
         * @return this
         */
        public Builder<X> output(String name) {
            output = Optional.of(name);
            return this;
        }

        /**
         * Names who is told what the store does; nobody unless set.
         *
         * @param value safe for use by several threads
         * @return this
         */
        public Builder<X> listener(EvaluationListener value) {
            listener = value;
            return this;
        }

        /**
         * {@return the evaluator}
         *
         * @throws IllegalArgumentException if the options of the evaluator contradict each other
         * @throws io.github.tiercel.data.DataException if there is not one row of features for each row of the set
         */
        public ModelEvaluator<X> build() {
            PredictionStore kept = store == null ? PredictionStore.inMemory() : store;
            EvaluationSet frozen = kept.frozen(evaluator.set(), features);
            return new ModelEvaluator<>(
                    evaluator.on(frozen), new StoredInference<>(frozen, features, kept, batchSize, output, listener));
        }
    }
}
