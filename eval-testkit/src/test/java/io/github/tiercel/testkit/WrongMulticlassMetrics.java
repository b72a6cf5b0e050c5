package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.multiclass.RowMeanMetric;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Metrics of several classes with one deliberate mistake each. Not run by themselves. */
final class WrongMulticlassMetrics {

    private WrongMulticlassMetrics() {}

    /** Macro recall over the classes that occur in any row, rows of weight 0 included, said as if over all. */
    static class ClassesOfAbsentRows implements MetricLaws<MulticlassPredictions> {
        @Override
        public Metric<MulticlassPredictions> metric() {
            return wrong("recall_of_any_class", Range.UNIT, p -> {
                int[] classes =
                        IntStream.range(0, p.rows()).map(p::label).distinct().toArray();
                double sum = IntStream.of(classes)
                        .mapToObj(c ->
                                MulticlassMetrics.recall(p.classes().get(c)).value(p))
                        .mapToDouble(recall -> recall.isDefined() ? recall.orNaN() : 0)
                        .sum();
                return p.weightedRows() == 0
                        ? Value.undefined(UndefinedReason.EMPTY)
                        : Value.of(Math.min(1, sum / classes.length));
            });
        }
    }

    /** Macro F1 said to be a mean over rows. */
    static class MeanOfClassesAsMeanOfRows implements MeanMetricLaws<MulticlassPredictions> {
        @Override
        public Metric<MulticlassPredictions> metric() {
            return wrong("f1_by_row", Range.UNIT, MulticlassMetrics.F1_MACRO::value);
        }
    }

    /** The number of classes with a score above 0, said to be a share. */
    static class CountAsShare implements MetricLaws<MulticlassPredictions> {
        @Override
        public Metric<MulticlassPredictions> metric() {
            return new PossibleClasses();
        }

        private record PossibleClasses() implements RowMeanMetric {

            @Override
            public String name() {
                return "possible_classes";
            }

            @Override
            public Direction direction() {
                return Direction.NEITHER;
            }

            @Override
            public Range range() {
                return Range.UNIT;
            }

            @Override
            public double rowValue(MulticlassPredictions predictions, int row) {
                return IntStream.range(0, predictions.classes().size())
                        .filter(c -> predictions.score(c, row) > 0)
                        .count();
            }
        }
    }

    /** Share of rows whose own class has at least 0.5, which reads more than the order of scores. */
    static class ThresholdInsteadOfOrder implements RankMetricLaws<MulticlassPredictions> {
        @Override
        public Metric<MulticlassPredictions> metric() {
            return wrong("likely", Range.UNIT, p -> {
                double likely = IntStream.range(0, p.rows())
                        .filter(row -> p.score(p.label(row), row) >= 0.5)
                        .mapToDouble(p::weight)
                        .sum();
                double all = IntStream.range(0, p.rows()).mapToDouble(p::weight).sum();
                return p.weightedRows() == 0 ? Value.undefined(UndefinedReason.EMPTY) : Value.of(likely / all);
            });
        }
    }

    /** The Brier score with the range of the binary one. */
    static class RangeOfAnother implements MetricLaws<MulticlassPredictions> {
        @Override
        public Metric<MulticlassPredictions> metric() {
            return new Wrong.Smooth<>(
                    "brier_up_to_1",
                    MulticlassMetrics.BRIER,
                    MulticlassMetrics.BRIER::value,
                    MulticlassMetrics.BRIER::influence) {
                @Override
                public Range range() {
                    return Range.UNIT;
                }
            };
        }
    }

    private static Metric<MulticlassPredictions> wrong(
            String name, Range range, Function<MulticlassPredictions, Value> formula) {
        return new Wrong<>(MulticlassPredictions.class, name, Direction.HIGHER_IS_BETTER, range, formula);
    }
}
