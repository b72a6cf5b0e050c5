package io.github.tiercel.testkit;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;

/** Metrics with one deliberate mistake each, and the tests that a user would write for them. Not run by themselves. */
final class WrongMetrics {

    private WrongMetrics() {}

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
    static class TiesAsWins implements RankMetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return new WrongSmooth("auc_ties_as_wins", p -> auc(p, (i, j) -> p.score(i) >= p.score(j)));
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

    /** ROC-AUC that turns "undefined" into NaN, which a value refuses with an exception. */
    static class NotANumber implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return wrong(
                    "auc_not_a_number",
                    p -> Value.of(BinaryMetrics.ROC_AUC.value(p).orNaN()));
        }
    }

    /** Average precision that claims to need probabilities and takes any scores. */
    static class NeedlessNeed implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return new Wrong("needless_need", BinaryMetrics.AVERAGE_PRECISION::value) {
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

    /** Gives influence values where there is no value to have them. */
    static class InfluenceOfNothing implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return new WrongSmooth("influence_of_nothing", BinaryMetrics.ROC_AUC::value) {
                @Override
                public double[] influence(BinaryPredictions p) {
                    return value(p).isDefined() ? super.influence(p) : new double[p.rows()];
                }
            };
        }
    }

    /** Influence values with the metric's value left in, so that their mean is not 0. */
    static class InfluenceOffCentre implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return new WrongSmooth("influence_off_centre", BinaryMetrics.ROC_AUC::value) {
                @Override
                public double[] influence(BinaryPredictions p) {
                    double[] influence = super.influence(p);
                    for (int row = 0; row < influence.length; row++) {
                        influence[row] += value(p).orNaN();
                    }
                    return influence;
                }
            };
        }
    }

    private interface Formula {
        Value value(BinaryPredictions predictions);
    }

    private interface Pair {
        boolean wins(int positive, int negative);
    }

    private static Metric<BinaryPredictions> wrong(String name, Formula formula) {
        return new Wrong(name, formula);
    }

    private static Value auc(BinaryPredictions predictions, Pair pair) {
        Value right = BinaryMetrics.ROC_AUC.value(predictions);
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

    private static class Wrong implements Metric<BinaryPredictions> {

        private final String name;
        private final Formula formula;

        Wrong(String name, Formula formula) {
            this.name = name;
            this.formula = formula;
        }

        @Override
        public Class<BinaryPredictions> reads() {
            return BinaryPredictions.class;
        }

        @Override
        public String name() {
            return name;
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
        public Value value(BinaryPredictions predictions) {
            return formula.value(predictions);
        }
    }

    private static class WrongSmooth extends Wrong implements SmoothMetric<BinaryPredictions> {

        WrongSmooth(String name, Formula formula) {
            super(name, formula);
        }

        @Override
        public double[] influence(BinaryPredictions predictions) {
            return BinaryMetrics.ROC_AUC.influence(predictions);
        }
    }
}
