package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.resample.Execution;
import io.github.tiercel.metrics.resample.KeyedHash;
import io.github.tiercel.metrics.resample.Replicates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Consistency resampling: whether noise explains a calibration error. Labels are drawn anew, each row positive with its
 * predicted probability, so that the model is calibrated by construction; the observed error is held against the errors
 * of many such draws. Scores and weights stay as they are.
 *
 * <p>A row's draw depends on seed, row key and replicate alone, so results do not depend on the order of rows or on
 * threads, and two models on the same rows share their noise. Rows that share a key share their draw. Time O(replicates
 * x rows) on the common pool unless told otherwise; memory 28 bytes a row, and 8 a bin and replicate. Immutable, and
 * safe for use by several threads.
 *
 * <p>Source: J. Bröcker, L. A. Smith, "Increasing the Reliability of Reliability Diagrams", Weather and Forecasting 22
 * (2007), doi:10.1175/WAF993.1, which resamples the probabilities as well; here they are held.
 *
 * <pre>{@code
 * var resampling = ConsistencyResampling.of(rowKeys, 42, 999);
 * double p = resampling.result(predictions, Binning.equalMass(15), 0.95).orElseThrow().pValue();
 * }</pre>
 *
 * @since 0.1
 */
public final class ConsistencyResampling {

    /** Added to a user's seed, so that no other draw reads the same hashes; "cons" in ASCII. */
    private static final long PURPOSE = 0x636F6E73L;

    /** Errors of equal labels differ by the rounding of a mean over bins. */
    private static final double ROUNDING = 1e-12;

    private final long[] rowKeys;
    private final KeyedHash hash;
    private final int replicates;
    private final Execution execution;

    private ConsistencyResampling(long[] rowKeys, KeyedHash hash, int replicates, Execution execution) {
        this.rowKeys = rowKeys;
        this.hash = hash;
        this.replicates = replicates;
        this.execution = execution;
    }

    /**
     * {@return resampling with keys, seed and number of draws}
     *
     * @param rowKeys for each row its key, or its position where there is none; shared, not copied
     * @param seed any number
     * @param replicates how often labels are drawn, at least 1; 999 for a p-value near 0.05
     * @throws IllegalArgumentException if {@code replicates} is below 1
     */
    public static ConsistencyResampling of(long[] rowKeys, long seed, int replicates) {
        Arguments.atLeastOne("replicates", replicates);
        return new ConsistencyResampling(rowKeys, KeyedHash.of(seed, PURPOSE), replicates, Execution.common());
    }

    /**
     * {@return the same resampling, done elsewhere than by the calling thread and the common pool}
     *
     * @param newExecution where; the result does not depend on it
     */
    public ConsistencyResampling on(Execution newExecution) {
        return new ConsistencyResampling(rowKeys, hash, replicates, newExecution);
    }

    /**
     * {@return the result; empty without rows and where scores are not probabilities}
     *
     * @param predictions as many rows as there are keys
     * @param binning how probabilities are put into bins
     * @param level the level of each bar and of each bin's own interval, in (0, 1)
     * @throws IllegalArgumentException if the number of rows differs from the number of keys, or the level is not in
     *     (0, 1)
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Optional<ConsistencyResult> result(BinaryPredictions predictions, Binning binning, double level) {
        Arguments.sameLength("predictions", predictions.rows(), "rowKeys", rowKeys.length);
        return ReliabilityCurve.of(predictions, binning, level)
                .map(curve -> result(
                        new DrawnShares(predictions, Bins.of(predictions, binning), rowKeys), curve.bins(), level));
    }

    private ConsistencyResult result(DrawnShares drawn, List<ReliabilityBin> observed, double level) {
        double[][] shares = new double[observed.size()][replicates];
        double[] errors = new double[replicates];
        execution.forEach(replicates, replicate -> {
            long drawKey = hash.drawKey(replicate);
            for (int bin = 0; bin < shares.length; bin++) {
                shares[bin][replicate] = drawn.of(bin, drawKey);
            }
            errors[replicate] = error(observed, bin -> shares[bin][replicate]);
        });
        double error = error(observed, bin -> observed.get(bin).observed());
        return new ConsistencyResult(
                error, Replicates.of(errors).mean(), pValue(error, errors), replicates, bars(observed, shares, level));
    }

    private static double error(List<ReliabilityBin> bins, IntToDoubleFunction share) {
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum total = new CompensatedSum();
        for (int bin = 0; bin < bins.size(); bin++) {
            double weight = bins.get(bin).weight();
            sum.add(weight * Math.abs(bins.get(bin).predicted() - share.applyAsDouble(bin)));
            total.add(weight);
        }
        return Math.min(1, sum.value() / total.value());
    }

    private static double pValue(double error, double[] errors) {
        int count = 0;
        for (double drawn : errors) {
            count += drawn >= error - ROUNDING ? 1 : 0;
        }
        return (1.0 + count) / (1 + errors.length);
    }

    private static List<ConsistencyBar> bars(List<ReliabilityBin> observed, double[][] shares, double level) {
        List<ConsistencyBar> bars = new ArrayList<>();
        for (int bin = 0; bin < shares.length; bin++) {
            Replicates drawn = Replicates.of(shares[bin]);
            Interval expected = new Interval(
                    drawn.quantile((1 - level) / 2), drawn.quantile((1 + level) / 2), level, "consistency");
            bars.add(new ConsistencyBar(observed.get(bin), expected));
        }
        return bars;
    }
}
