package io.github.tiercel.metrics.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.RecallSteps;
import io.github.tiercel.metrics.interval.Binormal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** One pass for all metrics of steps gives each the bits that it has by itself. */
class StepPassProperties {

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Provide
    Arbitrary<List<StepMetric>> metrics() {
        List<StepMetric> all = BinaryMetrics.all().stream()
                .filter(StepMetric.class::isInstance)
                .map(StepMetric.class::cast)
                .toList();
        return Combinators.combine(Arbitraries.shuffle(all), Arbitraries.of(all))
                .as((shuffled, twice) -> {
                    List<StepMetric> metrics = new ArrayList<>(shuffled);
                    metrics.add(twice);
                    return metrics;
                });
    }

    @Property(tries = 500, seed = "1")
    void fusedIsAlone(
            @ForAll("metrics") List<StepMetric> metrics, @ForAll("predictions") BinaryPredictions predictions) {
        assertFused(metrics, predictions);
    }

    @Property(tries = 50, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void soItIsOverManyBlocks(
            @ForAll("metrics") List<StepMetric> metrics,
            @ForAll @IntRange(min = 300, max = 3000) int rows,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double prevalence,
            @ForAll long seed) {
        assertFused(metrics, new Binormal(prevalence).draw(rows, new Random(seed)));
    }

    @Property(tries = 30, seed = "3", edgeCases = EdgeCasesMode.NONE)
    void valuesOverManyBlocksAreThoseOfBruteForce(
            @ForAll @IntRange(min = 500, max = 2000) int rows,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double prevalence,
            @ForAll @IntRange(min = 5, max = 5000) int levels,
            @ForAll long seed) {
        BinaryPredictions drawn = new Binormal(prevalence).draw(rows, new Random(seed));
        BinaryPredictions predictions = Variants.withScores(drawn, row -> Math.rint(drawn.score(row) * levels));
        double auc = 0;
        double averagePrecision = 0;
        double bestF1 = 0;
        for (int positive = 0; positive < rows; positive++) {
            if (predictions.label(positive)) {
                double score = predictions.score(positive);
                double truePositives = count(predictions, true, score);
                double falsePositives = count(predictions, false, score);
                double above = count(predictions, false, Math.nextUp(score));
                auc += 1 - (falsePositives + above) / 2 / predictions.negatives();
                averagePrecision += truePositives / (truePositives + falsePositives);
                bestF1 = Math.max(
                        bestF1, 2 * truePositives / (truePositives + falsePositives + predictions.positives()));
            }
        }
        double positives = predictions.positives();
        // The terms are added up here without compensation.
        assertEquals(auc / positives, BinaryMetrics.ROC_AUC.value(predictions).orNaN(), 1e-12);
        assertEquals(
                averagePrecision / positives,
                BinaryMetrics.AVERAGE_PRECISION.value(predictions).orNaN(),
                1e-12);
        assertEquals(bestF1, BinaryMetrics.BEST_F1.value(predictions).orNaN(), 1e-12);
    }

    private static double count(BinaryPredictions predictions, boolean label, double atLeast) {
        int count = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            count += predictions.label(row) == label && predictions.score(row) >= atLeast ? 1 : 0;
        }
        return count;
    }

    private static void assertFused(List<StepMetric> metrics, BinaryPredictions predictions) {
        RecallSteps steps = predictions.groups().steps();
        List<StepSum> sums = metrics.stream()
                .map(metric -> metric.sum(steps.positives(), steps.negatives()))
                .toList();
        StepPass.run(steps, sums);
        for (int m = 0; m < sums.size(); m++) {
            Metric<BinaryPredictions> metric = metrics.get(m);
            assertEquals(metric.value(predictions), sums.get(m).value(), metric.name());
        }
    }
}
