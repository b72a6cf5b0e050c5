package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.ranking.Counting;
import io.github.tiercel.metrics.ranking.Gain;
import io.github.tiercel.metrics.ranking.Ndcg;
import io.github.tiercel.metrics.ranking.QueryMeanMetric;
import io.github.tiercel.metrics.ranking.RankedQuery;
import io.github.tiercel.metrics.ranking.RankingMetrics;
import io.github.tiercel.metrics.ranking.Ties;
import io.github.tiercel.metrics.ranking.WithoutRelevant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Metrics of rankings with one deliberate mistake each. Not run by themselves. */
final class WrongRankingMetrics {

    private WrongRankingMetrics() {}

    /**
     * nDCG in which the earlier of two tied rows ranks first: offered as {@link Ties#BY_ROW}, and no law-abiding one.
     */
    static class TiesByRow implements RankMetricLaws<RankingPredictions> {
        @Override
        public Metric<RankingPredictions> metric() {
            return new Ndcg(10, Gain.LINEAR, new Counting(WithoutRelevant.SKIP, Ties.BY_ROW));
        }
    }

    /** Mean average precision that takes the rows of a query for adjacent. */
    static class QueriesByRuns implements MetricLaws<RankingPredictions> {
        @Override
        public Metric<RankingPredictions> metric() {
            return wrong("map_by_runs", p -> {
                int[] runs = new int[p.rows()];
                for (int row = 1; row < runs.length; row++) {
                    runs[row] = runs[row - 1] + (p.query(row) == p.query(row - 1) ? 0 : 1);
                }
                return RankingMetrics.MAP.value(new RankingKind().withUnits(p, runs));
            });
        }
    }

    /** Mean reciprocal rank that stops before the query with the highest number. */
    static class LastQueryForgotten implements MetricLaws<RankingPredictions> {
        @Override
        public Metric<RankingPredictions> metric() {
            return wrong("mrr_without_the_last", p -> {
                int last = Arrays.stream(new RankingKind().units(p)).max().orElse(0);
                return RankingMetrics.MRR.value(p.select(IntStream.range(0, p.rows())
                        .filter(row -> p.query(row) != last)
                        .toArray()));
            });
        }
    }

    /** The share of relevant rows among those of the highest score of all queries. */
    static class QueriesMixed implements RankMetricLaws<RankingPredictions> {
        @Override
        public Metric<RankingPredictions> metric() {
            return wrong("precision_of_the_best", p -> {
                double best = present(p).mapToDouble(p::score).max().orElse(Double.NaN);
                double all = present(p)
                        .filter(row -> p.score(row) == best)
                        .mapToDouble(p::weight)
                        .sum();
                double relevant = present(p)
                        .filter(row -> p.score(row) == best && p.relevance(row) > 0)
                        .mapToDouble(p::weight)
                        .sum();
                return all > 0 ? Value.of(relevant / all) : Value.undefined(UndefinedReason.EMPTY);
            });
        }
    }

    /** The number of relevant rows of a query, said to be a share. */
    static class CountAsShare implements MetricLaws<RankingPredictions> {
        @Override
        public Metric<RankingPredictions> metric() {
            return new RelevantRows();
        }

        private record RelevantRows() implements QueryMeanMetric {

            @Override
            public String name() {
                return "relevant_rows";
            }

            @Override
            public Counting counting() {
                return Counting.DEFAULT;
            }

            @Override
            public double queryValue(RankedQuery query) {
                return query.relevant();
            }
        }
    }

    private static IntStream present(RankingPredictions p) {
        return IntStream.range(0, p.rows()).filter(row -> p.weight(row) > 0);
    }

    private static Metric<RankingPredictions> wrong(String name, Function<RankingPredictions, Value> formula) {
        return new Wrong<>(RankingPredictions.class, name, Direction.HIGHER_IS_BETTER, Range.UNIT, formula);
    }
}
