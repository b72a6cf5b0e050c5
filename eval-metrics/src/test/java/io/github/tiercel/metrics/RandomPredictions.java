package io.github.tiercel.metrics;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random binary predictions: 0 to 30 rows with tied, infinite or zero scores, rare or missing classes, and weights that
 * are none, whole with zeros, or fractional.
 */
public final class RandomPredictions {

    private static final int MOST_ROWS = 30;

    private static final Arbitrary<Double> FEW_LEVELS =
            Arbitraries.integers().between(0, 4).map(level -> level / 4.0);
    private static final Arbitrary<Double> PERCENTS =
            Arbitraries.integers().between(0, 100).map(percent -> percent / 100.0);
    private static final Arbitrary<Double> UNIT_INTERVAL =
            Arbitraries.doubles().between(0, 1).ofScale(9);
    private static final Arbitrary<Double> LOGITS =
            Arbitraries.integers().between(-40, 40).map(quarter -> quarter / 4.0);
    private static final Arbitrary<Double> EXTREMES = Arbitraries.of(
            Double.NEGATIVE_INFINITY, -1e200, -1.0, -0.0, 0.0, 1e-200, 0.5, 1.0, 1e200, Double.POSITIVE_INFINITY);

    private static final List<Arbitrary<Boolean>> LABELS =
            List.of(sometimes(1, 1), sometimes(1, 9), sometimes(9, 1), Arbitraries.just(false), Arbitraries.just(true));

    private static final Arbitrary<Double> WHOLE_WEIGHTS =
            Arbitraries.integers().between(0, 3).map(Integer::doubleValue);
    private static final Arbitrary<Double> FRACTIONAL_WEIGHTS =
            Arbitraries.integers().between(10, 1000).map(hundredth -> hundredth / 100.0);

    private static final List<Optional<Arbitrary<Double>>> WEIGHTS =
            List.of(Optional.empty(), Optional.of(WHOLE_WEIGHTS), Optional.of(FRACTIONAL_WEIGHTS));

    private RandomPredictions() {}

    /** {@return any valid predictions: scores may be probabilities or not, classes and rows may be missing} */
    public static Arbitrary<BinaryPredictions> any() {
        return of(List.of(FEW_LEVELS, PERCENTS, UNIT_INTERVAL, LOGITS, EXTREMES));
    }

    /** {@return predictions whose scores lie in [0, 1]; classes and rows may be missing} */
    public static Arbitrary<BinaryPredictions> probabilities() {
        return of(List.of(FEW_LEVELS, PERCENTS, UNIT_INTERVAL));
    }

    /** {@return predictions of any scores with at least one positive and one negative row of positive weight} */
    public static Arbitrary<BinaryPredictions> withBothClasses() {
        return any().filter(predictions -> predictions.positives() > 0 && predictions.negatives() > 0);
    }

    private static Arbitrary<BinaryPredictions> of(List<Arbitrary<Double>> scores) {
        return Combinators.combine(Arbitraries.of(LABELS), Arbitraries.of(scores), Arbitraries.of(WEIGHTS))
                .flatAs(RandomPredictions::rows)
                // The edge cases of nested choices are many and dull; those that matter are drawn often enough.
                .withoutEdgeCases();
    }

    private static Arbitrary<BinaryPredictions> rows(
            Arbitrary<Boolean> label, Arbitrary<Double> score, Optional<Arbitrary<Double>> weight) {
        Arbitrary<Integer> sizes = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(19, Arbitraries.integers().between(1, MOST_ROWS)));
        Arbitrary<Row> row = Combinators.combine(label, score, weight.orElse(Arbitraries.just(1.0)))
                .as(Row::new);
        return sizes.flatMap(size -> row.list().ofSize(size)).map(rows -> predictions(rows, weight.isPresent()));
    }

    private static BinaryPredictions predictions(List<Row> rows, boolean weighted) {
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.get(i).label();
        }
        double[] scores = rows.stream().mapToDouble(Row::score).toArray();
        double[] weights = rows.stream().mapToDouble(Row::weight).toArray();
        return weighted ? BinaryPredictions.wrap(labels, scores, weights) : BinaryPredictions.wrap(labels, scores);
    }

    private static Arbitrary<Boolean> sometimes(int positive, int negative) {
        return Arbitraries.frequency(Tuple.of(positive, true), Tuple.of(negative, false));
    }

    private record Row(boolean label, double score, double weight) {}
}
