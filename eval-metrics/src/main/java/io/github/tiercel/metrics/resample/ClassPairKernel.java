package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.multiclass.ClassPairMetric;
import java.util.Arrays;
import java.util.List;

/**
 * Means over pairs of classes: rows are sorted once by the score of each class, a replicate is one pass over each of
 * these orders, in which a class meets all others. 16 bytes a row and thread besides the sorts, which the predictions
 * keep for all metrics.
 */
final class ClassPairKernel implements Kernel {

    private final List<ClassPairMetric> metrics;
    private final MulticlassPredictions predictions;
    private final ScoreGroups[] classes;
    private final Draws draws;

    private ClassPairKernel(
            List<ClassPairMetric> metrics, MulticlassPredictions predictions, ScoreGroups[] classes, Draws draws) {
        this.metrics = metrics;
        this.predictions = predictions;
        this.classes = classes;
        this.draws = draws;
    }

    static ClassPairKernel of(List<ClassPairMetric> metrics, MulticlassPredictions predictions, long[] unitKeys) {
        ScoreGroups[] classes = new ScoreGroups[predictions.classes().size()];
        Arrays.setAll(classes, c -> predictions.oneVersusRest(c).groups());
        return new ClassPairKernel(metrics, predictions, classes, Draws.poisson(unitKeys));
    }

    @Override
    public Worker worker() {
        double[] even = new double[predictions.rows()];
        double[] odd = new double[predictions.rows()];
        return (pairKey, first, second) -> {
            draws.draw(pairKey, even, odd);
            evaluate(even, first);
            evaluate(odd, second);
        };
    }

    private void evaluate(double[] weights, double[] values) {
        double[] totals = new double[classes.length];
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= predictions.weight(row);
            totals[predictions.label(row)] += weights[row];
        }
        double[][] wins = new double[classes.length][classes.length];
        for (int c = 0; c < classes.length; c++) {
            addWins(c, totals[c], weights, wins[c]);
        }
        double[][] pairs = new double[classes.length][classes.length];
        for (int j = 0; j < classes.length; j++) {
            for (int k = j + 1; k < classes.length; k++) {
                pairs[j][k] = (wins[j][k] / totals[k] + wins[k][j] / totals[j]) / 2;
            }
        }
        for (int m = 0; m < values.length; m++) {
            values[m] = metrics.get(m).mean(pairs, totals).orNaN();
        }
    }

    /** Adds, to each other class, the weight of its rows times the share of class c above them; ties count one half. */
    private void addWins(int c, double total, double[] weights, double[] wins) {
        ScoreGroups groups = classes[c];
        double above = 0;
        for (int g = 0; g < groups.size(); g++) {
            double own = 0;
            for (int rank = groups.begin(g); rank < groups.end(g); rank++) {
                int row = groups.row(rank);
                own += predictions.label(row) == c ? weights[row] : 0;
            }
            double share = (above + own / 2) / total;
            for (int rank = groups.begin(g); rank < groups.end(g); rank++) {
                int row = groups.row(rank);
                wins[predictions.label(row)] += weights[row] * share;
            }
            above += own;
        }
    }
}
