package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Metrics of predicted numbers with one deliberate mistake each. Not run by themselves. */
final class WrongRegressionMetrics {

    private static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private WrongRegressionMetrics() {}

    /** Squared error divided by {@code W - 1}, as a variance is. */
    static class OneLess implements MetricLaws<RegressionPredictions> {
        @Override
        public Metric<RegressionPredictions> metric() {
            return wrong("mse_with_one_less", p -> {
                double total =
                        IntStream.range(0, p.rows()).mapToDouble(p::weight).sum();
                Value mean = RegressionMetrics.MSE.value(p);
                return mean.isDefined() && total > 1 ? Value.of(mean.orNaN() * total / (total - 1)) : mean;
            });
        }
    }

    /** The largest error, with rows of weight 0. */
    static class AbsentRowsSeen implements MetricLaws<RegressionPredictions> {
        @Override
        public Metric<RegressionPredictions> metric() {
            return wrong(
                    "max_error_of_any_row",
                    p -> p.weightedRows() == 0
                            ? Value.undefined(UndefinedReason.EMPTY)
                            : errors(p).anyMatch(error -> !Double.isFinite(error))
                                    ? Value.undefined(UndefinedReason.NOT_FINITE)
                                    : Value.of(errors(p).max().orElseThrow()));
        }
    }

    /** The mean error without taking its size: over- and underestimates cancel, and less is not better. */
    static class SignLeft implements MetricLaws<RegressionPredictions> {
        @Override
        public Metric<RegressionPredictions> metric() {
            return wrong("mean_error", p -> {
                double total =
                        IntStream.range(0, p.rows()).mapToDouble(p::weight).sum();
                double sum = IntStream.range(0, p.rows())
                        .filter(row -> p.weight(row) > 0)
                        .mapToDouble(row -> p.weight(row) * (p.predicted(row) - p.label(row)))
                        .sum();
                return Double.isFinite(sum / total)
                        ? Value.of(sum / total)
                        : Value.undefined(UndefinedReason.NOT_FINITE);
            });
        }
    }

    /** The root of the mean squared error said to be a mean. */
    static class RootAsMean implements MeanMetricLaws<RegressionPredictions> {
        @Override
        public Metric<RegressionPredictions> metric() {
            return wrong("rmse_as_mean", RegressionMetrics.RMSE::value);
        }
    }

    /** The root of the mean squared error with the influence values of what is under the root. */
    static class RootForgotten implements MetricLaws<RegressionPredictions> {
        @Override
        public Metric<RegressionPredictions> metric() {
            return Wrong.of(
                    "rmse_root_forgotten",
                    RegressionMetrics.RMSE,
                    RegressionMetrics.RMSE::value,
                    RegressionMetrics.MSE::influence);
        }
    }

    /** Influence values divided by the value, 0 where all predictions are exact. */
    static class DividedByZero implements MetricLaws<RegressionPredictions> {
        @Override
        public Metric<RegressionPredictions> metric() {
            return Wrong.of("rmse_divided_by_zero", RegressionMetrics.RMSE, RegressionMetrics.RMSE::value, p -> {
                double value = RegressionMetrics.RMSE.value(p).orNaN();
                double[] influence = RegressionMetrics.MSE.influence(p);
                for (int row = 0; row < influence.length; row++) {
                    influence[row] /= 2 * value;
                }
                return influence;
            });
        }
    }

    /** The share of pairs in which larger labels have larger predictions; tied predictions count as wrong. */
    static class TiesAsLosses implements MirrorMetricLaws<RegressionPredictions> {
        @Override
        public Metric<RegressionPredictions> metric() {
            return new Wrong<>(
                    RegressionPredictions.class,
                    "concordance_ties_as_losses",
                    Direction.HIGHER_IS_BETTER,
                    Range.UNIT,
                    WrongRegressionMetrics::concordant);
        }
    }

    private static Value concordant(RegressionPredictions p) {
        double right = 0;
        double all = 0;
        for (int i = 0; i < p.rows(); i++) {
            for (int j = 0; j < p.rows(); j++) {
                double pair = p.label(i) > p.label(j) ? p.weight(i) * p.weight(j) : 0;
                right += p.predicted(i) > p.predicted(j) ? pair : 0;
                all += pair;
            }
        }
        return all > 0 ? Value.of(right / all) : Value.undefined(UndefinedReason.CONSTANT_LABELS);
    }

    private static DoubleStream errors(RegressionPredictions p) {
        return IntStream.range(0, p.rows()).mapToDouble(row -> Math.abs(p.label(row) - p.predicted(row)));
    }

    private static Metric<RegressionPredictions> wrong(String name, Function<RegressionPredictions, Value> formula) {
        return new Wrong<>(RegressionPredictions.class, name, Direction.LOWER_IS_BETTER, ANY, formula);
    }
}
