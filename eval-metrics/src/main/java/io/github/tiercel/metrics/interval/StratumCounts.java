package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.binary.PrecisionRecallArea;
import io.github.tiercel.metrics.binary.RankMetric;
import io.github.tiercel.metrics.multiclass.ClassMetric;
import io.github.tiercel.metrics.multiclass.TableMetric;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The rows of one kind in each stratum of a sample, such as those of a class, and how many there would be in a sample
 * that takes other numbers of units.
 */
final class StratumCounts {

    private final Design design;
    private final double[] rows;
    /** What one row counts: less than 1 where rows are clustered or have weights of their own. */
    private final double each;

    private StratumCounts(Design design, double[] rows, double each) {
        this.design = design;
        this.rows = rows;
        this.each = each;
    }

    /** The rows of positive weight that meet a condition. */
    static StratumCounts of(Design design, Predictions predictions, IntPredicate counts) {
        double[] rows = new double[design.strata()];
        for (int row = 0; row < predictions.rows(); row++) {
            rows[design.stratum(row)] += predictions.weight(row) > 0 && counts.test(row) ? 1 : 0;
        }
        return new StratumCounts(design, rows, 1);
    }

    /** The same, each row counting so much that the sample itself has this effective number. */
    StratumCounts withEffective(double number) {
        double all = at(design.sampledSizes());
        return all == 0 ? this : new StratumCounts(design, rows, number / all);
    }

    /** How many there would be, if each stratum holds as many among its units as in the sample that is known. */
    double at(int[] sampled) {
        double sum = 0;
        for (int h = 0; h < rows.length; h++) {
            sum += rows[h] == 0 ? 0 : rows[h] * ((double) sampled[h] / design.sampled(h));
        }
        return sum * each;
    }

    /** The classes on whose rarest the degrees of freedom of a metric rest; none where they rest on all rows. */
    static List<StratumCounts> classes(Design design, Metric<?> metric, Predictions predictions) {
        if (predictions instanceof BinaryPredictions binary) {
            if (metric instanceof PrecisionRecallArea) {
                return List.of(positives(design, binary)
                        .withEffective(Linearisation.degreesOfFreedomAtMost(design, metric, binary) + 1));
            }
            return metric instanceof RankMetric
                    ? List.of(positives(design, binary), negatives(design, binary))
                    : List.of();
        }
        return predictions instanceof MulticlassPredictions several
                        && metric instanceof ClassMetric
                        && !(metric instanceof TableMetric)
                ? Support.classes(metric, several)
                        .mapToObj(c -> ofClass(design, several, c))
                        .toList()
                : List.of();
    }

    static StratumCounts positives(Design design, BinaryPredictions predictions) {
        return of(design, predictions, predictions::label)
                .withEffective(ClassUnits.of(design, predictions).positives());
    }

    static StratumCounts negatives(Design design, BinaryPredictions predictions) {
        return of(design, predictions, row -> !predictions.label(row))
                .withEffective(ClassUnits.of(design, predictions).negatives());
    }

    private static StratumCounts ofClass(Design design, MulticlassPredictions predictions, int number) {
        IntPredicate isOfClass = row -> predictions.label(row) == number;
        double effective = EffectiveUnits.areRows(design, predictions)
                ? predictions.classRows(number)
                : EffectiveUnits.own(design, predictions, isOfClass);
        return of(design, predictions, isOfClass).withEffective(effective);
    }

    /** The fewest of several kinds; infinite for none. */
    static double fewest(List<StratumCounts> kinds, int[] sampled) {
        return kinds.stream().mapToDouble(kind -> kind.at(sampled)).min().orElse(Double.POSITIVE_INFINITY);
    }
}
