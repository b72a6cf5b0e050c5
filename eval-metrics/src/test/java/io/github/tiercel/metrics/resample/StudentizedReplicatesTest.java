package io.github.tiercel.metrics.resample;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudentizedReplicatesTest {

    @Test
    void valuesAreThoseOfTheReplicatesWithoutErrors() {
        BinaryPredictions rows = ReferenceTable.predictions("b60", "score");
        List<SmoothMetric<BinaryPredictions>> metrics =
                List.of(BinaryMetrics.ROC_AUC, BinaryMetrics.AVERAGE_PRECISION, BinaryMetrics.LOG_LOSS);
        Bootstrap bootstrap = Bootstrap.of(new Random(1).longs(60).toArray(), 7, 51);
        var plain = bootstrap.replicates(metrics, rows);
        bootstrap.studentized(metrics, rows).forEach((name, studentized) -> {
            Replicates distance = studentized.replicates().minus(Objects.requireNonNull(plain.get(name)));
            assertEquals(51, distance.defined());
            assertEquals(0, distance.quantile(0), 1e-12, name);
            assertEquals(0, distance.quantile(1), 1e-12, name);
        });
    }

    @Test
    void anErrorIsThatOfTheRowsRepeated() {
        double[] errors = {1, 2, 4, 8, 3, 5, 7, 6};
        RegressionPredictions rows = RegressionPredictions.of(new double[8], errors);
        long[] keys = {10, 20, 30, 40, 50, 60, 70, 80};
        StudentizedReplicates mae = Objects.requireNonNull(Bootstrap.of(keys, 3, 2)
                .studentized(List.of(RegressionMetrics.MAE), rows)
                .get("mae"));
        double[] values = new double[2];
        double[] own = new double[2];
        for (int b = 0; b < 2; b++) {
            int replicate = b;
            double[] repeated = IntStream.range(0, 8)
                    .boxed()
                    .flatMapToDouble(row -> DoubleStream.generate(() -> errors[row])
                            .limit(PoissonWeights.of(3).weight(keys[row], replicate)))
                    .toArray();
            double mean = Arrays.stream(repeated).average().orElseThrow();
            double squares =
                    Arrays.stream(repeated).map(x -> (x - mean) * (x - mean)).sum();
            values[b] = mean;
            own[b] = Math.sqrt(squares / (repeated.length - 1) / repeated.length);
        }
        BootstrapInterval expected = StudentizedReplicates.of(RegressionMetrics.MAE, values, own)
                .interval(4.5, 0.9, 0.9)
                .orElseThrow();
        BootstrapInterval actual = mae.interval(4.5, 0.9, 0.9).orElseThrow();
        assertEquals(expected.interval().lower(), actual.interval().lower(), 1e-12);
        assertEquals(expected.interval().upper(), actual.interval().upper(), 1e-12);
    }

    @Test
    void intervalTurnsTheRatiosAroundTheValue() {
        double[] values = new double[101];
        double[] errors = new double[101];
        Arrays.setAll(values, b -> 10 + b / 50.0 - 1);
        Arrays.fill(errors, 0.5);
        BootstrapInterval interval = StudentizedReplicates.of(RegressionMetrics.MAE, values, errors)
                .interval(10, 2, 0.9)
                .orElseThrow();
        // Ratios run from -2 to 2, so their quantiles at 0.05 and 0.95 are -1.8 and 1.8.
        assertEquals(10 - 1.8 * 2, interval.interval().lower(), 1e-12);
        assertEquals(10 + 1.8 * 2, interval.interval().upper(), 1e-12);
        assertEquals("studentized", interval.interval().method());
        assertEquals(101, interval.replicates());
    }

    @Test
    void heavyTailsStretchTheUpperEnd() {
        Random random = new Random(11);
        double[] errors =
                random.doubles(60).map(u -> Math.exp(random.nextGaussian())).toArray();
        RegressionPredictions rows = RegressionPredictions.of(new double[60], errors);
        StudentizedReplicates mae =
                Objects.requireNonNull(Bootstrap.of(random.longs(60).toArray(), 3, 999)
                        .studentized(List.of(RegressionMetrics.MAE), rows)
                        .get("mae"));
        double mean = Arrays.stream(errors).average().orElseThrow();
        double se = Math.sqrt(
                Arrays.stream(errors).map(x -> (x - mean) * (x - mean)).sum() / 59 / 60);
        BootstrapInterval interval = mae.interval(mean, se, 0.95).orElseThrow();
        assertTrue(interval.interval().upper() - mean
                > 1.1 * (mean - interval.interval().lower()));
    }

    @Test
    void metricsUndefinedOnAllRowsHaveNoReplicate() {
        BinaryPredictions negative = ReferenceTable.predictions("allneg4", "score");
        StudentizedReplicates auc = Objects.requireNonNull(Bootstrap.of(new long[] {1, 2, 3, 4}, 3, 20)
                .studentized(List.of(BinaryMetrics.ROC_AUC), negative)
                .get("roc_auc"));
        assertEquals(0, auc.replicates().defined());
        assertEquals(Optional.empty(), auc.interval(0.5, 0.1, 0.95));
    }

    @Test
    void noIntervalAtTheEndOfTheScale() {
        StudentizedReplicates auc = StudentizedReplicates.of(
                BinaryMetrics.ROC_AUC, new double[] {0.8, 0.9, 0.7}, new double[] {0.1, 0.1, 0.1});
        assertTrue(auc.interval(0.8, 0.1, 0.5).isPresent());
        assertEquals(Optional.empty(), auc.interval(1, 0.1, 0.5));
        assertRefused(
                "there are 1 replicates but 2 standard errors",
                () -> StudentizedReplicates.of(BinaryMetrics.ROC_AUC, new double[1], new double[2]));
    }
}
