package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.multiclass.ClassAgainstRestMetric;
import java.util.Arrays;
import java.util.List;

/**
 * Means over classes: each class is sorted once, a replicate is one pass over the rows of each class and the rest for
 * all metrics. 17 bytes a row and class.
 */
final class ClassKernel implements Kernel {

    private final List<ClassAgainstRestMetric> metrics;
    private final RankedRows[] classes;

    private ClassKernel(List<ClassAgainstRestMetric> metrics, RankedRows[] classes) {
        this.metrics = metrics;
        this.classes = classes;
    }

    static ClassKernel of(List<ClassAgainstRestMetric> metrics, MulticlassPredictions predictions, long[] unitKeys) {
        RankedRows[] classes = new RankedRows[predictions.classes().size()];
        Arrays.setAll(classes, c -> RankedRows.of(predictions.oneVersusRest(c), unitKeys));
        return new ClassKernel(metrics, classes);
    }

    @Override
    public Worker worker() {
        // The same distinct rows stand in every class, but not as many distinct scores.
        CumulativeWeights[] even = new CumulativeWeights[classes.length];
        CumulativeWeights[] odd = new CumulativeWeights[classes.length];
        Arrays.setAll(even, c -> new CumulativeWeights(classes[c].groups().size()));
        Arrays.setAll(odd, c -> new CumulativeWeights(classes[c].groups().size()));
        double[] weights = new double[classes.length];
        double[][] values = new double[metrics.size()][classes.length];
        return (pairKey, first, second) -> {
            for (int c = 0; c < classes.length; c++) {
                classes[c].reweight(pairKey, even[c], odd[c]);
            }
            evaluate(even, weights, values, first);
            evaluate(odd, weights, values, second);
        };
    }

    private void evaluate(CumulativeWeights[] replicate, double[] weights, double[][] values, double[] means) {
        for (int c = 0; c < classes.length; c++) {
            ScoreGroups groups = replicate[c].over(classes[c].groups());
            weights[c] = groups.positives();
            for (int m = 0; m < values.length; m++) {
                values[m][c] = metrics.get(m).ofClass().value(groups).orNaN();
            }
        }
        for (int m = 0; m < values.length; m++) {
            means[m] = metrics.get(m).mean(values[m], weights).orNaN();
        }
    }
}
