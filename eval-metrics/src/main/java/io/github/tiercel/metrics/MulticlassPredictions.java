package io.github.tiercel.metrics;

import java.util.List;

/**
 * One label out of several classes, with one score a row for each class.
 *
 * <p>Scores are planar, one array per class, so that a one-against-the-rest metric reads one plane and nothing else.
 * Immutable, and safe for use by several threads.
 *
 * @since 0.1
 */
public final class MulticlassPredictions implements Predictions {

    private final List<String> classes;
    private final int[] labels;
    private final double[][] scores;
    private final RowWeights weights;

    private MulticlassPredictions(List<String> classes, int[] labels, double[][] scores, RowWeights weights) {
        this.classes = List.copyOf(classes);
        this.labels = labels;
        this.scores = scores;
        this.weights = weights;
    }

    /**
     * {@return predictions in which every row counts 1}
     *
     * @param classes the names of the classes, absent ones included
     * @param labels for each row the index of its class; copied
     * @param scores {@code scores[c][row]}: one array per class with one number a row, not NaN; copied
     * @throws IllegalArgumentException if lengths differ, a label is not an index of a class, or a score is NaN
     */
    public static MulticlassPredictions of(List<String> classes, int[] labels, double[][] scores) {
        Arguments.sameLength("scores", scores.length, "classes", classes.size());
        double[][] planes = new double[scores.length][];
        for (int c = 0; c < scores.length; c++) {
            Arguments.sameLength("scores of class " + classes.get(c), scores[c].length, "labels", labels.length);
            Arguments.notNaN("scores of class " + classes.get(c), scores[c]);
            planes[c] = scores[c].clone();
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes.size()) {
                throw new IllegalArgumentException(
                        "labels must be in [0, " + classes.size() + "), got " + labels[i] + " at row " + i);
            }
        }
        return new MulticlassPredictions(classes, labels.clone(), planes, RowWeights.NONE);
    }

    /** {@return the names of the classes, in the order of their indices} */
    public List<String> classes() {
        return classes;
    }

    @Override
    public int rows() {
        return labels.length;
    }

    /**
     * {@return the index of the row's class}
     *
     * @param row the row, from 0
     */
    public int label(int row) {
        return labels[row];
    }

    /**
     * {@return the score of a class for a row}
     *
     * @param classIndex the class, from 0
     * @param row the row, from 0
     */
    public double score(int classIndex, int row) {
        return scores[classIndex][row];
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
    public MulticlassPredictions withWeights(double[] newWeights) {
        return new MulticlassPredictions(classes, labels, scores, RowWeights.copyOf(newWeights, labels.length));
    }

    @Override
    public MulticlassPredictions select(int[] rows) {
        int[] someLabels = new int[rows.length];
        double[][] someScores = new double[scores.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            someLabels[i] = labels[rows[i]];
            for (int c = 0; c < scores.length; c++) {
                someScores[c][i] = scores[c][rows[i]];
            }
        }
        return new MulticlassPredictions(classes, someLabels, someScores, weights.select(rows));
    }
}
