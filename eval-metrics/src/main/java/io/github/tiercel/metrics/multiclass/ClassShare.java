package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.ShareMetric;
import io.github.tiercel.metrics.Value;

/**
 * Precision or recall of one class, which are shares: of the rows predicted to be of it, or of its own rows.
 *
 * @param rate precision or recall of the class
 */
record ClassShare(ClassRate rate) implements TableMetric, ClassMetric, ShareMetric<MulticlassPredictions> {

    @Override
    public String name() {
        return rate.name();
    }

    @Override
    public Value value(ConfusionTable table) {
        return rate.value(table);
    }

    @Override
    public CellGradient gradient(ConfusionTable table) {
        return rate.gradient(table);
    }

    @Override
    public MeanTerms terms(MulticlassPredictions predictions) {
        value(predictions).requireFor(this);
        int c = predictions.classes().indexOf(rate.className());
        double[] values = new double[predictions.rows()];
        double[] weights = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            boolean labelled = predictions.label(row) == c;
            boolean predicted = ConfusionTable.decision(predictions, row) == c;
            values[row] = labelled && predicted ? 1 : 0;
            weights[row] = (isOfFixedRows() ? labelled : predicted) ? predictions.weight(row) : 0;
        }
        return MeanTerms.wrap(values, weights);
    }

    @Override
    public boolean isOfFixedRows() {
        return rate.rate().equals(Rate.RECALL);
    }

    @Override
    public boolean restsOn(String className) {
        return rate.restsOn(className);
    }
}
