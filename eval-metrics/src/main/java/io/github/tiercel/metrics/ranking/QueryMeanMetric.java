package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A metric that is a weighted mean over queries of a value of each: {@code sum w_q v_q / sum w_q}.
 *
 * <p>A row of weight 0 is absent, and so is a query without another row. The weight of a query is the mean weight of
 * its rows; where they are equal, as in every sample of whole queries, it is that weight. Undefined without rows, and
 * where no query counts. What a query without a relevant row counts and what ties count is said by {@link #counting}.
 *
 * <p>The influence value of a row is {@code (v_q - mean) W / (m_q W_Q)}: the query's share spread evenly over its
 * {@code m_q} rows, W being the weight of all rows and W_Q that of all queries that count. It is the exact derivative
 * by the row's weight. Rows of a query stand or fall together, so errors must be clustered by query: the sum of
 * {@code w_i IF_i / W} over a query is {@code w_q (v_q - mean) / W_Q}.
 *
 * <p>O(n) after one sort by query and score, which all metrics of the same predictions share: 24 bytes a row and about
 * 100 a query.
 *
 * <pre>{@code
 * QueryValues perQuery = RankingMetrics.NDCG_10.perQuery(predictions);
 * System.out.println(perQuery.mean() + ", not counted: " + perQuery.withoutRelevant());
 *
 * QueryMeanMetric firstIsBest = QueryMeanMetric.of("first_is_relevant", query -> query.relevantAt(1));
 * }</pre>
 *
 * @since 0.1
 */
public interface QueryMeanMetric extends MeanMetric<RankingPredictions> {

    /**
     * {@return the mean over queries of a function of a query in [0, 1], with {@link Counting#DEFAULT}; larger is
     * better}
     *
     * @param name a legal name ({@link io.github.tiercel.metrics.MetricContract#legalName})
     * @param value the value of a query, as of {@link #of(String, Direction, Range, Counting, ToDoubleFunction)}
     * @throws IllegalArgumentException if the name is not legal
     */
    static QueryMeanMetric of(String name, ToDoubleFunction<RankedQuery> value) {
        return of(name, Direction.HIGHER_IS_BETTER, Range.UNIT, Counting.DEFAULT, value);
    }

    /**
     * {@return the mean over queries of any function of a query}
     *
     * <p>It is undefined where some relevance is infinite. The function must be pure, and may be called by several
     * threads at once. A number beyond the range is refused with an {@link IllegalArgumentException} that names the
     * metric.
     *
     * @param name a legal name ({@link io.github.tiercel.metrics.MetricContract#legalName})
     * @param direction which way it improves
     * @param range the values that queries, and so their mean, can take
     * @param counting what ties and queries without a relevant row count
     * @param value the value of a query, from its rows by rank, at least one of them relevant
     * @throws IllegalArgumentException if the name is not legal
     */
    static QueryMeanMetric of(
            String name, Direction direction, Range range, Counting counting, ToDoubleFunction<RankedQuery> value) {
        return new QueryFunction(name, direction, range, counting, value);
    }

    /** {@return what queries without a relevant row count, and what ties count} */
    Counting counting();

    /**
     * {@return the value of one query, in {@link #range()}; another number and NaN are refused with an
     * {@link IllegalArgumentException} that names the metric}
     *
     * @param query the rows of the query by rank, at least one of them relevant
     */
    double queryValue(RankedQuery query);

    /** {@return whether the metric adds up relevance, and is undefined where some of it is infinite} */
    default boolean needsFiniteRelevance() {
        return false;
    }

    @Override
    default Class<RankingPredictions> reads() {
        return RankingPredictions.class;
    }

    @Override
    default Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    default Range range() {
        return Range.UNIT;
    }

    @Override
    default Value value(RankingPredictions predictions) {
        return isTooRelevant(predictions)
                ? Value.undefined(UndefinedReason.INFINITE_RELEVANCE)
                : perQuery(predictions).mean();
    }

    /**
     * {@return the value of every query}
     *
     * @param predictions relevance, scores and weights, on which {@link #value} need not be defined
     * @throws IllegalStateException if the metric adds up relevance and some of it is infinite
     */
    default QueryValues perQuery(RankingPredictions predictions) {
        requireFiniteRelevance(predictions, "query values");
        return QueryValues.of(this, predictions);
    }

    @Override
    default double[] influence(RankingPredictions predictions) {
        requireFiniteRelevance(predictions, "influence values");
        Queries queries = Queries.of(predictions);
        QueryValues values = QueryValues.of(this, predictions);
        if (values.mean() instanceof Value.Undefined undefined) {
            throw refusal("influence values", undefined.why());
        }
        double mean = values.mean().orNaN();
        double scale = totalWeight(predictions) / values.countedWeight();
        double[] influence = new double[predictions.rows()];
        for (int q = 0; q < values.size(); q++) {
            OptionalDouble value = values.value(q);
            int[] rows = queries.rows(q);
            for (int row : rows) {
                influence[row] = value.isPresent() ? (value.getAsDouble() - mean) * scale / rows.length : 0;
            }
        }
        return influence;
    }

    @Override
    default MeanTerms terms(RankingPredictions predictions) {
        requireFiniteRelevance(predictions, "terms");
        Queries queries = Queries.of(predictions);
        QueryValues perQuery = QueryValues.of(this, predictions);
        perQuery.mean().requireFor(this);
        double[] values = new double[predictions.rows()];
        double[] weights = new double[values.length];
        for (int q = 0; q < perQuery.size(); q++) {
            OptionalDouble value = perQuery.value(q);
            int[] rows = queries.rows(q);
            for (int row : rows) {
                values[row] = value.orElse(0);
                weights[row] = value.isPresent() ? perQuery.weight(q) / rows.length : 0;
            }
        }
        return MeanTerms.wrap(values, weights);
    }

    private void requireFiniteRelevance(RankingPredictions predictions, String asked) {
        if (isTooRelevant(predictions)) {
            throw refusal(asked, UndefinedReason.INFINITE_RELEVANCE);
        }
    }

    private IllegalStateException refusal(String asked, UndefinedReason why) {
        return new IllegalStateException(name() + " has no " + asked + " on these predictions: " + why.sentence());
    }

    private boolean isTooRelevant(RankingPredictions predictions) {
        if (!needsFiniteRelevance()) {
            return false;
        }
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.weight(row) > 0 && Double.isInfinite(predictions.relevance(row))) {
                return true;
            }
        }
        return false;
    }

    private static double totalWeight(RankingPredictions predictions) {
        CompensatedSum total = new CompensatedSum();
        for (int row = 0; row < predictions.rows(); row++) {
            total.add(predictions.weight(row));
        }
        return total.value();
    }
}
