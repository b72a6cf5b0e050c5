package io.github.tiercel.testkit;

import io.github.tiercel.metrics.MulticlassPredictions;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random predictions of one class out of 2 to 5 for jqwik properties, rich in what breaks metrics: rare and absent
 * classes, classes never predicted, tied scores within a row and between rows, rows that sum to 1 and rows that do not,
 * certain rows of zeros and a one, infinite scores, no rows at all, weights of 0.
 *
 * <p>One draw mixes, each chosen anew: 0 to 30 rows; classes {@code a}, {@code b} and so on; labels that are even, of
 * some of the classes only, or mostly {@code a}; scores that are distributions, without ties or with many, certain,
 * numbers in [0, 1] of any sum, or (where allowed) any others; weights as in {@link BinaryPredictionsArbitraries}. A
 * property parameter of type {@link MulticlassPredictions} annotated with {@code @ForAll} draws from {@link #any()}
 * without further ado.
 *
 * <pre>{@code
 * @Property
 * void lossIsNotNegative(@ForAll MulticlassPredictions predictions) { ... }
 * }</pre>
 *
 * @since 0.1
 */
public final class MulticlassPredictionsArbitraries {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    /** By the number of classes: labels even, of fewer classes, mostly of the first, all of the last. */
    private static final List<Function<Integer, Arbitrary<Integer>>> LABELS = List.of(
            classes -> Arbitraries.integers().between(0, classes - 1),
            classes -> Arbitraries.integers().between(0, (classes - 1) / 2),
            classes -> Arbitraries.frequencyOf(
                    Tuple.of(9, Arbitraries.just(0)),
                    Tuple.of(1, Arbitraries.integers().between(0, classes - 1))),
            classes -> Arbitraries.just(classes - 1));

    private static final List<Function<Integer, Arbitrary<List<Double>>>> DISTRIBUTIONS = List.of(
            classes -> distribution(classes, 4),
            classes -> distribution(classes, 1000),
            classes -> Arbitraries.integers().between(0, classes - 1).map(winner -> certain(classes, winner)));

    private static final List<Function<Integer, Arbitrary<List<Double>>>> OTHERS = List.of(
            classes -> scores(classes, Numbers.PERCENTS),
            classes -> scores(classes, Numbers.FEW_LEVELS),
            classes -> scores(classes, Numbers.LOGITS),
            classes -> scores(classes, Numbers.EXTREMES));

    private record Row(int label, List<Double> scores) {

        static MulticlassPredictions predictions(int classes, List<Row> rows) {
            double[][] planes = new double[classes][rows.size()];
            for (int row = 0; row < rows.size(); row++) {
                for (int c = 0; c < classes; c++) {
                    planes[c][row] = rows.get(row).scores.get(c);
                }
            }
            int[] labels = rows.stream().mapToInt(Row::label).toArray();
            return MulticlassPredictions.wrap(NAMES.subList(0, classes), labels, planes);
        }
    }

    private MulticlassPredictionsArbitraries() {}

    /** {@return any valid predictions: scores may be distributions or not, classes and rows may be missing} */
    public static Arbitrary<MulticlassPredictions> any() {
        return of(Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(DISTRIBUTIONS)), Tuple.of(2, Arbitraries.of(OTHERS))));
    }

    /** {@return predictions whose rows each sum to 1, with scores in [0, 1]; classes and rows may be missing} */
    public static Arbitrary<MulticlassPredictions> distributions() {
        return of(Arbitraries.of(DISTRIBUTIONS));
    }

    private static Arbitrary<MulticlassPredictions> of(Arbitrary<Function<Integer, Arbitrary<List<Double>>>> scores) {
        return Table.drawn(Combinators.combine(Arbitraries.integers().between(2, 5), Arbitraries.of(LABELS), scores)
                .as((classes, label, score) -> new Table<>(
                        Combinators.combine(label.apply(classes), score.apply(classes))
                                .as(Row::new),
                        rows -> Row.predictions(classes, rows))));
    }

    private static Arbitrary<List<Double>> scores(int classes, Arbitrary<Double> score) {
        return score.list().ofSize(classes);
    }

    /** Shares of whole parts from 1 to the most: the fewer there are, the more ties. */
    private static Arbitrary<List<Double>> distribution(int classes, int most) {
        return Arbitraries.integers().between(1, most).list().ofSize(classes).map(parts -> {
            double sum = parts.stream().mapToInt(Integer::intValue).sum();
            return parts.stream().map(part -> part / sum).toList();
        });
    }

    private static List<Double> certain(int classes, int winner) {
        return IntStream.range(0, classes)
                .mapToObj(c -> c == winner ? 1.0 : 0.0)
                .toList();
    }
}
