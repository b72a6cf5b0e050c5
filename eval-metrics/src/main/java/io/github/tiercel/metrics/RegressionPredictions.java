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
    private final int weightedRows;
    private final SharedViews views = new SharedViews();
    private final SharedViews viewsOfNumbers;

    private RegressionPredictions(double[] labels, double[] predicted, RowWeights weights, SharedViews ofNumbers) {
        this.viewsOfNumbers = ofNumbers;
        this.labels = labels;
        this.predicted = predicted;
        this.weights = weights;
        this.weightedRows = weights.positive(labels.length);
    }

    /**
     * {@return predictions in which every row counts 1}
     *
     * @param labels the true numbers, not NaN; copied
     * @param predicted the predicted numbers, not NaN; copied
     * @throws IllegalArgumentException if the lengths differ or a number is NaN
     */
    public static RegressionPredictions of(double[] labels, double[] predicted) {
        return checked(labels.clone(), predicted.clone(), RowWeights.NONE);
    }

    /**
     * {@return weighted predictions; a row of weight 0 is as good as absent}
     *
     * @param labels the true numbers, not NaN; copied
     * @param predicted the predicted numbers, not NaN; copied
     * @param weights one finite weight of at least 0 a row; copied
     * @throws IllegalArgumentException if lengths differ, a number is NaN, or a weight is negative or not finite
     */
    public static RegressionPredictions of(double[] labels, double[] predicted, double[] weights) {
        return checked(labels.clone(), predicted.clone(), RowWeights.copyOf(weights, labels.length));
    }

    /**
     * {@return predictions over the caller's own arrays, without copying them}
     *
     * <p>For arrays of many millions of rows. The caller must not change them afterwards: results would no longer
     * belong to one set of predictions.
     *
     * @param labels the true numbers, not NaN
     * @param predicted the predicted numbers, not NaN
     * @throws IllegalArgumentException if the lengths differ or a number is NaN
     */
    public static RegressionPredictions wrap(double[] labels, double[] predicted) {
        return checked(labels, predicted, RowWeights.NONE);
    }

    /**
     * {@return weighted predictions over the caller's own arrays, without copying them}
     *
     * @param labels the true numbers, not NaN
     * @param predicted the predicted numbers, not NaN
     * @param weights one finite weight of at least 0 a row
     * @throws IllegalArgumentException if lengths differ, a number is NaN, or a weight is negative or not finite
     */
    public static RegressionPredictions wrap(double[] labels, double[] predicted, double[] weights) {
        return checked(labels, predicted, RowWeights.wrap(weights, labels.length));
    }

    private static RegressionPredictions checked(double[] labels, double[] predicted, RowWeights weights) {
        Arguments.sameLength("labels", labels.length, "predicted", predicted.length);
        Arguments.notNaN("labels", labels);
        Arguments.notNaN("predicted", predicted);
        return new RegressionPredictions(labels, predicted, weights, new SharedViews());
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
    public int weightedRows() {
        return weightedRows;
    }

    /**
     * {@return what several metrics make of these predictions before they measure: made on first use, kept while memory
     * lasts}
     *
     * <p>Pairs are counted here once for all metrics that read them. It belongs to these predictions and their weights;
     * others make their own.
     *
     * @param <V> what is shared
     * @param view what it is and how it is made
     */
    public <V> V shared(SharedView<RegressionPredictions, V> view) {
        return views.get(view, this);
    }

    /**
     * {@return what is made of labels and predicted numbers alone, whatever the weights: predictions with other
     * weights, such as a bootstrap replicate, share it}
     *
     * <p>Numbers are sorted here once for all metrics and all replicates.
     *
     * @param <V> what is shared
     * @param view what it is and how it is made, without reading a weight
     */
    public <V> V sharedByAnyWeights(SharedView<RegressionPredictions, V> view) {
        return viewsOfNumbers.get(view, this);
    }

    @Override
    public RegressionPredictions withWeights(double[] newWeights) {
        return new RegressionPredictions(
                labels, predicted, RowWeights.copyOf(newWeights, labels.length), viewsOfNumbers);
    }

    @Override
    public RegressionPredictions select(int[] rows) {
        double[] someLabels = new double[rows.length];
        double[] somePredicted = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            someLabels[i] = labels[rows[i]];
            somePredicted[i] = predicted[rows[i]];
        }
        return new RegressionPredictions(someLabels, somePredicted, weights.select(rows), new SharedViews());
    }
}
