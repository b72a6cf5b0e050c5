package io.github.tiercel.benchmarks.peers;

import java.util.Map;
import smile.validation.metric.AUC;
import smile.validation.metric.LogLoss;
import smile.validation.metric.MSE;

/**
 * Smile: ROC-AUC, log-loss, and the Brier score as a mean squared error. It has no average precision, nor a best F1.
 */
final class SmileMetrics implements RowMetrics {

    @Override
    public String library() {
        return "Smile " + AUC.class.getPackage().getImplementationVersion();
    }

    @Override
    public String computes() {
        return "roc_auc, log_loss, brier (`AUC`, `LogLoss`, `MSE`)";
    }

    @Override
    public Map<String, Double> values(Rows rows) {
        int[] classes = new int[rows.size()];
        double[] truth = new double[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            classes[row] = rows.labels()[row] ? 1 : 0;
            truth[row] = classes[row];
        }
        return Map.of(
                Names.ROC_AUC, AUC.of(classes, rows.scores()),
                Names.LOG_LOSS, LogLoss.of(classes, rows.scores()),
                Names.BRIER, MSE.of(truth, rows.scores()));
    }
}
