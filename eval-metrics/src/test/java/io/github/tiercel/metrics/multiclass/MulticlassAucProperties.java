package io.github.tiercel.metrics.multiclass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** ROC-AUCs of several classes are what counting pairs of rows, one by one, says. */
class MulticlassAucProperties {

    /** A hundred roundings of numbers of size 1. */
    private static final double TOLERANCE = 1e-13;

    @Provide
    Arbitrary<MulticlassPredictions> predictions() {
        return RandomMulticlass.any();
    }

    @Property(seed = "42")
    void oneVersusRestCountsPairs(@ForAll("predictions") MulticlassPredictions predictions) {
        int classes = predictions.classes().size();
        double sum = 0;
        double weighted = 0;
        for (int c = 0; c < classes; c++) {
            int own = c;
            double auc = auc(predictions, c, label -> label != own);
            sum += auc / classes;
            double share = weight(predictions, label -> label == own) / weight(predictions, label -> true);
            weighted += share > 0 ? share * auc : 0;
        }
        check(sum, MulticlassMetrics.ROC_AUC_OVR.value(predictions));
        check(weighted, MulticlassMetrics.ROC_AUC_OVR_WEIGHTED.value(predictions));
    }

    @Property(seed = "42")
    void pooledIsTheBinaryMetricOfAllRowsWithAllClasses(@ForAll("predictions") MulticlassPredictions predictions) {
        int rows = predictions.rows();
        int[] pairs = IntStream.range(0, rows * predictions.classes().size()).toArray();
        boolean[] labels = new boolean[pairs.length];
        double[] scores = new double[pairs.length];
        double[] weights = new double[pairs.length];
        for (int pair : pairs) {
            // Row by row, where the metric goes class by class.
            int c = pair % predictions.classes().size();
            int row = pair / predictions.classes().size();
            labels[pair] = predictions.label(row) == c;
            scores[pair] = predictions.score(c, row);
            weights[pair] = predictions.weight(row);
        }
        BinaryPredictions pooled = BinaryPredictions.of(labels, scores, weights);
        check(BinaryMetrics.ROC_AUC.value(pooled).orNaN(), MulticlassMetrics.ROC_AUC_OVR_MICRO.value(predictions));
        check(
                BinaryMetrics.AVERAGE_PRECISION.value(pooled).orNaN(),
                MulticlassMetrics.AVERAGE_PRECISION_OVR_MICRO.value(predictions));
    }

    @Property(seed = "42")
    void averagePrecisionIsThatOfEachClassAgainstTheRest(@ForAll("predictions") MulticlassPredictions predictions) {
        int classes = predictions.classes().size();
        double sum = 0;
        double weighted = 0;
        for (int c = 0; c < classes; c++) {
            int own = c;
            double precision = BinaryMetrics.AVERAGE_PRECISION
                    .value(predictions.oneVersusRest(c))
                    .orElse(0);
            sum += precision / classes;
            weighted += precision * weight(predictions, label -> label == own) / weight(predictions, label -> true);
        }
        check(sum, MulticlassMetrics.AVERAGE_PRECISION_OVR.value(predictions));
        check(weighted, MulticlassMetrics.AVERAGE_PRECISION_OVR_WEIGHTED.value(predictions));
    }

    @Property(seed = "42")
    void oneVersusOneCountsPairs(@ForAll("predictions") MulticlassPredictions predictions) {
        int classes = predictions.classes().size();
        double sum = 0;
        double weighted = 0;
        double weights = 0;
        for (int j = 0; j < classes; j++) {
            for (int k = 0; k < classes; k++) {
                int one = j;
                int other = k;
                if (j != k) {
                    double auc = auc(predictions, j, label -> label == other);
                    double weight = weight(predictions, label -> label == one || label == other);
                    sum += auc / (classes * (classes - 1));
                    weighted += weight * auc;
                    weights += weight;
                }
            }
        }
        check(sum, MulticlassMetrics.ROC_AUC_OVO.value(predictions));
        check(weighted / weights, MulticlassMetrics.ROC_AUC_OVO_WEIGHTED.value(predictions));
    }

    private static void check(double expected, Value actual) {
        if (actual.isDefined()) {
            assertEquals(expected, actual.orNaN(), TOLERANCE);
        }
    }

    private static double auc(MulticlassPredictions predictions, int c, IntPredicate negative) {
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < predictions.rows(); i++) {
            for (int j = 0; j < predictions.rows(); j++) {
                if (predictions.label(i) == c && negative.test(predictions.label(j))) {
                    double pair = predictions.weight(i) * predictions.weight(j);
                    int order = Double.compare(predictions.score(c, i) + 0.0, predictions.score(c, j) + 0.0);
                    wins += pair * (1 + Integer.signum(order)) / 2;
                    pairs += pair;
                }
            }
        }
        return wins / pairs;
    }

    private static double weight(MulticlassPredictions predictions, IntPredicate label) {
        double sum = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            sum += label.test(predictions.label(row)) ? predictions.weight(row) : 0;
        }
        return sum;
    }
}
