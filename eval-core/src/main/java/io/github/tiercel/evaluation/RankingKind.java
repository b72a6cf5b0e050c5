package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.ranking.Counting;
import io.github.tiercel.metrics.ranking.FirstRelevant;
import io.github.tiercel.metrics.ranking.Gain;
import io.github.tiercel.metrics.ranking.Ndcg;
import io.github.tiercel.metrics.ranking.QueryHistogram;
import io.github.tiercel.metrics.ranking.QueryValues;
import io.github.tiercel.metrics.ranking.RankingMetrics;
import io.github.tiercel.metrics.ranking.WithoutRelevant;
import io.github.tiercel.metrics.registry.MetricRegistry;
import io.github.tiercel.result.CutPoint;
import io.github.tiercel.result.RankingFindings;
import io.github.tiercel.result.Support;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An order within each query: how many queries there are, and how many have nothing to find. Evidence is as many
 * queries as a mean is of.
 *
 * @param counting what queries without a relevant row count, and what ties count
 */
record RankingKind(MetricRegistry<RankingPredictions> registry, Counting counting)
        implements TaskKind<RankingPredictions> {

    private static final int MOST_RANKS = 20;

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
        RankingFindings found = bare(predictions);
        int left = counting.withoutRelevant() == WithoutRelevant.SKIP ? found.withoutRelevant() : 0;
        return new Support(Support.Unit.QUERIES, found.queries() - left);
    }

    @Override
    public RankingFindings findings(
            Contender<RankingPredictions> model,
            Map<String, Estimate> metrics,
            Estimates<RankingPredictions> estimates,
            Units units) {
        RankingPredictions predictions = model.predictions();
        RankingFindings counts = bare(predictions);
        if (estimates.ofSample()) {
            return counts;
        }
        List<CutPoint> ndcg = ndcg(predictions, estimates);
        return new RankingFindings(
                counts.queries(),
                counts.withoutRelevant(),
                ndcg,
                ndcg.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                QueryHistogram.of(ndcg(RankingMetrics.DEFAULT_K).perQuery(predictions))),
                Optional.of(FirstRelevant.of(predictions, counting.ties())));
    }

    private Ndcg ndcg(int k) {
        return new Ndcg(k, Gain.LINEAR, counting);
    }

    private List<CutPoint> ndcg(RankingPredictions predictions, Estimates<RankingPredictions> estimates) {
        return IntStream.rangeClosed(1, Math.min(MOST_RANKS, longest(predictions)))
                .boxed()
                .flatMap(k -> point(k, estimates.of(ndcg(k), predictions)).stream())
                .toList();
    }

    private static Optional<CutPoint> point(int k, Estimate estimate) {
        return estimate.value() instanceof Value.Defined value
                ? Optional.of(new CutPoint(k, value.number(), estimate.population()))
                : Optional.empty();
    }

    private static int longest(RankingPredictions predictions) {
        Map<Integer, Integer> rows = new HashMap<>();
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.weight(row) > 0) {
                rows.merge(predictions.query(row), 1, Integer::sum);
            }
        }
        return rows.values().stream().mapToInt(count -> count).max().orElse(0);
    }

    @Override
    public RankingFindings bare(RankingPredictions predictions) {
        QueryValues queries = RankingMetrics.MRR.perQuery(predictions);
        return RankingFindings.of(queries.size(), queries.withoutRelevant());
    }

    @Override
    public void notice(
            Notices notices,
            Contender<RankingPredictions> model,
            Map<String, Estimate> metrics,
            Settings<RankingPredictions> settings) {
        RankingFindings found = bare(model.predictions());
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
