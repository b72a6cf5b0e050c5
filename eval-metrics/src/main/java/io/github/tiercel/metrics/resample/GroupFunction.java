package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;

/** A metric as a function of reweighted score groups: its value in a replicate, NaN where undefined. */
interface GroupFunction {

    double at(ScoreGroups replicate);

    /** The function of a metric of {@link Kind#GROUPS}. */
    static GroupFunction of(Metric<?> metric, ScoreGroups groups) {
        return metric instanceof ScoreGroupMetric ranked
                ? replicate -> ranked.value(replicate).orNaN()
                : ofMean((RowMeanMetric) metric, groups);
    }

    /**
     * A mean over rows, with the row values computed once a group. It is divided by the realised weight of the
     * replicate, which is random under Poisson weights: dividing by the number of rows would overstate the spread.
     */
    private static GroupFunction ofMean(RowMeanMetric metric, ScoreGroups groups) {
        double[] positive = new double[groups.size()];
        double[] negative = new double[groups.size()];
        for (int g = 0; g < groups.size(); g++) {
            double score = groups.score(g);
            double given = metric.needsProbabilities() ? Range.UNIT.clamp(score) : score;
            // A label that no row of the score has may be one that the metric has no number for.
            positive[g] = groups.positive(g) > 0 ? metric.rowValue(true, given) : 0;
            negative[g] = groups.negative(g) > 0 ? metric.rowValue(false, given) : 0;
        }
        return replicate -> {
            double sum = 0;
            for (int g = 0; g < positive.length; g++) {
                sum += weighted(replicate.positive(g), positive[g]) + weighted(replicate.negative(g), negative[g]);
            }
            return sum / replicate.total();
        };
    }

    /** A row value of infinity must not meet weight 0. */
    private static double weighted(double weight, double value) {
        return weight == 0 ? 0 : weight * value;
    }
}
