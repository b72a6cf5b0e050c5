package io.github.tiercel.testkit;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random binary predictions for jqwik properties, rich in what breaks metrics: tied scores, rare or missing classes, no
 * rows at all, infinite scores, scores -0.0 and 0.0, weights of 0.
 *
 * <p>One draw mixes, each chosen anew: 0 to 30 rows; labels that are even, one in ten positive, one in ten negative, or
 * of one class; scores from few levels, from [0, 1], or (where allowed) any others; no weights, whole weights with
 * zeros, or fractional weights in [0.1, 10]. A property parameter of type {@link BinaryPredictions} annotated with
 * {@code @ForAll} draws from {@link #any()} without further ado.
 *
 * <pre>{@code
 * @Property
 * void aucLiesInTheUnitInterval(@ForAll BinaryPredictions predictions) { ... }
 * }</pre>
 *
 * @since 0.1
 */
public final class BinaryPredictionsArbitraries {

    private static final List<Arbitrary<Boolean>> LABELS =
            List.of(sometimes(1, 1), sometimes(1, 9), sometimes(9, 1), Arbitraries.just(false), Arbitraries.just(true));

    private record Row(boolean label, double score) {

        static BinaryPredictions predictions(List<Row> rows) {
            boolean[] labels = new boolean[rows.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = rows.get(i).label;
            }
            return BinaryPredictions.wrap(
                    labels, rows.stream().mapToDouble(Row::score).toArray());
        }
    }

    private BinaryPredictionsArbitraries() {}

    /** {@return any valid predictions: scores may be probabilities or not, classes and rows may be missing} */
    public static Arbitrary<BinaryPredictions> any() {
        return of(
                List.of(Numbers.FEW_LEVELS, Numbers.PERCENTS, Numbers.UNIT_INTERVAL, Numbers.LOGITS, Numbers.EXTREMES));
    }

    /** {@return predictions whose scores lie in [0, 1]; classes and rows may be missing} */
    public static Arbitrary<BinaryPredictions> probabilities() {
        return of(List.of(Numbers.FEW_LEVELS, Numbers.PERCENTS, Numbers.UNIT_INTERVAL));
    }

    /** {@return predictions of any scores with at least one positive and one negative row of positive weight} */
    public static Arbitrary<BinaryPredictions> withBothClasses() {
        return any().filter(predictions -> predictions.positives() > 0 && predictions.negatives() > 0);
    }

    private static Arbitrary<BinaryPredictions> of(List<Arbitrary<Double>> scores) {
        return Table.drawn(Combinators.combine(Arbitraries.of(LABELS), Arbitraries.of(scores))
                .as((label, score) ->
                        new Table<>(Combinators.combine(label, score).as(Row::new), Row::predictions)));
    }

    private static Arbitrary<Boolean> sometimes(int positive, int negative) {
        return Arbitraries.frequency(Tuple.of(positive, true), Tuple.of(negative, false));
    }
}
