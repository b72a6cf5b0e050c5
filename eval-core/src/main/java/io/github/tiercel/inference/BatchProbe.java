package io.github.tiercel.inference;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.tiercel.data.Features;
import io.github.tiercel.sampling.RowOrder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/**
 * Finds out whether a model scores a row differently beside other rows, by scoring the same rows in two batch sizes:
 * the first {@value #ROWS} of an order together, and each alone.
 *
 * <p>Differences that are no {@linkplain ScoreDifference#isRounding() rounding} count. A model object is tried once,
 * whatever fingerprints it gets, and what was found is kept for as long as it lives. One made by {@link Predictor#of}
 * scores row by row and is not tried, nor is one that is not at hand. Safe for use by several threads: one of them
 * tries a model and the others wait.
 *
 * <pre>{@code
 * boolean variant = probe.tried(features, set.order(), model).stream()
 *         .anyMatch(found -> !found.difference().isRounding());
 * }</pre>
 *
 * @since 0.1
 */
public final class BatchProbe {

    /** So many rows are scored twice; large enough for any quantisation to see several ranges. */
    static final int ROWS = 16;

    /**
     * Without a value for as long as the model is being tried: nothing may be held up by a model but who waits for it.
     */
    private final ConcurrentMap<Object, CompletableFuture<Optional<ScoreDifference>>> trials = Caffeine.newBuilder()
            .weakKeys()
            .executor(Runnable::run)
            .<Object, CompletableFuture<Optional<ScoreDifference>>>build()
            .asMap();

    /**
     * {@return whether the model need not be tried, or cannot be}
     *
     * @param model the model
     */
    public boolean isKnown(Predictor<?> model) {
        return model.isBatchVariant()
                || !model.isAtHand()
                || origin(model) instanceof RowPredictor
                || found(model).isPresent();
    }

    /**
     * {@return whether the model's scores depend on the batch, as far as is known; no, if nothing is}
     *
     * @param model the model
     */
    public boolean isVariant(Predictor<?> model) {
        return model.isBatchVariant()
                || found(model).filter(known -> !known.isRounding()).isPresent();
    }

    private Optional<ScoreDifference> found(Predictor<?> model) {
        CompletableFuture<Optional<ScoreDifference>> trial = trials.get(origin(model));
        return trial == null ? Optional.empty() : trial.getNow(Optional.empty());
    }

    /**
     * Tries a model, unless it was tried.
     *
     * @param features the rows
     * @param order their order
     * @param model the model
     * @param <X> what the model reads of one row
     * @return what this call found; empty if another has tried, or if there is but one row, with no other beside it
     * @throws ModelException if the model fails, or this thread is interrupted while another tries it
     */
    public <X> Optional<Outcome> tried(Features<X> features, RowOrder order, Predictor<X> model) {
        int rows = Math.min(ROWS, order.size());
        return rows > 1
                ? tried(BatchInference.of(features, order, model, rows), rows, origin(model))
                : Optional.empty();
    }

    private Optional<Outcome> tried(BatchInference<?> inference, int rows, Object model) {
        CompletableFuture<Optional<ScoreDifference>> mine = new CompletableFuture<>();
        while (true) {
            CompletableFuture<Optional<ScoreDifference>> other = trials.putIfAbsent(model, mine);
            if (other == null) {
                return Optional.of(new Outcome(2 * rows, lead(mine, inference, rows, model)));
            }
            if (await(other).isPresent()) {
                return Optional.empty();
            }
        }
    }

    /** Whoever waits tries for itself if this fails. */
    private ScoreDifference lead(
            CompletableFuture<Optional<ScoreDifference>> mine, BatchInference<?> inference, int rows, Object model) {
        try {
            ScoreDifference difference = difference(inference, rows);
            mine.complete(Optional.of(difference));
            return difference;
        } finally {
            if (!mine.isDone()) {
                trials.remove(model, mine);
                mine.complete(Optional.empty());
            }
        }
    }

    private static Optional<ScoreDifference> await(CompletableFuture<Optional<ScoreDifference>> other) {
        try {
            return other.get();
        } catch (InterruptedException e) {
            throw ModelException.interrupted("The evaluation was interrupted while a model was tried.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("trials are never completed with a failure", e);
        }
    }

    /**
     * What a trial found.
     *
     * @param rows rows that the model scored for it
     * @param difference how far two scores of a row are apart
     * @since 0.1
     */
    public record Outcome(int rows, ScoreDifference difference) {}

    private static ScoreDifference difference(BatchInference<?> inference, int rows) {
        ScoreBlock together = inference.infer(0, rows);
        ScoreDifference difference = ScoreDifference.NONE;
        for (int row = 0; row < rows; row++) {
            difference = difference.or(ScoreDifference.between(together, inference.infer(row, row + 1)));
        }
        return difference;
    }

    /** The object that scores: another name or another kind of row does not make another model. */
    private static Object origin(Predictor<?> model) {
        return model instanceof DelegatingPredictor<?, ?> same ? origin(same.model()) : model;
    }
}
