package io.github.tiercel.benchmarks.peers;

import java.util.Map;
import org.tribuo.classification.evaluation.LabelEvaluationUtil;

/**
 * Tribuo's metrics of plain arrays: ROC-AUC, average precision, and a best F1 from its precision-recall curve. It has
 * no log-loss, nor a Brier score. Its evaluator of predictions does more for each row, and calls the same methods.
 */
final class TribuoMetrics implements RowMetrics {

    @Override
    public String library() {
        return "Tribuo 4.3.2";
    }

    @Override
    public String computes() {
        return "roc_auc, average_precision, best_f1 (`LabelEvaluationUtil`)";
    }

    @Override
    public Map<String, Double> values(Rows rows) {
        return Map.of(
                Names.ROC_AUC, LabelEvaluationUtil.binaryAUCROC(rows.labels(), rows.scores()),
                Names.AVERAGE_PRECISION, LabelEvaluationUtil.averagedPrecision(rows.labels(), rows.scores()),
                Names.BEST_F1, bestF1(LabelEvaluationUtil.generatePRCurve(rows.labels(), rows.scores())));
    }

    private static double bestF1(LabelEvaluationUtil.PRCurve curve) {
        double best = 0;
        for (int i = 0; i < curve.precision.length; i++) {
            double sum = curve.precision[i] + curve.recall[i];
            best = Math.max(best, sum > 0 ? 2 * curve.precision[i] * curve.recall[i] / sum : 0);
        }
        return best;
    }
}
