package io.github.tiercel.coverage;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.interval.Quantiles;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.List;
import java.util.Random;

/**
 * Prefixes of rows with numbers as labels, of which a model knows the mean and a second one a blurred mean: normal
 * labels {@code 3 x + e}, or log-normal ones, {@code exp(0.8 x)} times an error of mean 1, whose tails make most of the
 * squared error.
 *
 * @param heavy whether labels are log-normal
 */
record RegressionSamples(boolean heavy) {

    private static final double SLOPE = 3;
    private static final double BLUR = 0.5;
    private static final double HEAVY_SLOPE = 0.8;
    private static final double HEAVY_ERROR = 0.6;
    private static final double HEAVY_BLUR = 0.2;

    PrefixSamples<RegressionPredictions> prefixes(int rows, int... prefixes) {
        Truth first = truth(0);
        Truth second = truth(heavy ? HEAVY_BLUR : BLUR);
        int n = prefixes.length;
        return new PrefixSamples<>(
                RegressionMetrics.MAE,
                this::draw,
                rows,
                prefixes,
                List.of(
                        new Measured<>("mae", RegressionMetrics.MAE, first.mae, second.mae, n),
                        new Measured<>("rmse", RegressionMetrics.RMSE, Math.sqrt(first.mse), Math.sqrt(second.mse), n),
                        new Measured<>("r2", RegressionMetrics.R2, first.r2(), second.r2(), n)));
    }

    private PairedRows draw(int rows, Random random) {
        double[] labels = new double[rows];
        double[] mean = new double[rows];
        double[] blurred = new double[rows];
        for (int row = 0; row < rows; row++) {
            double x = random.nextGaussian();
            double error = random.nextGaussian();
            double blur = random.nextGaussian();
            mean[row] = heavy ? Math.exp(HEAVY_SLOPE * x) : SLOPE * x;
            labels[row] = heavy ? mean[row] * ofMeanOne(HEAVY_ERROR, error) : mean[row] + error;
            blurred[row] = heavy ? mean[row] * ofMeanOne(HEAVY_BLUR, blur) : mean[row] + BLUR * blur;
        }
        return new PairedRows(EvaluationSet.regression(labels), Scores.of("first", mean), Scores.of("second", blurred));
    }

    private static double ofMeanOne(double deviation, double x) {
        return Math.exp(deviation * x - deviation * deviation / 2);
    }

    private record Truth(double mae, double mse, double variance) {

        private double r2() {
            return 1 - mse / variance;
        }
    }

    /** Of log-normal factors a and b of mean 1, {@code E|a - b|} is as in the price of an option to exchange them. */
    private Truth truth(double blur) {
        if (!heavy) {
            double deviation = Math.sqrt(1 + blur * blur);
            return new Truth(deviation * Math.sqrt(2 / Math.PI), deviation * deviation, SLOPE * SLOPE + 1);
        }
        double deviation = Math.sqrt(HEAVY_ERROR * HEAVY_ERROR + blur * blur);
        double mean = Math.exp(HEAVY_SLOPE * HEAVY_SLOPE / 2);
        double square = mean * mean * mean * mean;
        double error = Math.exp(HEAVY_ERROR * HEAVY_ERROR);
        return new Truth(
                mean * 2 * (2 * Quantiles.normalProbability(deviation / 2) - 1),
                square * (error + Math.exp(blur * blur) - 2),
                square * error - mean * mean);
    }
}
