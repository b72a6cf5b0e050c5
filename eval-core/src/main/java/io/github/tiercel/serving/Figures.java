package io.github.tiercel.serving;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import io.github.tiercel.metrics.interval.ProportionInterval;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import io.github.tiercel.result.ParityFigures;
import io.github.tiercel.result.RowShare;
import io.github.tiercel.result.ScoreGap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** How well scores agree. O(n log n) for n rows and each output. */
final class Figures {

    private static final double MEDIAN = 0.5;
    private static final double P90 = 0.9;
    private static final double P99 = 0.99;
    private static final double P999 = 0.999;

    private Figures() {}

    static ParityFigures of(PairedScores scores, double[] gaps, Decisions decisions, double tolerance, double level) {
        int beyond = (int) Arrays.stream(gaps).filter(gap -> gap > tolerance).count();
        RegressionPredictions least = leastAlike(scores);
        IntervalEstimator estimator = IntervalEstimator.of(Design.independent(scores.rows()), level);
        return new ParityFigures(
                gap(scores, gaps),
                share(beyond, gaps.length, level),
                decisions.areMade() ? Optional.of(share(decisions.flips(), gaps.length, level)) : Optional.empty(),
                rankCorrelation(estimator.estimate(RegressionMetrics.SPEARMAN, least)),
                RegressionMetrics.KENDALL.value(least));
    }

    private static ScoreGap gap(PairedScores scores, double[] gaps) {
        double[] sorted = gaps.clone();
        Arrays.sort(sorted);
        CompensatedSum sum = new CompensatedSum();
        Arrays.stream(sorted).forEach(sum::add);
        double largest = sorted[sorted.length - 1];
        return new ScoreGap(
                scores.identical(),
                largest,
                Double.isInfinite(largest) ? largest : sum.value() / sorted.length,
                quantile(sorted, MEDIAN),
                quantile(sorted, P90),
                quantile(sorted, P99),
                quantile(sorted, P999));
    }

    /** The smallest gap that at least this share of rows does not exceed. */
    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** Gates read the exact interval, and a result shows what its gates read. */
    private static RowShare share(int count, int rows, double level) {
        return new RowShare(count, rows, ProportionInterval.CLOPPER_PEARSON.of(count, rows, level));
    }

    private static RegressionPredictions leastAlike(PairedScores scores) {
        return IntStream.range(0, scores.outputs().size())
                .mapToObj(output -> RegressionPredictions.wrap(scores.reference(output), scores.served(output)))
                .min(Comparator.comparingDouble(Figures::likeness))
                .orElseThrow();
    }

    /** An output without an order says nothing of the others. */
    private static double likeness(RegressionPredictions output) {
        Value value = RegressionMetrics.SPEARMAN.value(output);
        return value.isDefined() ? value.orNaN() : Double.POSITIVE_INFINITY;
    }

    /** Under the name by which gates know it. */
    private static Estimate rankCorrelation(Estimate spearman) {
        return new Estimate(
                ParityLimits.RANK_CORRELATION,
                spearman.direction(),
                spearman.value(),
                spearman.population(),
                spearman.fullSet(),
                spearman.gate(),
                spearman.bootstrap(),
                spearman.standardError(),
                spearman.flags(),
                spearman.rows(),
                spearman.positives());
    }
}
