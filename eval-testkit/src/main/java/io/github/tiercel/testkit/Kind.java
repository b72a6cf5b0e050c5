package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;

/** What the laws must know of one kind of predictions: the only place where the four kinds differ. */
interface Kind<P extends Predictions> {

    /** A score for each plane and row; a row of most kinds has one score, in plane 0. */
    interface Plane {
        double at(int plane, int row);
    }

    /** {@return all kinds} */
    static List<Kind<?>> all() {
        return List.of(new BinaryKind(), new MulticlassKind(), new RegressionKind(), new RankingKind());
    }

    @SuppressWarnings("unchecked") // a kind is found by the class of P
    static <P extends Predictions> Kind<P> of(P predictions) {
        return (Kind<P>) all().stream()
                .filter(kind -> kind.type().isInstance(predictions))
                .findFirst()
                .orElseThrow();
    }

    Class<P> type();

    /** Any valid predictions of this kind. */
    Arbitrary<P> any();

    /** How many scores a row has. */
    default int planes(P predictions) {
        return 1;
    }

    double score(P predictions, int plane, int row);

    /** The same labels and weights with other scores. */
    P withScores(P predictions, Plane scores);

    /** The score of a row in predictions that could not be better. */
    double perfectScore(P predictions, int plane, int row);

    /** The same scores with labels turned round, where labels have an order. */
    default Optional<P> withLabelsReversed(P predictions) {
        return Optional.empty();
    }

    /** Whether a metric that needs probabilities may have a value; kinds without the notion never stand in its way. */
    default boolean areProbabilities(P predictions) {
        return true;
    }

    /** Whether several rows may be one unit. */
    default boolean hasUnits() {
        return false;
    }

    /** For each row the number of its unit: rows of one unit stand or fall together. */
    default int[] units(P predictions) {
        return IntStream.range(0, predictions.rows()).toArray();
    }

    /** For each row the number of the rows that its scores are compared with. */
    default int[] comparedWithin(P predictions) {
        return new int[predictions.rows()];
    }

    /** The same rows in other units; rows that are units of their own stay so. */
    default P withUnits(P predictions, int[] units) {
        return predictions;
    }

    /** A row without its weight, for people. */
    String describe(P predictions, int row);
}
