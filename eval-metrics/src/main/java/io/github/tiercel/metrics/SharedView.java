package io.github.tiercel.metrics;

import java.util.function.Function;

/**
 * What several metrics make of predictions before they measure, such as a confusion table or a sort, and how it is
 * made: predictions make it once and keep it while memory lasts.
 *
 * <p>Held in a private constant of the class that makes the view: each object is a view of its own, so that nobody else
 * can give predictions another one in its place. Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * private static final SharedView<RankingPredictions, Queries> VIEW = new SharedView<>(Queries::sort);
 *
 * static Queries of(RankingPredictions predictions) {
 *     return predictions.shared(VIEW);
 * }
 * }</pre>
 *
 * @param <P> the predictions it is made of
 * @param <V> an immutable type
 * @since 0.1
 */
public final class SharedView<P extends Predictions, V> {

    private final Function<? super P, V> make;

    /**
     * Takes what makes the view.
     *
     * @param make a pure function; of two threads that ask at once, both may call it
     */
    public SharedView(Function<? super P, V> make) {
        this.make = make;
    }

    V of(P predictions) {
        return make.apply(predictions);
    }
}
