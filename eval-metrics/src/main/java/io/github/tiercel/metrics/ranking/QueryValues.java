package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * What a metric gives for each query, in ascending order of query numbers. Queries without a row of positive weight are
 * absent. A bootstrap over queries needs nothing else: each replicate is a weighted mean of these values.
 *
 * <p>Immutable, and safe for use by several threads. Memory is 20 bytes a query.
 *
 * @since 0.1
 */
public final class QueryValues {

    private final int[] numbers;
    private final double[] weights;

    private final double[] values;
    private final BitSet counted;

    private final int withoutRelevant;
    private final Range range;

    private QueryValues(
            int[] numbers, double[] weights, double[] values, BitSet counted, int withoutRelevant, Range range) {
        this.numbers = numbers;
        this.weights = weights;
        this.values = values;
        this.counted = counted;
        this.withoutRelevant = withoutRelevant;
        this.range = range;
    }

    static QueryValues of(QueryMeanMetric metric, RankingPredictions predictions) {
        Queries queries = Queries.of(predictions);
        int[] numbers = new int[queries.size()];
        double[] weights = new double[numbers.length];
        double[] values = new double[numbers.length];
        BitSet counted = new BitSet(numbers.length);
        int withoutRelevant = 0;
        for (int q = 0; q < numbers.length; q++) {
            RankedQuery ranked = queries.ranked(q, metric.counting().ties());
            numbers[q] = queries.number(q);
            weights[q] = queries.weight(q);
            OptionalDouble value = value(metric, ranked);
            values[q] = value.orElse(0);
            counted.set(q, value.isPresent());
            withoutRelevant += ranked.relevant() == 0 ? 1 : 0;
        }
        return new QueryValues(numbers, weights, values, counted, withoutRelevant, metric.range());
    }

    private static OptionalDouble value(QueryMeanMetric metric, RankedQuery query) {
        return query.relevant() > 0
                ? OptionalDouble.of(MetricContract.inRange(metric, metric.queryValue(query)))
                : metric.counting().withoutRelevant().value();
    }

    /** {@return the number of queries, those not counted included} */
    public int size() {
        return numbers.length;
    }

    /**
     * {@return the number of a query, as given in the predictions}
     *
     * @param index the index of the query, from 0
     */
    public int query(int index) {
        return numbers[index];
    }

    /**
     * {@return the weight of a query: the mean weight of its rows of positive weight}
     *
     * @param index the index of the query, from 0
     */
    public double weight(int index) {
        return weights[index];
    }

    /**
     * {@return the value of a query, or empty where it has no relevant row and such queries are skipped}
     *
     * @param index the index of the query, from 0
     */
    public OptionalDouble value(int index) {
        return isCounted(index) ? OptionalDouble.of(values[index]) : OptionalDouble.empty();
    }

    /** {@return the number of queries without a relevant row, whatever they count} */
    public int withoutRelevant() {
        return withoutRelevant;
    }

    /** {@return the weighted mean over the queries that count, or the reason why there is none} */
    public Value mean() {
        if (size() == 0) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        double total = countedWeight();
        if (!(total > 0)) {
            return Value.undefined(UndefinedReason.NO_RELEVANT_ROWS);
        }
        // A power of two changes no digit, and keeps products of large weights and large values in range.
        double scale = Math.scalb(1.0, -1 - Math.getExponent(total));
        CompensatedSum sum = new CompensatedSum();
        for (int q = 0; q < size(); q++) {
            if (isCounted(q)) {
                sum.add(weights[q] * scale * values[q]);
            }
        }
        double mean = sum.value() / (total * scale);
        return Double.isFinite(mean) ? Value.of(range.clamp(mean)) : Value.undefined(UndefinedReason.NOT_FINITE);
    }

    double countedWeight() {
        CompensatedSum total = new CompensatedSum();
        for (int q = 0; q < size(); q++) {
            if (isCounted(q)) {
                total.add(weights[q]);
            }
        }
        return total.value();
    }

    private boolean isCounted(int index) {
        return counted.get(index);
    }
}
