package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.RegressionPredictions;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random numbers and predictions of them: 0 to 30 rows, tied or not, with weights that are none, whole with zeros, or
 * fractional; and predictions made from others.
 */
public final class RandomRegression {

    private static final int MOST_ROWS = 30;

    private static final List<Arbitrary<Double>> NUMBERS = List.of(
            Arbitraries.integers().between(1, 4).map(Integer::doubleValue),
            Arbitraries.integers().between(-8, 8).map(half -> half / 2.0),
            Arbitraries.doubles().between(-100, 100).ofScale(3));

    private static final List<Arbitrary<Double>> WEIGHTS = List.of(
            Arbitraries.just(1.0),
            Arbitraries.integers().between(0, 3).map(Integer::doubleValue),
            Arbitraries.integers().between(10, 1000).map(hundredth -> hundredth / 100.0));

    private record Row(double label, double predicted, double weight) {}

    private RandomRegression() {}

    public static Arbitrary<RegressionPredictions> any() {
        return Combinators.combine(Arbitraries.of(NUMBERS), Arbitraries.of(NUMBERS), Arbitraries.of(WEIGHTS))
                .flatAs((label, predicted, weight) -> Combinators.combine(label, predicted, weight)
                        .as(Row::new)
                        .list()
                        .ofMaxSize(MOST_ROWS))
                .map(RandomRegression::of)
                .withoutEdgeCases();
    }

    static RegressionPredictions map(
            RegressionPredictions predictions, IntToDoubleFunction label, IntToDoubleFunction predicted) {
        IntStream rows = IntStream.range(0, predictions.rows());
        double[] labels = rows.mapToDouble(label).toArray();
        double[] others =
                IntStream.range(0, predictions.rows()).mapToDouble(predicted).toArray();
        return RegressionPredictions.of(labels, others).withWeights(weights(predictions));
    }

    static RegressionPredictions timesWeights(RegressionPredictions predictions, IntToDoubleFunction factor) {
        double[] weights = weights(predictions);
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= factor.applyAsDouble(row);
        }
        return predictions.withWeights(weights);
    }

    static RegressionPredictions repeated(RegressionPredictions predictions, int[] times) {
        return predictions.select(IntStream.range(0, times.length)
                .flatMap(row -> IntStream.generate(() -> row).limit(times[row]))
                .toArray());
    }

    static double[] weights(RegressionPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(predictions::weight)
                .toArray();
    }

    private static RegressionPredictions of(List<Row> rows) {
        return RegressionPredictions.of(
                        rows.stream().mapToDouble(Row::label).toArray(),
                        rows.stream().mapToDouble(Row::predicted).toArray())
                .withWeights(rows.stream().mapToDouble(Row::weight).toArray());
    }
}
