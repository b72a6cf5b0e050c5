package io.github.tiercel.metrics.coverage;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.compare.PairedComparison;
import io.github.tiercel.metrics.interval.Binormal;
import io.github.tiercel.metrics.interval.Design;
import java.util.List;
import java.util.Random;

/**
 * Two models of a world with 10 % positive rows, of which the second sees the score of the first with noise, and the
 * true difference of a metric.
 */
record BlurredPair(Metric<BinaryPredictions> metric, double difference) {

    private static final double SHARE = 0.1;
    private static final double NOISE = 0.75;
    private static final Binormal SHARP = new Binormal(SHARE, 1);
    private static final Binormal BLURRED = new Binormal(SHARE, 1 / Math.sqrt(1 + NOISE * NOISE));
    private static final double THRESHOLD = 0.15;

    static List<BlurredPair> differences() {
        return List.of(
                new BlurredPair(BinaryMetrics.ROC_AUC, SHARP.auc() - BLURRED.auc()),
                new BlurredPair(BinaryMetrics.AVERAGE_PRECISION, SHARP.averagePrecision() - BLURRED.averagePrecision()),
                new BlurredPair(BinaryMetrics.LOG_LOSS, SHARP.logLoss() - BLURRED.logLoss()),
                new BlurredPair(
                        BinaryMetrics.ACCURACY.at(THRESHOLD), SHARP.accuracy(THRESHOLD) - BLURRED.accuracy(THRESHOLD)),
                new BlurredPair(BinaryMetrics.F1.at(THRESHOLD), SHARP.f1(THRESHOLD) - BLURRED.f1(THRESHOLD)));
    }

    /** How often intervals of level 0.95 hold the true difference. */
    Tally tally(int sets, int rows) {
        Random random = new Random(20_240_608);
        PairedComparison comparison = PairedComparison.of(Design.independent(rows), 0.95);
        Tally tally = new Tally(difference);
        for (int set = 0; set < sets; set++) {
            draw(rows, random, comparison, tally);
        }
        return tally;
    }

    private void draw(int rows, Random random, PairedComparison comparison, Tally tally) {
        boolean[] labels = new boolean[rows];
        double[] sharp = new double[rows];
        double[] blurred = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextDouble() < SHARE;
            double x = random.nextGaussian() + (labels[row] ? 1 : 0);
            sharp[row] = SHARP.probability(x);
            // Divided by its deviation, the noisy score is standard normal again for negative rows.
            blurred[row] = BLURRED.probability((x + NOISE * random.nextGaussian()) / Math.sqrt(1 + NOISE * NOISE));
        }
        tally.add(comparison
                .difference(metric, BinaryPredictions.wrap(labels, sharp), BinaryPredictions.wrap(labels, blurred))
                .interval());
    }

    @Override
    public String toString() {
        return metric.name();
    }
}
