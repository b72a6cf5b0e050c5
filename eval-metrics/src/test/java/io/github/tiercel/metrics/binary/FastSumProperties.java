package io.github.tiercel.metrics.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.RandomPredictions;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Sums and counts that metrics know a faster way for are those of one row after the other. */
class FastSumProperties {

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Provide
    Arbitrary<Double> clips() {
        return Arbitraries.of(LogLoss.DEFAULT_CLIP, 0x1p-53, 1e-15, 1e-7, 0.25);
    }

    @Property(tries = 300, seed = "1")
    void logLossIsTheSumOfLogarithms(
            @ForAll @IntRange(max = 2100) int rows, @ForAll("clips") double clip, @ForAll long seed) {
        BinaryPredictions predictions = probabilities(rows, seed);
        int from = rows / 5;
        CompensatedSum sum = new CompensatedSum();
        for (int row = from; row < rows; row++) {
            double p = Math.max(clip, Math.min(1 - clip, predictions.score(row)));
            sum.add(-StrictMath.log(predictions.label(row) ? p : 1 - p));
        }
        // Where all is right, logarithms are next to nothing, and each factor is rounded to half of 2^-52.
        double rounding = 1e-15 * sum.value() + (rows - from) * 0x1p-53;
        assertEquals(sum.value(), new LogLoss(clip).sum(predictions, from, rows), rounding);
    }

    @Property(tries = 300, seed = "2")
    void brierIsTheSumOfSquares(@ForAll @IntRange(max = 2100) int rows, @ForAll long seed) {
        BinaryPredictions predictions = probabilities(rows, seed);
        int from = rows / 5;
        CompensatedSum sum = new CompensatedSum();
        for (int row = from; row < rows; row++) {
            double error = (predictions.label(row) ? 1 : 0) - predictions.score(row);
            sum.add(error * error);
        }
        // Two running sums of at most a block of terms: half an ulp for each addition, at most.
        assertEquals(sum.value(), BinaryMetrics.BRIER.sum(predictions, from, rows), rows / 2.0 * 0x1p-53 * sum.value());
    }

    @Property(tries = 1000, seed = "3")
    void theMatrixIsTheSameSortedOrNot(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll @IntRange(min = -1, max = 40) int at) {
        double threshold =
                at < 0 ? Double.POSITIVE_INFINITY : at < predictions.rows() ? predictions.score(at) : at / 40.0;
        double[] cells = new double[4];
        for (int row = 0; row < predictions.rows(); row++) {
            boolean predicted = predictions.score(row) >= threshold;
            cells[(predictions.label(row) ? 0 : 2) + (predicted ? 0 : 1)] += predictions.weight(row);
        }
        ConfusionMatrix byRows = ConfusionMatrix.at(predictions, threshold);
        ConfusionMatrix byGroups = ConfusionMatrix.at(predictions.groups(), threshold);
        // Fractional weights are added up in another order; counts are exact.
        double tolerance = predictions.isWeighted() ? 1e-12 : 0;
        assertCells(cells, byRows, tolerance);
        assertCells(cells, byGroups, tolerance);
        assertCells(cells, ConfusionMatrix.at(predictions, threshold), tolerance);
    }

    private static void assertCells(double[] cells, ConfusionMatrix matrix, double tolerance) {
        assertEquals(cells[0], matrix.truePositives(), tolerance);
        assertEquals(cells[1], matrix.falseNegatives(), tolerance);
        assertEquals(cells[2], matrix.falsePositives(), tolerance);
        assertEquals(cells[3], matrix.trueNegatives(), tolerance);
    }

    /** Many of them 0, 1 or next to one of both, and many mistakes. */
    private static BinaryPredictions probabilities(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        boolean nearlyPerfect = random.nextInt(4) == 0;
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextInt(3) == 0;
            double u = random.nextDouble();
            double distance = nearlyPerfect ? u * 1e-12 : random.nextInt(4) == 0 ? u * 0x1p-50 : u;
            scores[row] = labels[row] ? 1 - distance : distance;
            if (!nearlyPerfect && random.nextInt(10) == 0) {
                scores[row] = random.nextInt(2);
            }
        }
        return BinaryPredictions.wrap(labels, scores);
    }
}
