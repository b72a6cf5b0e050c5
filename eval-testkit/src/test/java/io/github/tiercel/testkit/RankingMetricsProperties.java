package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.ranking.Counting;
import io.github.tiercel.metrics.ranking.Gain;
import io.github.tiercel.metrics.ranking.HitAt;
import io.github.tiercel.metrics.ranking.MeanAveragePrecision;
import io.github.tiercel.metrics.ranking.Ndcg;
import io.github.tiercel.metrics.ranking.PrecisionAt;
import io.github.tiercel.metrics.ranking.QueryMeanMetric;
import io.github.tiercel.metrics.ranking.QueryValues;
import io.github.tiercel.metrics.ranking.RecallAt;
import io.github.tiercel.metrics.ranking.Ties;
import io.github.tiercel.metrics.ranking.WithoutRelevant;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.List;
import java.util.stream.IntStream;

class RankingMetricsProperties extends FamilyProperties<RankingPredictions> {

    private static final Counting ZEROS = new Counting(WithoutRelevant.ZERO, Ties.AVERAGED);
    private static final Counting ONES = new Counting(WithoutRelevant.ONE, Ties.AVERAGED);

    RankingMetricsProperties() {
        super(
                MetricFamily.RANKING,
                List.of(
                        new Ndcg(2, Gain.EXPONENTIAL, Counting.DEFAULT),
                        new Ndcg(Ndcg.ALL_RANKS, Gain.LINEAR, ZEROS),
                        new MeanAveragePrecision(ONES),
                        new PrecisionAt(1, Counting.DEFAULT),
                        new RecallAt(2, Counting.DEFAULT),
                        new HitAt(2, ZEROS)));
    }

    @Override
    MetricLaws<RankingPredictions> laws(Metric<RankingPredictions> metric) {
        return new QueryMeanLaws((QueryMeanMetric) metric);
    }

    /** A part counts as many queries as have a value. */
    private record QueryMeanLaws(QueryMeanMetric metric)
            implements RankMetricLaws<RankingPredictions>, MeanMetricLaws<RankingPredictions> {

        @Override
        public double weightOf(RankingPredictions part) {
            QueryValues queries = metric.perQuery(part);
            return IntStream.range(0, queries.size())
                    .filter(query -> queries.value(query).isPresent())
                    .mapToDouble(queries::weight)
                    .sum();
        }
    }
}
