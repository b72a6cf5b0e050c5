package io.github.tiercel.inference;

import io.github.tiercel.data.Batch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;

/**
 * A model that scores rows.
 *
 * <p>A lambda is enough for a first try:
 *
 * <pre>{@code
 * Predictor<double[]> model = Predictor.of(row -> network.probability(row));
 * }</pre>
 *
 * <p>A class says more: that it scores a batch at once, that threads may share it, and which model it is, so that its
 * scores outlive the process:
 *
 * <pre>{@code
 * record Network(Weights weights) implements Predictor<double[]> {
 *   public void predict(Batch<double[]> batch, ScoreSink scores) {
 *     for (int i = 0; i < batch.size(); i++) scores.score(i, weights.probability(batch.row(i)));
 *   }
 *   public Outputs outputs() { return Outputs.of("late"); }
 *   public Optional<ModelFingerprint> fingerprint() { return Optional.of(ModelFingerprint.of(weights.sha256())); }
 *   public int concurrency() { return 4; }
 * }
 * }</pre>
 *
 * <p>A score is any number but NaN. Metrics of ranks, such as ROC AUC, take it as it is; those of probabilities and of
 * decisions, such as log-loss, are undefined where a score is outside [0, 1].
 *
 * <p>The score of a row must depend on the row alone, unless {@link #isBatchVariant()} says that it depends on the
 * batch as well. Without a {@link #fingerprint()} scores are kept in memory only, for as long as the model itself is,
 * and a few rows are scored again at every use, to see whether it was trained since.
 *
 * @param <X> what the model reads of one row
 * @since 0.1
 */
public interface Predictor<X> {

    /**
     * Scores a batch. Called by at most {@link #concurrency()} threads at a time; with one, by the thread that asked
     * for the evaluation.
     *
     * @param batch the rows; not to be kept after the call
     * @param scores takes every output of every row exactly once
     * @throws Exception if the model fails; the evaluation then ends with a {@link ModelException} that names the rows.
     *     A {@code ModelException} of the model's own stands as it is
     */
    void predict(Batch<X> batch, ScoreSink scores) throws Exception;

    /** {@return what the model gives for each row; always the same} */
    Outputs outputs();

    /** {@return what tells this model from every other; empty if nothing does} */
    default Optional<ModelFingerprint> fingerprint() {
        return Optional.empty();
    }

    /** {@return how many threads may call the model at a time, at least 1; more than 64 never do} */
    default int concurrency() {
        return 1;
    }

    /**
     * {@return whether a row's score is known to depend on the other rows of its batch, as with dynamic quantisation;
     * the batch size then belongs to what scores are kept under. A model that does not know is tried, see
     * {@link BatchProbe}}
     */
    default boolean isBatchVariant() {
        return false;
    }

    /**
     * {@return for each column of which the model knows some categories and no others what these are; rows with others
     * are then warned of by a store, and a column of nothing else is an error}
     */
    default List<KnownCategories<X>> categories() {
        return List.of();
    }

    /** {@return whether the model can score rows; if not, see {@link #absent}, only its stored scores can be used} */
    default boolean isAtHand() {
        return true;
    }

    /**
     * {@return a model that is not at hand, whose stored scores can be evaluated all the same: with other labels,
     * slices, weights or metrics, or as a baseline. Results then say that the scores were not checked again}
     *
     * @param fingerprint the one under which the scores were stored
     * @param outputs what the model gave, in its precision
     * @param <X> what the model read of one row
     */
    static <X> Predictor<X> absent(ModelFingerprint fingerprint, Outputs outputs) {
        return new AbsentPredictor<>(fingerprint, outputs);
    }

    /**
     * {@return a model with one output and no fingerprint, from a function that scores one row}
     *
     * @param model the function; called by one thread at a time
     * @param <X> what the model reads of one row
     */
    static <X> Predictor<X> of(ToDoubleFunction<? super X> model) {
        return new RowPredictor<>(model);
    }

    /**
     * {@return this model under a fingerprint, so that its scores may be kept on disk}
     *
     * @param fingerprint tells this model from every other
     */
    default Predictor<X> withFingerprint(ModelFingerprint fingerprint) {
        return new IdentifiedPredictor<>(this, fingerprint);
    }

    /**
     * {@return this model for rows of another type. The fingerprint stays: name the preparation in it, see
     * {@link ModelFingerprint#withTransform}}
     *
     * @param preparation makes of a row what this model reads
     * @param <W> the other type
     */
    default <W> Predictor<W> on(Function<? super W, ? extends X> preparation) {
        return new PreparingPredictor<>(this, preparation);
    }

    /**
     * {@return this model, telling how far it is}
     *
     * @param watcher is told the rows of each batch once they are scored, on the thread that scored them; what it
     *     throws is taken for the model's own
     */
    default Predictor<X> watchedBy(IntConsumer watcher) {
        return new WatchedPredictor<>(this, watcher);
    }
}
