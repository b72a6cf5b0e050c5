package io.github.tiercel.metrics;

/**
 * A number to predict, with one prediction a row. Immutable, and safe for use by several threads.
 *
 * @since 0.1
 */
public final class RegressionPredictions implements Predictions {

    private final double[] labels;
    private final double[] predicted;
    private final RowWeights weights;

    private RegressionPredictions(double[] labels, double[] predicted, RowWeights weights) {
        this.labels = labels;
        this.predicted = predicted;
        this.weights = weights;
    }

    /**
     * {@return predictions in which every row counts 1}
     *
     * @param labels the true numbers, not NaN; copied
     * @param predicted the predicted numbers, not NaN; copied
     * @throws IllegalArgumentException if the lengths differ or a number is NaN
     */
    public static RegressionPredictions of(double[] labels, double[] predicted) {
        Arguments.sameLength("labels", labels.length, "predicted", predicted.length);
        Arguments.notNaN("labels", labels);
        Arguments.notNaN("predicted", predicted);
        return new RegressionPredictions(labels.clone(), predicted.clone(), RowWeights.NONE);
    }

    @Override
    public int rows() {
        return labels.length;
    }

    /**
     * {@return the row's true number}
     *
     * @param row the row, from 0
     */
    public double label(int row) {
        return labels[row];
    }

    /**
     * {@return the row's predicted number}
     *
     * @param row the row, from 0
     */
    public double predicted(int row) {
        return predicted[row];
    }

    @Override
    public double weight(int row) {
        return weights.at(row);
    }

    @Override
    public boolean isWeighted() {
        return weights.isGiven();
    }

    @Override
    public RegressionPredictions withWeights(double[] newWeights) {
        return new RegressionPredictions(labels, predicted, RowWeights.copyOf(newWeights, labels.length));
    }

    @Override
    public RegressionPredictions select(int[] rows) {
        double[] someLabels = new double[rows.length];
        double[] somePredicted = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            someLabels[i] = labels[rows[i]];
            somePredicted[i] = predicted[rows[i]];
        }
        return new RegressionPredictions(someLabels, somePredicted, weights.select(rows));
    }
}
