package io.github.tiercel.testkit;

import io.github.tiercel.metrics.RegressionPredictions;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random predicted numbers for jqwik properties, rich in what breaks metrics: ties, constants, labels of 0, outliers,
 * negative numbers, numbers so large that their squares overflow, no rows at all, weights of 0.
 *
 * <p>One draw mixes, each chosen anew: 0 to 30 rows; labels that are constant, tied, of few decimals, small with one
 * outlier in ten, or (where allowed) huge and infinite; predictions of their own, near the labels, or exact; weights as
 * in {@link BinaryPredictionsArbitraries}. A property parameter of type {@link RegressionPredictions} annotated with
 * {@code @ForAll} draws from {@link #any()} without further ado.
 *
 * <pre>{@code
 * @Property
 * void errorIsNotNegative(@ForAll RegressionPredictions predictions) { ... }
 * }</pre>
 *
 * @since 0.1
 */
public final class RegressionPredictionsArbitraries {

    private static final Arbitrary<Double> COUNTS =
            Arbitraries.integers().between(0, 3).map(Integer::doubleValue);
    private static final Arbitrary<Double> WITH_OUTLIERS =
            Arbitraries.frequencyOf(Tuple.of(9, Numbers.LOGITS), Tuple.of(1, Arbitraries.of(-1e6, 1e6, 3e7)));
    private static final Arbitrary<Arbitrary<Double>> CONSTANT = COUNTS.map(Arbitraries::just);

    /** What is added to labels: few levels, nothing, or no error because predictions are numbers of their own. */
    private static final Arbitrary<Optional<Arbitrary<Double>>> ERRORS = Arbitraries.frequency(
            Tuple.of(4, Optional.empty()),
            Tuple.of(3, Optional.of(Numbers.FEW_LEVELS)),
            Tuple.of(1, Optional.of(Arbitraries.just(0.0))));

    private record Row(double label, double predicted) {

        static Row near(double label, double error) {
            return new Row(label, label + error);
        }

        static RegressionPredictions predictions(List<Row> rows) {
            return RegressionPredictions.wrap(
                    rows.stream().mapToDouble(Row::label).toArray(),
                    rows.stream().mapToDouble(Row::predicted).toArray());
        }
    }

    private RegressionPredictionsArbitraries() {}

    /** {@return any valid predictions: numbers may be huge or infinite, all the same or 0, and rows may be missing} */
    public static Arbitrary<RegressionPredictions> any() {
        return of(numbers(List.of(COUNTS, Numbers.LOGITS, Numbers.DECIMALS, WITH_OUTLIERS, Numbers.EXTREMES)));
    }

    /** {@return predictions in which no label and no prediction is larger in size than 1e8; rows may be missing} */
    public static Arbitrary<RegressionPredictions> ofOrdinarySize() {
        return of(numbers(List.of(COUNTS, Numbers.LOGITS, Numbers.DECIMALS, WITH_OUTLIERS)));
    }

    private static Arbitrary<Arbitrary<Double>> numbers(List<Arbitrary<Double>> sorts) {
        return Arbitraries.frequencyOf(Tuple.of(sorts.size(), Arbitraries.of(sorts)), Tuple.of(1, CONSTANT));
    }

    private static Arbitrary<RegressionPredictions> of(Arbitrary<Arbitrary<Double>> numbers) {
        return Table.drawn(Combinators.combine(numbers, numbers, ERRORS)
                .as((label, other, error) -> new Table<>(
                        error.map(some -> Combinators.combine(label, some).as(Row::near))
                                .orElse(Combinators.combine(label, other).as(Row::new)),
                        Row::predictions)));
    }
}
