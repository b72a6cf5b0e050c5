package io.github.tiercel.metrics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Yes-or-no labels with one score a row; a higher score means "more likely positive".
 *
 * <p>Scores may be probabilities or any other numbers, infinite ones included; NaN is refused. Metrics that need
 * probabilities are undefined unless all scores lie in [0, 1]; scores that leave it by at most 1e-9, as rounding does,
 * are read as the nearest end and counted in {@link #clampedRows()}. Scores {@code -0.0} and {@code 0.0} are equal.
 *
 * <p>The sort that all rank metrics share is done once, on first use, and kept: 16 bytes a distinct score, and about 13
 * ns a row where rows count alike. Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * var predictions = BinaryPredictions.of(new boolean[] {false, false, true, true}, new double[] {.1, .4, .35, .8});
 * double auc = BinaryMetrics.ROC_AUC.value(predictions).orNaN();   // 0.75
 * }</pre>
 *
 * @since 0.1
 */
public final class BinaryPredictions implements Predictions {

    private static final double PROBABILITY_TOLERANCE = 1e-9;

    private final boolean[] labels;
    private final double[] scores;
    private final RowWeights weights;
    private final Optional<LabelWeights> labelWeights;
    private final int weightedRows;
    private final int positives;
    private final boolean probabilities;
    private final int clampedRows;
    private final SharedViews views = new SharedViews();
    private @Nullable ScoreGroups groups;

    private BinaryPredictions(boolean[] labels, double[] scores, RowWeights weights) {
        Arguments.sameLength("labels", labels.length, "scores", scores.length);
        int outside = countOutside(scores, weights);
        this.labels = labels;
        this.scores = scores;
        this.weights = weights;
        this.labelWeights = LabelWeights.of(labels, weights);
        this.weightedRows = weights.positive(labels.length);
        this.positives = weights.isGiven() ? weightedPositives() : countPositives(labels);
        this.probabilities = outside == 0 || countBeyond(scores, weights, PROBABILITY_TOLERANCE) == 0;
        this.clampedRows = probabilities ? outside : 0;
    }

    /**
     * {@return predictions in which every row counts 1}
     *
     * @param labels true for positive; copied
     * @param scores one number a row, not NaN; copied
     * @throws IllegalArgumentException if the lengths differ or a score is NaN
     */
    public static BinaryPredictions of(boolean[] labels, double[] scores) {
        return new BinaryPredictions(labels.clone(), scores.clone(), RowWeights.NONE);
    }

    /**
     * {@return weighted predictions; a row of weight 0 is as good as absent}
     *
     * @param labels true for positive; copied
     * @param scores one number a row, not NaN; copied
     * @param weights one finite weight of at least 0 a row; copied
     * @throws IllegalArgumentException if lengths differ, a score is NaN, or a weight is negative or not finite
     */
    public static BinaryPredictions of(boolean[] labels, double[] scores, double[] weights) {
        return new BinaryPredictions(labels.clone(), scores.clone(), RowWeights.copyOf(weights, labels.length));
    }

    /**
     * {@return predictions over the caller's own arrays, without copying them}
     *
     * <p>For arrays of many millions of rows. The caller must not change them afterwards: results would no longer
     * belong to one set of predictions.
     *
     * @param labels true for positive
     * @param scores one number a row, not NaN
     * @throws IllegalArgumentException if the lengths differ or a score is NaN
     */
    public static BinaryPredictions wrap(boolean[] labels, double[] scores) {
        return new BinaryPredictions(labels, scores, RowWeights.NONE);
    }

    /**
     * {@return weighted predictions over the caller's own arrays, without copying them}
     *
     * @param labels true for positive
     * @param scores one number a row, not NaN
     * @param weights one finite weight of at least 0 a row
     * @throws IllegalArgumentException if lengths differ, a score is NaN, or a weight is negative or not finite
     */
    public static BinaryPredictions wrap(boolean[] labels, double[] scores, double[] weights) {
        return new BinaryPredictions(labels, scores, RowWeights.wrap(weights, labels.length));
    }

    static BinaryPredictions sharing(boolean[] labels, double[] scores, RowWeights weights) {
        return new BinaryPredictions(labels, scores, weights);
    }

    @Override
    public int rows() {
        return labels.length;
    }

    /**
     * {@return whether the row's label is positive}
     *
     * @param row the row, from 0
     */
    public boolean label(int row) {
        return labels[row];
    }

    /**
     * {@return the row's score as given}
     *
     * @param row the row, from 0
     */
    public double score(int row) {
        return scores[row];
    }

    /**
     * {@return the row's score as a probability: the score, or the nearest end of [0, 1]}
     *
     * @param row the row, from 0
     */
    public double probability(int row) {
        return Range.UNIT.clamp(scores[row]);
    }

    @Override
    public double weight(int row) {
        return weights.at(row);
    }

    @Override
    public boolean isWeighted() {
        return weights.isGiven();
    }

    /** {@return the weights by label, if label alone says what a row weighs and no row weighs 0} */
    public Optional<LabelWeights> labelWeights() {
        return labelWeights;
    }

    @Override
    public int weightedRows() {
        return weightedRows;
    }

    /**
     * {@return what several metrics make of these predictions before they measure: made on first use, kept while memory
     * lasts}
     *
     * @param <V> what is shared
     * @param view what it is and how it is made
     */
    public <V> V shared(SharedView<BinaryPredictions, V> view) {
        return views.get(view, this);
    }

    /** {@return how many rows of positive weight have a positive label} */
    public int positives() {
        return positives;
    }

    /** {@return how many rows of positive weight have a negative label} */
    public int negatives() {
        return weightedRows - positives;
    }

    /** {@return whether the scores of all rows of positive weight lie in [0, 1], up to 1e-9} */
    public boolean areProbabilities() {
        return probabilities;
    }

    /** {@return how many scores left [0, 1] by at most 1e-9 and are read as its nearest end} */
    public int clampedRows() {
        return clampedRows;
    }

    /** {@return the distinct scores in descending order with their cumulative weights, sorted once and kept} */
    public ScoreGroups groups() {
        // Racing threads may sort twice; both arrive at the same immutable groups, so no lock is needed.
        ScoreGroups known = groups;
        if (known == null) {
            known = ScoreGroups.of(this);
            groups = known;
        }
        return known;
    }

    /** {@return whether the sort that rank metrics share is done already} */
    public boolean areSorted() {
        return groups != null;
    }

    double[] sharedScores() {
        return scores;
    }

    boolean[] sharedLabels() {
        return labels;
    }

    @Override
    public BinaryPredictions withWeights(double[] newWeights) {
        return new BinaryPredictions(labels, scores, RowWeights.copyOf(newWeights, labels.length));
    }

    /**
     * {@return the same labels and weights with other scores}
     *
     * @param newScores one number a row, not NaN; copied
     * @throws IllegalArgumentException if the length differs or a score is NaN
     */
    public BinaryPredictions withScores(double[] newScores) {
        return new BinaryPredictions(labels, newScores.clone(), weights);
    }

    @Override
    public BinaryPredictions select(int[] rows) {
        boolean[] someLabels = new boolean[rows.length];
        double[] someScores = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            someLabels[i] = labels[rows[i]];
            someScores[i] = scores[rows[i]];
        }
        return new BinaryPredictions(someLabels, someScores, weights.select(rows));
    }

    private static int countPositives(boolean[] labels) {
        int count = 0;
        for (boolean label : labels) {
            count += label ? 1 : 0;
        }
        return count;
    }

    private int weightedPositives() {
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            count += labels[i] && weights.at(i) > 0 ? 1 : 0;
        }
        return count;
    }

    /** How many scores of rows that count are outside [0, 1]; one pass where all are inside. */
    private static int countOutside(double[] scores, RowWeights weights) {
        int inside = 0;
        for (double score : scores) {
            int aboveZero = score >= 0 ? 1 : 0;
            int belowOne = score <= 1 ? 1 : 0;
            inside += aboveZero & belowOne;
        }
        if (inside == scores.length) {
            return 0;
        }
        Arguments.notNaN("scores", scores);
        return countBeyond(scores, weights, 0);
    }

    private static int countBeyond(double[] scores, RowWeights weights, double tolerance) {
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if (weights.at(i) > 0 && (scores[i] < -tolerance || scores[i] > 1 + tolerance)) {
                count++;
            }
        }
        return count;
    }
}
