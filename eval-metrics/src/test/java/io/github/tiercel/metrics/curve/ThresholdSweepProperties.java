package io.github.tiercel.metrics.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ThresholdSweepProperties {

    private static final double TOLERANCE = 1e-12;

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Provide
    Arbitrary<BinaryPredictions> probabilities() {
        return RandomPredictions.probabilities();
    }

    /** Few and many, in any order, repeated, on scores and between them, and of either zero. */
    @Provide
    Arbitrary<double[]> thresholds() {
        Arbitrary<Double> on = Arbitraries.integers().between(-2, 102).map(percent -> percent / 100.0);
        Arbitrary<Double> ends = Arbitraries.of(-0.0, 0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1e200);
        Arbitrary<Double> between = Arbitraries.doubles().between(-12, 12);
        return Arbitraries.oneOf(on, ends, between)
                .array(double[].class)
                .ofMinSize(0)
                .ofMaxSize(300);
    }

    @Provide
    Arbitrary<ConfusionMetric> metrics() {
        return Arbitraries.of(BinaryMetrics.ACCURACY, BinaryMetrics.F1, BinaryMetrics.PRECISION, BinaryMetrics.MCC);
    }

    @Property(seed = "42")
    void everyChosenThresholdHasItsMatrix(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll("thresholds") double[] thresholds) {
        List<ConfusionMatrix> matrices =
                ThresholdSweep.of(predictions.groups(), thresholds).matrices();
        assertEquals(thresholds.length, matrices.size());
        for (int i = 0; i < thresholds.length; i++) {
            assertEquals(ConfusionMatrix.at(predictions.groups(), thresholds[i]), matrices.get(i));
        }
    }

    @Property(seed = "42")
    void valuesAreThoseOfTheMetricAtEveryThreshold(
            @ForAll("probabilities") BinaryPredictions predictions,
            @ForAll("thresholds") double[] thresholds,
            @ForAll("metrics") ConfusionMetric metric) {
        List<Value> values = ThresholdSweep.of(predictions.groups(), thresholds).values(metric);
        for (int i = 0; i < thresholds.length; i++) {
            assertEquals(metric.at(thresholds[i]).value(predictions.groups()), values.get(i));
        }
    }

    @Property(seed = "42", tries = 200)
    void withoutRowsEveryValueIsUndefined(@ForAll("thresholds") double[] thresholds) {
        ScoreGroups nothing =
                BinaryPredictions.of(new boolean[0], new double[0]).groups();
        for (Value value : ThresholdSweep.of(nothing, thresholds).values(BinaryMetrics.ACCURACY)) {
            assertEquals(Value.undefined(UndefinedReason.EMPTY), value);
        }
        assertEquals(List.of(), ThresholdSweep.ofQuantiles(nothing, 7).matrices());
    }

    @Property(seed = "42")
    void quantilesFallAndEndWithTheSmallestScore(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll @IntRange(min = 1, max = 40) int quantiles) {
        ScoreGroups groups = predictions.groups();
        List<ConfusionMatrix> matrices =
                ThresholdSweep.ofQuantiles(groups, quantiles).matrices();
        assertTrue(matrices.size() <= Math.min(quantiles, groups.size()));
        assertEquals(groups.size() == 0, matrices.isEmpty());
        for (int i = 1; i < matrices.size(); i++) {
            assertTrue(matrices.get(i).threshold() < matrices.get(i - 1).threshold());
        }
        if (!matrices.isEmpty()) {
            assertEquals(
                    groups.score(groups.size() - 1),
                    matrices.get(matrices.size() - 1).threshold());
        }
    }

    @Property(seed = "42")
    void everyQuantileIsReachedByTheHighestScoreThatCan(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll @IntRange(min = 1, max = 40) int quantiles) {
        ScoreGroups groups = predictions.groups();
        List<Double> chosen = ThresholdSweep.ofQuantiles(groups, quantiles).matrices().stream()
                .map(ConfusionMatrix::threshold)
                .toList();
        for (int k = 1; k <= quantiles && groups.size() > 0; k++) {
            int group = 0;
            double share = k * groups.total() / quantiles;
            while (group < groups.size() - 1
                    && groups.truePositives(group) + groups.falsePositives(group) < share * (1 - TOLERANCE)) {
                group++;
            }
            assertTrue(chosen.contains(groups.score(group)), "quantile " + k);
        }
    }
}
