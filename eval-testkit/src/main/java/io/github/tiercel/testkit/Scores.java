package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Predictions with the same labels and weights but other scores. */
final class Scores {

    private Scores() {}

    static <P extends Predictions> P times(P predictions, double factor) {
        Kind<P> kind = Kind.of(predictions);
        return kind.withScores(predictions, (plane, row) -> kind.score(predictions, plane, row) * factor);
    }

    static <P extends Predictions> P perfect(P predictions) {
        Kind<P> kind = Kind.of(predictions);
        return kind.withScores(predictions, (plane, row) -> kind.perfectScore(predictions, plane, row));
    }

    /** The number of distinct smaller scores: of all, or of those of the row's query where there are queries. */
    static <P extends Predictions> P ranks(P predictions) {
        Kind<P> kind = Kind.of(predictions);
        int[] groups = kind.comparedWithin(predictions);
        double[][] levels = Arrays.stream(groups)
                .mapToObj(group -> levels(kind, predictions, row -> groups[row] == group))
                .toArray(double[][]::new);
        return kind.withScores(
                predictions,
                (plane, row) -> Arrays.binarySearch(levels[row], kind.score(predictions, plane, row) + 0.0));
    }

    private static <P extends Predictions> double[] levels(Kind<P> kind, P predictions, IntPredicate among) {
        return IntStream.range(0, predictions.rows())
                .filter(among)
                .mapToObj(row -> IntStream.range(0, kind.planes(predictions))
                        .mapToDouble(plane -> kind.score(predictions, plane, row) + 0.0))
                .flatMapToDouble(scores -> scores)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Every second zero of a plane gets the other sign. */
    static <P extends Predictions> P withMixedZeros(P predictions) {
        Kind<P> kind = Kind.of(predictions);
        return kind.withScores(predictions, (plane, row) -> {
            double score = kind.score(predictions, plane, row);
            return score == 0 && (plane + row) % 2 == 0 ? -score : score;
        });
    }
}
