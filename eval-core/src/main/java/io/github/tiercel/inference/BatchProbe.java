package io.github.tiercel.inference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.tiercel.data.Features;
import io.github.tiercel.sampling.RowOrder;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

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

    private final Cache<Object, ScoreDifference> found =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    /**
     * {@return whether the model need not be tried, or cannot be}
     *
     * @param model the model
     */
    public boolean isKnown(Predictor<?> model) {
        return model.isBatchVariant()
                || !model.isAtHand()
                || origin(model) instanceof RowPredictor
                || found.getIfPresent(origin(model)) != null;
    }

    /**
     * {@return whether the model's scores depend on the batch, as far as is known; no, if nothing is}
     *
     * @param model the model
     */
    public boolean isVariant(Predictor<?> model) {
        ScoreDifference known = found.getIfPresent(origin(model));
        return model.isBatchVariant() || (known != null && !known.isRounding());
    }

    /**
     * Tries a model, unless it was tried.
     *
     * @param features the rows
     * @param order their order
     * @param model the model
     * @param <X> what the model reads of one row
     * @return what this call found; empty if another has tried, or if there is but one row, with no other beside it
     * @throws ModelException if the model fails
     */
    public <X> Optional<Outcome> tried(Features<X> features, RowOrder order, Predictor<X> model) {
        int rows = Math.min(ROWS, order.size());
        AtomicReference<Optional<Outcome>> own = new AtomicReference<>(Optional.empty());
        if (rows > 1) {
            found.get(origin(model), untried -> {
                ScoreDifference difference = difference(BatchInference.of(features, order, model, rows), rows);
                own.set(Optional.of(new Outcome(2 * rows, difference)));
                return difference;
            });
        }
        return own.get();
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
        if (model instanceof IdentifiedPredictor<?> identified) {
            return origin(identified.model());
        }
        return model instanceof PreparingPredictor<?, ?> preparing ? origin(preparing.model()) : model;
    }
}
