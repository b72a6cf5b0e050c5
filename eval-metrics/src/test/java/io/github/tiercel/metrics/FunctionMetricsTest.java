package io.github.tiercel.metrics;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import io.github.tiercel.metrics.multiclass.TableMetric;
import io.github.tiercel.metrics.ranking.Counting;
import io.github.tiercel.metrics.ranking.QueryMeanMetric;
import io.github.tiercel.metrics.ranking.RankedQuery;
import io.github.tiercel.metrics.ranking.Ties;
import io.github.tiercel.metrics.ranking.WithoutRelevant;
import io.github.tiercel.metrics.regression.RowErrorMetric;
import io.github.tiercel.metrics.resample.Bootstrap;
import io.github.tiercel.metrics.resample.Replicates;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Metrics made from functions keep the contract of their type and get what their type gets. */
class FunctionMetricsTest {

    private static final BinaryPredictions PREDICTIONS = BinaryPredictions.of(
            new boolean[] {true, true, false, true, false, false}, new double[] {.9, .8, .7, .4, .3, .2});

    private static final ConfusionMetric G_MEAN = ConfusionMetric.of(
            "g_mean",
            Direction.HIGHER_IS_BETTER,
            Range.UNIT,
            0.5,
            matrix -> matrix.positives() > 0 && matrix.negatives() > 0
                    ? Value.of(Math.sqrt(matrix.truePositives()
                            / matrix.positives()
                            * (matrix.trueNegatives() / matrix.negatives())))
                    : Value.undefined(UndefinedReason.ONE_CLASS));

    @Test
    void everyFactoryChecksTheName() {
        String message =
                "metric name must not be empty or hold white space, commas, <, >, = or an @ that is not followed"
                        + " by a number at the end, got \"my metric\"";
        String name = "my metric";
        Direction up = Direction.HIGHER_IS_BETTER;
        Value one = Value.of(1);
        assertRefused(message, () -> Metric.of(BinaryPredictions.class, name, up, Range.UNIT, rows -> one));
        assertRefused(message, () -> RowMeanMetric.of(name, up, Range.UNIT, (label, score) -> 1));
        assertRefused(message, () -> RowMeanMetric.ofProbabilities(name, up, Range.UNIT, (label, score) -> 1));
        assertRefused(message, () -> ConfusionMetric.of(name, up, Range.UNIT, 0.5, matrix -> one));
        assertRefused(message, () -> ScoreGroupMetric.of(name, up, Range.UNIT, groups -> one));
        assertRefused(message, () -> TableMetric.of(name, up, Range.UNIT, table -> one));
        assertRefused(
                message,
                () -> io.github.tiercel.metrics.multiclass.RowMeanMetric.of(name, up, Range.UNIT, (rows, row) -> 1));
        assertRefused(message, () -> RowErrorMetric.of(name, (label, predicted) -> 1));
        assertRefused(message, () -> QueryMeanMetric.of(name, query -> 1));
    }

    @Test
    void functionOfTheMatrixIsReadAtAnyThreshold() {
        assertEquals(Math.sqrt(4 / 9.0), G_MEAN.value(PREDICTIONS).orNaN(), 1e-15);
        Metric<BinaryPredictions> lower = BinaryMetrics.at(G_MEAN, 0.35);
        assertEquals(Math.sqrt(2 / 3.0), lower.value(PREDICTIONS).orNaN(), 1e-15);
        assertEquals("g_mean", lower.name());
        assertEquals(0.5, G_MEAN.threshold());
    }

    @Test
    void cellWithoutWeightHasNoSlope() {
        var gradient = G_MEAN.gradient(new ConfusionMatrix(0.5, 3, 0, 1, 4));
        assertEquals(0, gradient.falsePositives());
        // sqrt(TP / P): its slope by TP is value FN / (2 TP P).
        assertEquals(Math.sqrt(0.75) / 24, gradient.truePositives(), 1e-12);
    }

    @Test
    void smoothFunctionsGetIntervalsAndOthersTheBootstrap() {
        IntervalEstimator estimator = IntervalEstimator.of(Design.independent(6), 0.95);
        assertEquals(
                "influence-logit-t",
                estimator
                        .estimate(G_MEAN, PREDICTIONS)
                        .population()
                        .orElseThrow()
                        .method());
        RowMeanMetric margin = RowMeanMetric.of(
                "margin", Direction.HIGHER_IS_BETTER, Range.CORRELATION, (label, score) -> label ? score : -score);
        assertEquals(
                "influence-t",
                estimator
                        .estimate(margin, PREDICTIONS)
                        .population()
                        .orElseThrow()
                        .method());
        ScoreGroupMetric top =
                ScoreGroupMetric.of("top_score", Direction.NEITHER, Range.UNIT, groups -> Value.of(groups.score(0)));
        assertFalse(estimator.estimate(top, PREDICTIONS).population().isPresent());
        var replicates = Bootstrap.of(LongStream.range(0, 6).toArray(), 42, 50)
                .replicates(List.of(top, margin, G_MEAN), PREDICTIONS);
        assertEquals(50, defined(replicates, "top_score"));
        assertTrue(defined(replicates, "margin") > 40);
        assertTrue(defined(replicates, "g_mean") > 40);
    }

    @Test
    void bootstrapAsksForNoRowThatIsNotThere() {
        BinaryPredictions certain = BinaryPredictions.of(new boolean[] {true, false, true}, new double[] {1, 0, .5});
        RowMeanMetric refusing = RowMeanMetric.of(
                "refusing",
                Direction.LOWER_IS_BETTER,
                Range.UNIT,
                (label, score) -> label == score > 0.1 ? 0.25 : Double.NaN);
        var replicates = Bootstrap.of(new long[] {1, 2, 3}, 42, 10).replicates(List.of(refusing), certain);
        assertTrue(defined(replicates, "refusing") > 5);
    }

    @Test
    void numberThatARowCannotGiveIsRefused() {
        RowMeanMetric log = RowMeanMetric.of(
                "log", Direction.LOWER_IS_BETTER, Range.NON_NEGATIVE, (label, score) -> Math.log(score));
        assertRefused(
                "metric log must give numbers in [0.0, Infinity], got " + Math.log(.9), () -> log.value(PREDICTIONS));
        QueryMeanMetric count = QueryMeanMetric.of("count", query -> query.relevant());
        RankingPredictions ranking =
                RankingPredictions.of(new int[] {1, 1}, new double[] {1, 1}, new double[] {.1, .2});
        assertRefused("metric count must give numbers in [0.0, 1.0], got 2.0", () -> count.value(ranking));
        RowErrorMetric signed = RowErrorMetric.of("signed", (label, predicted) -> label - predicted);
        RegressionPredictions above = RegressionPredictions.of(new double[] {1}, new double[] {3});
        assertRefused("metric signed must give numbers in [0.0, Infinity], got -2.0", () -> signed.value(above));
    }

    /** Whether a metric is a function or a class, a wrong number is not made plausible. */
    @Test
    void numberThatAClassCannotGiveIsRefused() {
        MulticlassPredictions classes =
                MulticlassPredictions.of(List.of("a", "b"), new int[] {0}, new double[][] {{.5}, {.5}});
        RankingPredictions ranking =
                RankingPredictions.of(new int[] {1, 2}, new double[] {1, 1}, new double[] {.1, .2});
        RegressionPredictions numbers = RegressionPredictions.of(new double[] {1}, new double[] {3});
        for (double wrong : new double[] {7, -1, Double.NaN}) {
            String message = "metric wrong must give numbers in [0.0, 1.0], got " + wrong;
            assertRefused(message, () -> new WrongRows(wrong).value(PREDICTIONS));
            assertRefused(message, () -> new WrongRows(wrong).influence(PREDICTIONS));
            assertRefused(message, () -> new WrongRows(wrong).terms(PREDICTIONS));
            assertRefused(message, () -> new WrongClasses(wrong).value(classes));
            assertRefused(message, () -> new WrongClasses(wrong).influence(classes));
            assertRefused(message, () -> new WrongQueries(wrong).value(ranking));
            assertRefused(message, () -> new WrongQueries(wrong).terms(ranking));
            assertRefused(message, () -> new WrongErrors(wrong).value(numbers));
            assertRefused(message, () -> new WrongErrors(wrong).influence(numbers));
        }
    }

    @Test
    void numberThatMissesTheRangeByRoundingIsItsEnd() {
        RankingPredictions ranking =
                RankingPredictions.of(new int[] {1, 2}, new double[] {1, 1}, new double[] {.1, .2});
        assertEquals(Value.of(1), new WrongQueries(1 + 1e-12).value(ranking));
        assertEquals(Value.of(0), new WrongRows(-1e-12).value(PREDICTIONS));
    }

    @Test
    void whatIsNoNumberForInfiniteInputIsUndefined() {
        Value notFinite = Value.undefined(UndefinedReason.NOT_FINITE);
        double infinite = Double.POSITIVE_INFINITY;
        assertEquals(
                notFinite,
                new WrongErrors(Double.NaN)
                        .value(RegressionPredictions.of(new double[] {infinite}, new double[] {infinite})));
        assertEquals(
                notFinite,
                new WrongRows(Double.NaN).value(BinaryPredictions.of(new boolean[1], new double[] {infinite})));
        assertEquals(
                notFinite,
                new WrongClasses(Double.NaN)
                        .value(MulticlassPredictions.of(
                                List.of("a", "b"), new int[] {0}, new double[][] {{0}, {-infinite}})));
    }

    private record WrongRows(double number) implements RowMeanMetric {

        @Override
        public String name() {
            return "wrong";
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }

        @Override
        public Range range() {
            return Range.UNIT;
        }

        @Override
        public double rowValue(boolean label, double score) {
            return number;
        }
    }

    private record WrongClasses(double number) implements io.github.tiercel.metrics.multiclass.RowMeanMetric {

        @Override
        public String name() {
            return "wrong";
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }

        @Override
        public Range range() {
            return Range.UNIT;
        }

        @Override
        public double rowValue(MulticlassPredictions predictions, int row) {
            return number;
        }
    }

    private record WrongQueries(double number) implements QueryMeanMetric {

        @Override
        public String name() {
            return "wrong";
        }

        @Override
        public Counting counting() {
            return Counting.DEFAULT;
        }

        @Override
        public double queryValue(RankedQuery query) {
            return number;
        }
    }

    private record WrongErrors(double number) implements RowErrorMetric {

        @Override
        public String name() {
            return "wrong";
        }

        @Override
        public Range range() {
            return Range.UNIT;
        }

        @Override
        public double rowError(double label, double predicted) {
            return number;
        }
    }

    @Test
    void infiniteMeanIsUndefined() {
        RowMeanMetric score = RowMeanMetric.of(
                "score",
                Direction.NEITHER,
                new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                (label, any) -> any);
        BinaryPredictions infinite =
                BinaryPredictions.of(new boolean[2], new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
        assertEquals(Value.undefined(UndefinedReason.NOT_FINITE), score.value(infinite));
    }

    @Test
    void meanOfProbabilitiesNeedsThem() {
        RowMeanMetric spread = RowMeanMetric.ofProbabilities(
                "spread", Direction.NEITHER, new Range(0, 0.25), (label, p) -> p * (1 - p));
        assertTrue(spread.needsProbabilities());
        assertEquals(
                Value.undefined(UndefinedReason.NOT_PROBABILITIES),
                spread.value(BinaryPredictions.of(new boolean[1], new double[] {2})));
        MulticlassPredictions notOne =
                MulticlassPredictions.of(List.of("a", "b"), new int[] {0}, new double[][] {{.5}, {.2}});
        var first = io.github.tiercel.metrics.multiclass.RowMeanMetric.ofProbabilities(
                "first", Direction.NEITHER, Range.UNIT, (rows, row) -> rows.score(0, row));
        assertEquals(Value.undefined(UndefinedReason.ROWS_DO_NOT_SUM_TO_ONE), first.value(notOne));
        var anyFirst = io.github.tiercel.metrics.multiclass.RowMeanMetric.of(
                "first", Direction.NEITHER, Range.UNIT, (rows, row) -> rows.score(0, row));
        assertEquals(Value.of(0.5), anyFirst.value(notOne));
    }

    @Test
    void errorMayHaveARangeAndADirectionOfItsOwn() {
        RowErrorMetric bias = RowErrorMetric.of(
                "bias",
                Direction.NEITHER,
                new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                (label, predicted) -> predicted - label);
        RegressionPredictions rows = RegressionPredictions.of(new double[] {1, 2}, new double[] {2, 5});
        assertEquals(Value.of(2), bias.value(rows));
        assertEquals(Direction.NEITHER, bias.direction());
        assertEquals(
                Direction.LOWER_IS_BETTER, RowErrorMetric.of("e", (y, p) -> 0).direction());
    }

    @Test
    void queriesAreCountedAsDeclared() {
        Counting zero = new Counting(WithoutRelevant.ZERO, Ties.AVERAGED);
        RankingPredictions ranking =
                RankingPredictions.of(new int[] {1, 1, 2}, new double[] {1, 0, 0}, new double[] {.2, .1, .3});
        QueryMeanMetric first = QueryMeanMetric.of("first", query -> query.relevantAt(1));
        assertEquals(Counting.DEFAULT, first.counting());
        assertEquals(Value.of(1), first.value(ranking));
        QueryMeanMetric all =
                QueryMeanMetric.of("first", Direction.HIGHER_IS_BETTER, Range.UNIT, zero, query -> query.relevantAt(1));
        assertEquals(Value.of(0.5), all.value(ranking));
        assertInstanceOf(SmoothMetric.class, first);
    }

    @Test
    void taskOfAFunctionIsThatOfThePredictionsItReads() {
        assertEquals(Task.BINARY, Task.of(G_MEAN));
        assertEquals(Task.MULTICLASS, Task.of(TableMetric.of("t", Direction.NEITHER, Range.UNIT, t -> Value.of(1))));
        assertEquals(Task.REGRESSION, Task.of(RowErrorMetric.of("e", (y, p) -> 0)));
        assertEquals(Task.RANKING, Task.of(QueryMeanMetric.of("q", query -> 0)));
    }

    private static int defined(Map<String, Replicates> replicates, String name) {
        return Objects.requireNonNull(replicates.get(name)).defined();
    }
}
