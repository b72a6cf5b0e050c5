package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.multiclass.RandomMulticlass;
import io.github.tiercel.metrics.ranking.RandomRankings;
import io.github.tiercel.metrics.registry.MetricFamily;
import io.github.tiercel.metrics.regression.RandomRegression;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class IntervalProperties {

    /** Rounding of a logarithm there and back. */
    private static final double ROUNDING = 1e-12;

    @Provide
    Arbitrary<BinaryPredictions> binary() {
        return RandomPredictions.probabilities();
    }

    @Provide
    Arbitrary<Predictions> predictions() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, RandomPredictions.probabilities().map(predictions -> predictions)),
                Tuple.of(1, RandomMulticlass.any().map(predictions -> predictions)),
                Tuple.of(1, RandomRegression.any().map(predictions -> predictions)),
                Tuple.of(1, RandomRankings.any().map(predictions -> predictions)));
    }

    @Property(seed = "1")
    void intervalsHoldTheEstimateAndStayInTheRange(
            @ForAll("predictions") Predictions predictions, @ForAll @IntRange(max = 1000) int metric) {
        holdAndStay(any(predictions, metric), predictions);
    }

    private static <P extends Predictions> void holdAndStay(Metric<P> metric, Predictions predictions) {
        for (Case<P> one : cases(metric.reads().cast(predictions))) {
            Estimate estimate = IntervalEstimator.of(one.design(), 0.95).estimate(metric, one.predictions());
            double value = estimate.value().orNaN();
            double rounding = ROUNDING * Math.max(1, Math.abs(value));
            intervals(estimate).forEach(interval -> {
                assertTrue(interval.lower() <= value + rounding && interval.upper() >= value - rounding);
                assertTrue(metric.range().contains(interval.lower()));
                assertTrue(metric.range().contains(interval.upper()));
                assertEquals(0.95, interval.level());
            });
        }
    }

    @Property(seed = "2")
    void intervalsWidenWithTheLevel(
            @ForAll("predictions") Predictions predictions, @ForAll @IntRange(max = 1000) int metric) {
        widen(any(predictions, metric), predictions);
    }

    private static <P extends Predictions> void widen(Metric<P> metric, Predictions predictions) {
        for (Case<P> one : cases(metric.reads().cast(predictions))) {
            List<Interval> narrow = intervals(
                            IntervalEstimator.of(one.design(), 0.8).estimate(metric, one.predictions()))
                    .toList();
            List<Interval> wide = intervals(
                            IntervalEstimator.of(one.design(), 0.99).estimate(metric, one.predictions()))
                    .toList();
            assertEquals(narrow.size(), wide.size());
            for (int i = 0; i < narrow.size(); i++) {
                double rounding = ROUNDING * Math.max(1, Math.abs(narrow.get(i).lower()));
                assertTrue(wide.get(i).lower() <= narrow.get(i).lower() + rounding);
                assertTrue(wide.get(i).upper() >= narrow.get(i).upper() - rounding);
            }
        }
    }

    @Property(seed = "3")
    void everyRowAClusterOfItsOwnIsNoCluster(@ForAll("binary") BinaryPredictions predictions) {
        double[] influence = new double[predictions.rows()];
        Arrays.setAll(influence, row -> predictions.score(row) - row % 3);
        int[] clusters = new int[predictions.rows()];
        Arrays.setAll(clusters, row -> row);
        Design design = Design.independent(clusters.length);
        assertEquals(
                Linearisation.variance(design, predictions, influence),
                Linearisation.variance(design.withClusters(clusters), predictions, influence));
    }

    private static Metric<?> any(Predictions predictions, int metric) {
        Task task = Arrays.stream(Task.values())
                .filter(some -> some.predictions().isInstance(predictions))
                .findFirst()
                .orElseThrow();
        List<? extends Metric<?>> metrics = MetricFamily.of(task).all();
        return metrics.get(metric % metrics.size());
    }

    private record Case<P extends Predictions>(Design design, P predictions) {}

    /** The rows as they are, in clusters, and as a sample of three times as many, stratified by label. */
    private static <P extends Predictions> List<Case<P>> cases(P predictions) {
        int rows = predictions.rows();
        Design independent = Design.independent(rows);
        if (predictions instanceof RankingPredictions ranking) {
            Design queries = QueryClusters.of(independent, ranking);
            return List.of(
                    new Case<>(independent, predictions),
                    new Case<>(independent.withClusters(numbers(rows, row -> queries.unit(row) / 2)), predictions));
        }
        int[] strata = numbers(rows, row -> stratum(predictions, row));
        int[] sampled = new int[2];
        Arrays.stream(strata).forEach(h -> sampled[h]++);
        // A single row of a stratum is all of it: of one of several, no error is known.
        int[] standFor = numbers(2, h -> sampled[h] == 1 ? 1 : 3);
        Design sample =
                Design.stratified(strata, sampled, new int[] {standFor[0] * sampled[0], standFor[1] * sampled[1]});
        double[] weights = new double[rows];
        Arrays.setAll(weights, row -> standFor[strata[row]]);
        Predictions weighted = predictions.withWeights(weights);
        @SuppressWarnings("unchecked") // Other weights keep the kind of predictions.
        P same = (P) weighted;
        return List.of(
                new Case<>(independent, predictions),
                new Case<>(independent.withClusters(numbers(rows, row -> row / 3)), predictions),
                new Case<>(sample, predictions),
                new Case<>(sample, same));
    }

    private static int stratum(Predictions predictions, int row) {
        if (predictions instanceof BinaryPredictions binary) {
            return binary.label(row) ? 1 : 0;
        }
        if (predictions instanceof MulticlassPredictions several) {
            return several.label(row) == 0 ? 0 : 1;
        }
        return predictions instanceof RegressionPredictions numbers && numbers.label(row) > 0 ? 1 : 0;
    }

    private static int[] numbers(int rows, IntUnaryOperator ofRow) {
        int[] numbers = new int[rows];
        Arrays.setAll(numbers, ofRow);
        return numbers;
    }

    private static Stream<Interval> intervals(Estimate estimate) {
        return Stream.of(estimate.population(), estimate.fullSet(), estimate.gate())
                .flatMap(Optional::stream);
    }
}
