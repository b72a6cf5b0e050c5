package io.github.tiercel.testkit;

import io.github.tiercel.metrics.RankingPredictions;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;

/** The query is the unit, and scores of different queries are never compared. */
final class RankingKind implements Kind<RankingPredictions> {

    @Override
    public Class<RankingPredictions> type() {
        return RankingPredictions.class;
    }

    @Override
    public Arbitrary<RankingPredictions> any() {
        return RankingPredictionsArbitraries.any();
    }

    @Override
    public double score(RankingPredictions predictions, int plane, int row) {
        return predictions.score(row);
    }

    @Override
    public RankingPredictions withScores(RankingPredictions predictions, Plane scores) {
        double[] others = IntStream.range(0, predictions.rows())
                .mapToDouble(row -> scores.at(0, row))
                .toArray();
        return with(predictions, units(predictions), others);
    }

    @Override
    public double perfectScore(RankingPredictions predictions, int plane, int row) {
        return predictions.relevance(row);
    }

    @Override
    public boolean hasUnits() {
        return true;
    }

    @Override
    public int[] units(RankingPredictions predictions) {
        return IntStream.range(0, predictions.rows()).map(predictions::query).toArray();
    }

    @Override
    public int[] comparedWithin(RankingPredictions predictions) {
        return units(predictions);
    }

    @Override
    public RankingPredictions withUnits(RankingPredictions predictions, int[] units) {
        double[] scores = IntStream.range(0, predictions.rows())
                .mapToDouble(predictions::score)
                .toArray();
        return with(predictions, units, scores);
    }

    @Override
    public String describe(RankingPredictions predictions, int row) {
        return "query " + predictions.query(row) + ": " + predictions.relevance(row) + " at " + predictions.score(row);
    }

    private static RankingPredictions with(RankingPredictions original, int[] queries, double[] scores) {
        double[] relevance = IntStream.range(0, scores.length)
                .mapToDouble(original::relevance)
                .toArray();
        return Rows.weightedAs(original, RankingPredictions.wrap(queries, relevance, scores));
    }
}
