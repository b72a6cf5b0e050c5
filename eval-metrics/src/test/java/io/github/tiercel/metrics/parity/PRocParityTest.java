package io.github.tiercel.metrics.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.parity.Oracle.Reply;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Areas under ROC curves, whole and partial, and DeLong's variance are what pROC says they are. */
class PRocParityTest {

    private static final int TIMES = Integer.getInteger("tiercel.parity", 1);

    private static final int VALUES_PER_TIME = 60;

    @TempDir
    private static Path folder;

    private static final Comparison COMPARISON = new Comparison(Difference.FROM_PROC);

    @BeforeAll
    static void compare() {
        RandomCases<BinaryPredictions> cases = RandomCases.binary(36 * TIMES);
        String task = cases.family().task().spelling();
        Reply reply = Oracle.PROC.askOrSkip(folder, Map.of(task, cases.columns()));
        COMPARISON.add(cases, reply.answers().get(0), PRocParityTest::own);
        System.out.println(reply.versions() + ": " + COMPARISON);
    }

    private static Value own(Metric<BinaryPredictions> metric, String name, BinaryPredictions predictions) {
        return name.endsWith(" variance") ? variance(predictions) : metric.value(predictions);
    }

    /**
     * From the influence values: the mean over a class of V - AUC is {@code IF n_class / n}, and its variance sums up.
     */
    private static Value variance(BinaryPredictions predictions) {
        SmoothMetric<BinaryPredictions> auc = BinaryMetrics.ROC_AUC;
        if (!auc.value(predictions).isDefined() || predictions.positives() == 1 || predictions.negatives() == 1) {
            return Value.undefined(UndefinedReason.ONE_CLASS);
        }
        double[] influence = auc.influence(predictions);
        double variance = 0;
        for (int row = 0; row < influence.length; row++) {
            double ofClass = predictions.label(row) ? predictions.positives() : predictions.negatives();
            double deviation = influence[row] * ofClass / influence.length;
            variance += deviation * deviation / (ofClass * (ofClass - 1));
        }
        return Value.of(variance);
    }

    @Test
    void noValueDiffersUnlessListed() {
        assertEquals("", COMPARISON.unexplained());
    }

    @Test
    void enoughValuesAreCompared() {
        assertTrue(COMPARISON.agreements() >= VALUES_PER_TIME * TIMES, COMPARISON::toString);
    }

    @Test
    void everyListedDifferenceOccurs() {
        assertEquals(Set.of(), COMPARISON.unseen());
    }
}
