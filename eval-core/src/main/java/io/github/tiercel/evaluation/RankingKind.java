package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.ranking.Counting;
import io.github.tiercel.metrics.ranking.QueryValues;
import io.github.tiercel.metrics.ranking.RankingMetrics;
import io.github.tiercel.metrics.ranking.WithoutRelevant;
import io.github.tiercel.metrics.registry.MetricRegistry;
import io.github.tiercel.result.RankingFindings;
import io.github.tiercel.result.Support;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An order within each query: how many queries there are, and how many have nothing to find. Evidence is as many
 * queries as a mean is of.
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
    public Map<String, String> echo() {
        return Map.of("without_relevant", counting.withoutRelevant().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean sameScores(RankingPredictions one, RankingPredictions other, int row) {
        return one.score(row) == other.score(row);
    }

    @Override
    public Support support(RankingPredictions predictions) {
        RankingFindings found = findings(predictions);
        int left = counting.withoutRelevant() == WithoutRelevant.SKIP ? found.withoutRelevant() : 0;
        return new Support(Support.Unit.QUERIES, found.queries() - left);
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
                            + rule(found.withoutRelevant() == 1) + ".");
        }
    }

    private String rule(boolean one) {
        return switch (counting.withoutRelevant()) {
            case SKIP ->
                (one ? "is" : "are") + " left out of every mean. Say with --without-relevant if they are to count";
            case ZERO -> one ? "counts 0" : "count 0";
            case ONE -> one ? "counts 1" : "count 1";
        };
    }
}
