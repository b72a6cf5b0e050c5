package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.ranking.Counting;
import io.github.tiercel.metrics.ranking.QueryValues;
import io.github.tiercel.metrics.ranking.RankingMetrics;
import io.github.tiercel.metrics.registry.MetricRegistry;
import io.github.tiercel.result.RankingFindings;
import io.github.tiercel.result.Support;
import java.util.Map;
import java.util.Optional;

/**
 * An order within each query: how many queries there are, and how many have nothing to find.
 *
 * @param counting what queries without a relevant row count, and what ties count
 */
record RankingKind(MetricRegistry<RankingPredictions> registry, Counting counting)
        implements TaskKind<RankingPredictions> {

    @Override
    public Class<RankingPredictions> reads() {
        return RankingPredictions.class;
    }

    @Override
    public Optional<Metric<RankingPredictions>> named(String name) {
        return RankingMetrics.named(name, counting)
                .<Metric<RankingPredictions>>map(metric -> metric)
                .or(() -> registry.named(name));
    }

    @Override
    public boolean sameScores(RankingPredictions one, RankingPredictions other, int row) {
        return one.score(row) == other.score(row);
    }

    @Override
    public Support support(RankingPredictions predictions) {
        return new Support(Support.Unit.QUERIES, predictions.queries());
    }

    @Override
    public RankingFindings findings(
            Contender<RankingPredictions> model,
            Map<String, Estimate> metrics,
            Estimates<RankingPredictions> estimates,
            Units units) {
        return findings(model.predictions());
    }

    private static RankingFindings findings(RankingPredictions predictions) {
        QueryValues queries = RankingMetrics.MRR.perQuery(predictions);
        return new RankingFindings(queries.size(), queries.withoutRelevant());
    }

    @Override
    public void notice(
            Notices notices,
            Contender<RankingPredictions> model,
            Map<String, Estimate> metrics,
            Settings<RankingPredictions> settings) {
        RankingFindings found = findings(model.predictions());
        if (found.withoutRelevant() > 0) {
            notices.add(
                    "WITHOUT_RELEVANT",
                    Notices.number(found.withoutRelevant()) + " of " + Notices.number(found.queries()) + " queries "
                            + (found.withoutRelevant() == 1 ? "has" : "have") + " no relevant row and "
                            + rule(found.withoutRelevant() == 1) + ". Say with --without-relevant what they count.");
        }
    }

    private String rule(boolean one) {
        return switch (counting.withoutRelevant()) {
            case SKIP -> one ? "is left out of every mean" : "are left out of every mean";
            case ZERO -> one ? "counts 0" : "count 0";
            case ONE -> one ? "counts 1" : "count 1";
        };
    }
}
