package io.github.tiercel.metrics;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One label out of several classes, with one score a row for each class.
 *
 * <p>Scores are planar, one array per class, so that a one-against-the-rest metric reads one plane and nothing else.
 * Immutable, and safe for use by several threads.
 *
 * @since 0.1
 */
public final class MulticlassPredictions implements Predictions {

    private static final SharedView<MulticlassPredictions, ClassesAgainstRest> AGAINST_REST =
            new SharedView<>(all -> new ClassesAgainstRest(all.classes().size()));

    private final List<String> classes;
    private final int[] labels;
    private final double[][] scores;
    private final RowWeights weights;
    private final int[] classRows;
    private final int weightedRows;
    private final SharedViews views = new SharedViews();

    private MulticlassPredictions(List<String> classes, int[] labels, double[][] scores, RowWeights weights) {
        this.classes = classes;
        this.labels = labels;
        this.scores = scores;
        this.weights = weights;
        this.classRows = new int[classes.size()];
        for (int i = 0; i < labels.length; i++) {
            classRows[labels[i]] += weights.at(i) > 0 ? 1 : 0;
        }
        this.weightedRows = Arrays.stream(classRows).sum();
    }

    /**
     * {@return predictions in which every row counts 1}
     *
     * @param classes the names of the classes, absent ones included, each once and none empty
     * @param labels for each row the index of its class; copied
     * @param scores {@code scores[c][row]}: one array per class with one number a row, not NaN; copied
     * @throws IllegalArgumentException if lengths differ, class names are equal or empty, a label is not an index of a
     *     class, or a score is NaN
     */
    public static MulticlassPredictions of(List<String> classes, int[] labels, double[][] scores) {
        return checked(classes, labels.clone(), copyOf(scores), RowWeights.NONE);
    }

    /**
     * {@return weighted predictions; a row of weight 0 is as good as absent}
     *
     * @param classes the names of the classes, absent ones included, each once and none empty
     * @param labels for each row the index of its class; copied
     * @param scores {@code scores[c][row]}: one array per class with one number a row, not NaN; copied
     * @param weights one finite weight of at least 0 a row; copied
     * @throws IllegalArgumentException if lengths differ, class names are equal or empty, a label is not an index of a
     *     class, a score is NaN, or a weight is negative or not finite
     */
    public static MulticlassPredictions of(List<String> classes, int[] labels, double[][] scores, double[] weights) {
        return checked(classes, labels.clone(), copyOf(scores), RowWeights.copyOf(weights, labels.length));
    }

    /**
     * {@return predictions over the caller's own arrays, without copying them}
     *
     * <p>For arrays of many millions of rows. The caller must not change them afterwards: results would no longer
     * belong to one set of predictions.
     *
     * @param classes the names of the classes, absent ones included, each once and none empty; copied
     * @param labels for each row the index of its class
     * @param scores {@code scores[c][row]}: one array per class with one number a row, not NaN
     * @throws IllegalArgumentException if lengths differ, class names are equal or empty, a label is not an index of a
     *     class, or a score is NaN
     */
    public static MulticlassPredictions wrap(List<String> classes, int[] labels, double[][] scores) {
        return checked(classes, labels, scores, RowWeights.NONE);
    }

    /**
     * {@return weighted predictions over the caller's own arrays, without copying them}
     *
     * @param classes the names of the classes, absent ones included, each once and none empty; copied
     * @param labels for each row the index of its class
     * @param scores {@code scores[c][row]}: one array per class with one number a row, not NaN
     * @param weights one finite weight of at least 0 a row
     * @throws IllegalArgumentException if lengths differ, class names are equal or empty, a label is not an index of a
     *     class, a score is NaN, or a weight is negative or not finite
     */
    public static MulticlassPredictions wrap(List<String> classes, int[] labels, double[][] scores, double[] weights) {
        return checked(classes, labels, scores, RowWeights.wrap(weights, labels.length));
    }

    private static MulticlassPredictions checked(
            List<String> classes, int[] labels, double[][] scores, RowWeights weights) {
        Arguments.sameLength("scores", scores.length, "classes", classes.size());
        checkNames(classes);
        for (int c = 0; c < scores.length; c++) {
            Arguments.sameLength("scores of class " + classes.get(c), scores[c].length, "labels", labels.length);
            Arguments.notNaN("scores of class " + classes.get(c), scores[c]);
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes.size()) {
                throw new IllegalArgumentException(
                        "labels must be in [0, " + classes.size() + "), got " + labels[i] + " at row " + i);
            }
        }
        return new MulticlassPredictions(List.copyOf(classes), labels, scores, weights);
    }

    private static void checkNames(List<String> classes) {
        Set<String> names = new HashSet<>();
        for (String name : classes) {
            if (name.isEmpty() || !names.add(name)) {
                throw new IllegalArgumentException("class names must differ and not be empty, got " + classes);
            }
        }
    }

    private static double[][] copyOf(double[][] scores) {
        double[][] planes = new double[scores.length][];
        Arrays.setAll(planes, c -> scores[c].clone());
        return planes;
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
    public int weightedRows() {
        return weightedRows;
    }

    /**
     * {@return how many rows of positive weight are of a class; 0 for an absent one}
     *
     * @param classIndex the class, from 0
     */
    public int classRows(int classIndex) {
        return classRows[classIndex];
    }

    /**
     * {@return one class against all others: a row is positive if it is of the class, and is scored by the class's
     * plane}
     *
     * <p>What reads two classes reads this: the ROC curve of a class, a sweep of its threshold, each label of a
     * multilabel model. Planes and weights are shared, not copied. It and its sort are made once and kept while memory
     * lasts, for all metrics of these predictions: 25 bytes a row and class.
     *
     * @param classIndex the class, from 0
     */
    public BinaryPredictions oneVersusRest(int classIndex) {
        return shared(AGAINST_REST).get(classIndex, this::againstRest);
    }

    private BinaryPredictions againstRest(int classIndex) {
        boolean[] isOfClass = new boolean[labels.length];
        for (int row = 0; row < labels.length; row++) {
            isOfClass[row] = labels[row] == classIndex;
        }
        return BinaryPredictions.sharing(isOfClass, scores[classIndex], weights);
    }

    /**
     * {@return what several metrics make of these predictions before they measure: made on first use, kept while memory
     * lasts}
     *
     * <p>A confusion table or a sort is made here once for all metrics that read it. It belongs to these predictions
     * and their weights; others make their own.
     *
     * @param <V> what is shared
     * @param view what it is and how it is made
     */
    public <V> V shared(SharedView<MulticlassPredictions, V> view) {
        return views.get(view, this);
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
