package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.ShareMetric;
import io.github.tiercel.metrics.Value;
import java.util.Arrays;

/**
 * The share of rows whose class is the one predicted; equal to precision, recall and F1 averaged over rows ("micro"),
 * and to recall averaged over classes by their weights. Undefined without rows. Called {@code accuracy_score} in
 * scikit-learn.
 *
 * @param name the name under which the value is reported
 */
record Accuracy(String name) implements TableMetric, ShareMetric<MulticlassPredictions> {

    @Override
    public Value value(ConfusionTable table) {
        return Value.of(range().clamp(table.accuracy()));
    }

    @Override
    public CellGradient gradient(ConfusionTable table) {
        double accuracy = table.accuracy();
        return (label, decision) -> (label == decision ? 1 : 0) - accuracy;
    }

    @Override
    public MeanTerms terms(MulticlassPredictions predictions) {
        value(predictions).requireFor(this);
        double[] right = new double[predictions.rows()];
        Arrays.setAll(right, row -> ConfusionTable.decision(predictions, row) == predictions.label(row) ? 1 : 0);
        return MeanTerms.ofRows(predictions, right);
    }
}
