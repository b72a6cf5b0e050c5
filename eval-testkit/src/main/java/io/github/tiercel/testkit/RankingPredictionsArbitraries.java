package io.github.tiercel.testkit;

import io.github.tiercel.metrics.RankingPredictions;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random rankings for jqwik properties, rich in what breaks metrics: queries of one or few rows, whose rows lie
 * interleaved; tied scores; queries without a relevant row, or with nothing else; graded, fractional, huge and infinite
 * relevance; no rows at all; rows of weight 0.
 *
 * <p>One draw mixes, each chosen anew: 0 to 30 rows; one query or up to twelve; relevance that is 0 or 1, graded from 0
 * to 3, all 0, or of any size; scores and weights as in {@link BinaryPredictionsArbitraries}, weights row by row or the
 * same for all rows of a query. A property parameter of type {@link RankingPredictions} annotated with {@code @ForAll}
 * draws from {@link #any()} without further ado.
 *
 * <pre>{@code
 * @Property
 * void gainIsAShare(@ForAll RankingPredictions predictions) { ... }
 * }</pre>
 *
 * @since 0.1
 */
public final class RankingPredictionsArbitraries {

    private static final Arbitrary<Integer> MOST_QUERY = Arbitraries.of(2, 0, 5, 11);

    private static final Arbitrary<Double> GRADES =
            Arbitraries.integers().between(0, 3).map(Integer::doubleValue);

    private static final List<Arbitrary<Double>> FINITE = List.of(
            GRADES,
            Arbitraries.integers().between(0, 1).map(Integer::doubleValue),
            Arbitraries.just(0.0),
            Numbers.UNIT_INTERVAL,
            Arbitraries.of(0.0, 1.0, 1e-200, 1200.0, 1e200));

    private static final Arbitrary<Double> INFINITE = Arbitraries.of(0.0, 1.0, Double.POSITIVE_INFINITY);

    private static final List<Arbitrary<Double>> SCORES =
            List.of(Numbers.FEW_LEVELS, Numbers.UNIT_INTERVAL, Numbers.LOGITS, Numbers.EXTREMES);

    private record Row(int query, double relevance, double score) {

        static RankingPredictions predictions(List<Row> rows) {
            return RankingPredictions.wrap(
                    rows.stream().mapToInt(Row::query).toArray(),
                    rows.stream().mapToDouble(Row::relevance).toArray(),
                    rows.stream().mapToDouble(Row::score).toArray());
        }
    }

    private RankingPredictionsArbitraries() {}

    /** {@return any valid rankings: relevance may be infinite, relevant rows and rows may be missing} */
    public static Arbitrary<RankingPredictions> any() {
        Arbitrary<Arbitrary<Double>> relevance = Arbitraries.integers()
                .between(0, FINITE.size())
                .map(sort -> sort < FINITE.size() ? FINITE.get(sort) : INFINITE);
        return of(relevance);
    }

    /** {@return rankings in which relevance is 0, 1, 2 or 3; relevant rows and rows may be missing} */
    public static Arbitrary<RankingPredictions> graded() {
        return of(Arbitraries.just(GRADES));
    }

    private static Arbitrary<RankingPredictions> of(Arbitrary<Arbitrary<Double>> relevance) {
        return Table.drawn(Combinators.combine(MOST_QUERY, relevance, Arbitraries.of(SCORES))
                .as((most, relevant, score) -> new Table<>(
                        Combinators.combine(Arbitraries.integers().between(0, most), relevant, score)
                                .as(Row::new),
                        Row::predictions)));
    }
}
