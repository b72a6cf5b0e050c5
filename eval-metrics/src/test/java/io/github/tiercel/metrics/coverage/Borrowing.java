package io.github.tiercel.metrics.coverage;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.DifferenceEstimate;
import io.github.tiercel.metrics.interval.DifferenceEstimator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What borrowing from an earlier epoch does to one metric in many hold-outs of 20,000 rows: errors to the value on all
 * rows, plain and with the difference estimator, and how often both of its intervals hold what they are for.
 */
final class Borrowing {

    static final int ROWS = 20_000;

    private static final double LEVEL = 0.95;
    private static final int ROWS_OF_THE_TRUTH = 1_000_000;

    private final Metric<BinaryPredictions> metric;
    private final double truth;
    private int sets;
    private int borrowed;
    private int heldByFullSet;
    private int heldByPopulation;
    private double plainSquares;
    private double squares;
    private double width;
    private double plainWidth;

    private Borrowing(Metric<BinaryPredictions> metric, double truth) {
        this.metric = metric;
        this.truth = truth;
    }

    static List<Metric<BinaryPredictions>> metrics() {
        double threshold = 0.2;
        return List.of(
                BinaryMetrics.LOG_LOSS,
                BinaryMetrics.ROC_AUC,
                BinaryMetrics.AVERAGE_PRECISION,
                BinaryMetrics.ACCURACY.at(threshold),
                BinaryMetrics.F1.at(threshold),
                BinaryMetrics.MCC.at(threshold));
    }

    /**
     * Simulates.
     *
     * @param epochs the present epoch and the one it borrows from
     * @param balanced whether half of the sample is positive, rather than what the square-root rule gives
     */
    static List<Borrowing> of(EpochWorld world, int[] epochs, int size, boolean balanced, int sets) {
        SplittableRandom random = new SplittableRandom(20_261_130);
        BinaryPredictions all =
                world.holdout(ROWS_OF_THE_TRUTH, random, epochs[0]).get(0);
        List<Borrowing> found = metrics().stream()
                .map(metric -> new Borrowing(metric, metric.value(all).orNaN()))
                .toList();
        for (int set = 0; set < sets; set++) {
            List<BinaryPredictions> holdout = world.holdout(ROWS, random, epochs);
            LabelSample sample = balanced
                    ? LabelSample.balanced(holdout.get(0), size, random)
                    : LabelSample.bySquareRoots(holdout.get(0), size, random);
            found.forEach(one -> one.add(holdout, sample));
        }
        return found;
    }

    private void add(List<BinaryPredictions> holdout, LabelSample sample) {
        Value reference = metric.value(holdout.get(1));
        double onAll = metric.value(holdout.get(0)).orNaN();
        DifferenceEstimate found = DifferenceEstimator.of(
                        sample.design(), LEVEL, sample.of(holdout.get(0)), sample.of(holdout.get(1)))
                .estimate(metric, reference);
        Estimate estimate = found.estimate();
        sets++;
        borrowed += found.isBorrowed() ? 1 : 0;
        squares += square(estimate.value().orNaN() - onAll);
        plainSquares += square(found.plain().value().orNaN() - onAll);
        heldByFullSet += estimate.fullSet().orElseThrow().contains(onAll) ? 1 : 0;
        heldByPopulation += estimate.population().orElseThrow().contains(truth) ? 1 : 0;
        width += estimate.fullSet().orElseThrow().width();
        plainWidth += found.plain().fullSet().orElseThrow().width();
    }

    private static double square(double x) {
        return x * x;
    }

    String name() {
        return metric.name();
    }

    double error() {
        return Math.sqrt(squares / sets);
    }

    double plainError() {
        return Math.sqrt(plainSquares / sets);
    }

    double coverageOfFullSet() {
        return (double) heldByFullSet / sets;
    }

    double coverageOfPopulation() {
        return (double) heldByPopulation / sets;
    }

    double borrowed() {
        return (double) borrowed / sets;
    }

    /** {@code roc_auc | .0155 | .0002 | 77 | .97 | .94 | .0594 / .0009}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s | %.5f | %.5f | %.1f | %.3f | %.3f | %.4f / %.4f",
                name(),
                plainError(),
                error(),
                plainError() / error(),
                coverageOfFullSet(),
                coverageOfPopulation(),
                plainWidth / sets,
                width / sets);
    }
}
