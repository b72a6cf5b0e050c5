package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * How one set of predictions is drawn: row by row from one arbitrary, whatever the kind. The number of rows and their
 * weights are drawn here for all kinds.
 *
 * @param row draws a row without its weight
 * @param predictions puts rows together, unweighted
 */
record Table<R, P extends Predictions>(Arbitrary<R> row, Function<List<R>, P> predictions) {

    private static final int MOST_ROWS = 30;

    private static final Arbitrary<Double> WHOLE =
            Arbitraries.integers().between(0, 3).map(Integer::doubleValue);
    private static final Arbitrary<Double> FRACTIONAL =
            Arbitraries.integers().between(10, 1000).map(hundredth -> hundredth / 100.0);

    private static final List<Optional<Arbitrary<Double>>> WEIGHTS =
            List.of(Optional.empty(), Optional.of(WHOLE), Optional.of(FRACTIONAL));

    private record WeightedRow<R>(R row, double weight) {}

    /** Draws a table first, then its rows; one draw in 31 has none. */
    static <R, P extends Predictions> Arbitrary<P> drawn(Arbitrary<Table<R, P>> tables) {
        return Combinators.combine(tables, Arbitraries.of(WEIGHTS))
                .flatAs(Table::rows)
                // The edge cases of nested choices are many and dull; those that matter are drawn often enough.
                .withoutEdgeCases();
    }

    private Arbitrary<P> rows(Optional<Arbitrary<Double>> weight) {
        return Combinators.combine(row, weight.orElse(Arbitraries.just(1.0)))
                .as((one, weighs) -> new WeightedRow<>(one, weighs))
                .list()
                .ofMaxSize(MOST_ROWS)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(rows -> weight.isPresent() ? weighted(rows) : unweighted(rows));
    }

    private P unweighted(List<WeightedRow<R>> rows) {
        return predictions.apply(rows.stream().map(WeightedRow::row).toList());
    }

    private P weighted(List<WeightedRow<R>> rows) {
        double[] weights = rows.stream().mapToDouble(WeightedRow::weight).toArray();
        return Rows.withWeights(unweighted(rows), weights);
    }
}
