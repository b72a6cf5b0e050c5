package io.github.tiercel.benchmarks.peers;

import java.util.Map;
import org.tribuo.Tribuo;
import org.tribuo.classification.evaluation.LabelEvaluationUtil;

/**
 * Tribuo's metrics of plain arrays: ROC-AUC and average precision. It has no best F1, log-loss or Brier score. Its
 * evaluator of predictions does more for each row, and calls the same methods.
 */
final class TribuoMetrics implements RowMetrics {

    @Override
    public String library() {
        return "Tribuo " + Tribuo.VERSION;
    }

    @Override
    public String computes() {
        return "roc_auc, average_precision (`LabelEvaluationUtil`)";
    }

    @Override
    public Map<String, Double> values(Rows rows) {
        return Map.of(
                Names.ROC_AUC, LabelEvaluationUtil.binaryAUCROC(rows.labels(), rows.scores()),
                Names.AVERAGE_PRECISION, LabelEvaluationUtil.averagedPrecision(rows.labels(), rows.scores()));
    }
}
