package io.github.tiercel.testkit;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.RocAuc;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;
import java.util.Arrays;
import java.util.function.Function;

/** Metrics with one deliberate mistake each, and the tests that a user would write for them. Not run by themselves. */
final class WrongBinaryMetrics {

    private static final RocAuc AUC = BinaryMetrics.ROC_AUC;

    private WrongBinaryMetrics() {}

    /** ROC-AUC that walks row by row down the sort: among tied rows, those further up in the table win. */
    static class TiesByRowOrder implements RankMetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return wrong(
                    "auc_ties_by_row_order",
                    p -> auc(p, (i, j) -> p.score(i) > p.score(j) || (p.score(i) == p.score(j) && i < j)));
        }
    }

    /** ROC-AUC that counts a tie as a win, with the influence values of the right one. */
    static class TiesAsWins implements MirrorMetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return Wrong.of("auc_ties_as_wins", AUC, p -> auc(p, (i, j) -> p.score(i) >= p.score(j)), AUC::influence);
        }
    }

    /** ROC-AUC that takes scores closer than 1e-6 for equal. */
    static class NearScoresAsTies implements RankMetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return wrong("auc_near_scores_as_ties", p -> auc(p, (i, j) -> p.score(i) > p.score(j) + 1e-6));
        }
    }

    /** ROC-AUC that takes -0.0 for less than 0.0, as {@link Double#compare} does. */
    static class SignedZeros implements RankMetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return wrong("auc_signed_zeros", p -> auc(p, (i, j) -> Double.compare(p.score(i), p.score(j)) > 0));
        }
    }

    /** Accuracy that forgets the weights. */
    static class WeightsForgotten implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return wrong("accuracy_weights_forgotten", p -> {
                int right = 0;
                for (int row = 0; row < p.rows(); row++) {
                    right += p.label(row) == p.score(row) >= 0.5 ? 1 : 0;
                }
                return Value.of(right / Math.max(1.0, p.rows()));
            });
        }
    }

    /** The weight of positive rows: a count, not a mean. */
    static class CountInsteadOfMean implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return wrong("positives", p -> Value.of(p.groups().positives()));
        }
    }

    /** The Brier score taken for something to be raised. */
    static class WrongDirection implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return wrong("brier_as_a_gain", BinaryMetrics.BRIER::value);
        }
    }

    /** Accuracy that is 1 where there is nothing to mistake. */
    static class NothingIsRight implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return wrong("accuracy_of_nothing", p -> {
                Value accuracy = BinaryMetrics.ACCURACY.value(p);
                return accuracy.isDefined() || p.weightedRows() > 0 ? accuracy : Value.of(1);
            });
        }
    }

    /** ROC-AUC that turns "undefined" into NaN, which a value refuses with an exception. */
    static class NotANumber implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return wrong("auc_not_a_number", p -> Value.of(AUC.value(p).orNaN()));
        }
    }

    /** Accuracy under a name that no gate rule could hold. */
    static class NameOfTwoWords implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return wrong("right answers", BinaryMetrics.ACCURACY::value);
        }
    }

    /** Average precision that claims to need probabilities and takes any scores. */
    static class NeedlessNeed implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return new Wrong<>(
                    BinaryPredictions.class,
                    "needless_need",
                    Direction.HIGHER_IS_BETTER,
                    Range.UNIT,
                    BinaryMetrics.AVERAGE_PRECISION::value) {
                @Override
                public boolean needsProbabilities() {
                    return true;
                }
            };
        }
    }

    /** Changes from call to call. */
    static class CallsCounted implements MetricLaws<BinaryPredictions> {

        private int calls;

        @Override
        public Metric<BinaryPredictions> metric() {
            return wrong("calls_counted", p -> Value.of(1 - Math.scalb(1.0, -(++calls % 50))));
        }
    }

    /** ROC-AUC whose influence values change from call to call. */
    static class InfluenceCallsCounted implements MetricLaws<BinaryPredictions> {

        private int calls;

        @Override
        public Metric<BinaryPredictions> metric() {
            return Wrong.of("influence_calls_counted", AUC, AUC::value, p -> {
                calls++;
                return Arrays.stream(AUC.influence(p))
                        .map(one -> one * (1 + calls % 7))
                        .toArray();
            });
        }
    }

    /** Gives influence values where there is no value to have them. */
    static class InfluenceOfNothing implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return Wrong.of(
                    "influence_of_nothing",
                    AUC,
                    AUC::value,
                    p -> AUC.value(p).isDefined() ? AUC.influence(p) : new double[p.rows()]);
        }
    }

    /** Influence values with the metric's value left in, so that their mean is not 0. */
    static class InfluenceOffCentre implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return Wrong.of("influence_off_centre", AUC, AUC::value, p -> Arrays.stream(AUC.influence(p))
                    .map(one -> one + AUC.value(p).orNaN())
                    .toArray());
        }
    }

    /** Influence values of a sum instead of a mean: as many times too large as there are rows. */
    static class InfluenceOfTheSum implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return Wrong.of("influence_of_the_sum", AUC, AUC::value, p -> Arrays.stream(AUC.influence(p))
                    .map(one -> one * p.rows())
                    .toArray());
        }
    }

    /** The lowest score of all groups, although a replicate may leave a group without weight. */
    static class GroupsWithoutWeight implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return ScoreGroupMetric.of(
                    "lowest_score",
                    Direction.NEITHER,
                    new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                    g -> g.size() == 0 ? Value.of(0) : Value.of(g.score(g.size() - 1)));
        }
    }

    private interface Pair {
        boolean wins(int positive, int negative);
    }

    private static Metric<BinaryPredictions> wrong(String name, Function<BinaryPredictions, Value> formula) {
        return new Wrong<>(BinaryPredictions.class, name, Direction.HIGHER_IS_BETTER, Range.UNIT, formula);
    }

    private static Value auc(BinaryPredictions predictions, Pair pair) {
        Value right = AUC.value(predictions);
        return right.isDefined() ? Value.of(pairs(predictions, pair) / pairs(predictions, (i, j) -> true)) : right;
    }

    private static double pairs(BinaryPredictions predictions, Pair pair) {
        double sum = 0;
        for (int i = 0; i < predictions.rows(); i++) {
            for (int j = 0; j < predictions.rows(); j++) {
                if (predictions.label(i) && !predictions.label(j) && pair.wins(i, j)) {
                    sum += predictions.weight(i) * predictions.weight(j);
                }
            }
        }
        return sum;
    }
}
