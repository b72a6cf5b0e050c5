package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.SharedView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The weight of rows by their class and by the class predicted for them: {@code confusion_matrix} in scikit-learn.
 *
 * <p>The class predicted for a row is the one with the highest score; of several with the same highest score it is the
 * one with the lowest index. Scores need not be probabilities.
 *
 * <p>One pass, O(rows x classes); about 30 bytes a cell while counting and 8 afterwards, the number of cells being the
 * square of the number of classes. Sums are compensated. Tables of the same classes and weights are equal. Immutable,
 * and safe for use by several threads.
 *
 * <pre>{@code
 * ConfusionTable table = ConfusionTable.of(predictions);
 * Value f1 = MulticlassMetrics.F1_MACRO.value(table);   // metrics of one table share one pass over the rows
 * }</pre>
 *
 * @since 0.1
 */
public final class ConfusionTable {

    private static final SharedView<MulticlassPredictions, ConfusionTable> VIEW =
            new SharedView<>(ConfusionTable::count);

    private final List<String> classes;
    private final double[] cells;
    private final double[] labelled;
    private final double[] predicted;
    private final double total;

    private ConfusionTable(List<String> classes, double[] cells) {
        this.classes = classes;
        this.cells = cells;
        this.labelled = new double[classes.size()];
        this.predicted = new double[classes.size()];
        for (int cell = 0; cell < cells.length; cell++) {
            labelled[cell / classes.size()] += cells[cell];
            predicted[cell % classes.size()] += cells[cell];
        }
        this.total = Arrays.stream(labelled).sum();
    }

    /**
     * {@return the table of these predictions, counted once for all metrics that read it}
     *
     * @param predictions labels, scores and weights
     */
    public static ConfusionTable of(MulticlassPredictions predictions) {
        return predictions.shared(VIEW);
    }

    /**
     * {@return a table of weights that were counted before}
     *
     * @param classes the names of the classes, in the order of their indices
     * @param weights the weight of label l and decision d at {@code l * classes + d}, finite and at least 0; copied
     * @throws IllegalArgumentException if there is not one weight for each pair of classes, or one is out of its range
     */
    public static ConfusionTable of(List<String> classes, double[] weights) {
        if (weights.length != classes.size() * classes.size()) {
            throw new IllegalArgumentException(
                    "weights must be one for each pair of the " + classes.size() + " classes, got " + weights.length);
        }
        for (double weight : weights) {
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("weights must be finite and at least 0, got " + weight);
            }
        }
        return new ConfusionTable(List.copyOf(classes), weights.clone());
    }

    private static ConfusionTable count(MulticlassPredictions predictions) {
        int classes = predictions.classes().size();
        CompensatedSum[] sums = new CompensatedSum[classes * classes];
        Arrays.setAll(sums, cell -> new CompensatedSum());
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.weight(row) > 0) {
                sums[predictions.label(row) * classes + decision(predictions, row)].add(predictions.weight(row));
            }
        }
        double[] cells = Arrays.stream(sums).mapToDouble(CompensatedSum::value).toArray();
        return new ConfusionTable(predictions.classes(), cells);
    }

    /**
     * {@return a table of the same classes with other weights, as a bootstrap replicate has them}
     *
     * @param weights the weight of label l and decision d at {@code l * classes + d}, at least 0; shared, not copied
     * @throws IllegalArgumentException if there is not one weight a cell
     */
    public ConfusionTable withWeights(double[] weights) {
        if (weights.length != cells.length) {
            throw new IllegalArgumentException(
                    "weights has " + weights.length + " cells but the table has " + cells.length);
        }
        return new ConfusionTable(classes, weights);
    }

    /**
     * {@return the index of the class predicted for a row: the highest score, and of equal ones the lowest index}
     *
     * @param predictions labels and scores
     * @param row the row, from 0
     */
    public static int decision(MulticlassPredictions predictions, int row) {
        int best = 0;
        for (int c = 1; c < predictions.classes().size(); c++) {
            if (predictions.score(c, row) > predictions.score(best, row)) {
                best = c;
            }
        }
        return best;
    }

    /** {@return the names of the classes, in the order of their indices} */
    public List<String> classes() {
        return classes;
    }

    /**
     * {@return the weight of the rows of one class that were predicted to be of another or the same one}
     *
     * @param label the index of the class they are of
     * @param decision the index of the class predicted
     */
    public double weight(int label, int decision) {
        return cells[label * classes.size() + decision];
    }

    /**
     * {@return the weight of the rows of a class}
     *
     * @param label the index of the class
     */
    public double labelled(int label) {
        return labelled[label];
    }

    /**
     * {@return the weight of the rows for which a class is predicted}
     *
     * @param decision the index of the class
     */
    public double predicted(int decision) {
        return predicted[decision];
    }

    /** {@return the weight of all rows} */
    public double total() {
        return total;
    }

    /** {@return the names of declared classes without a row of positive weight} */
    public List<String> absentClasses() {
        return namesOfZeros(labelled);
    }

    /** {@return the names of declared classes that are predicted for no row of positive weight} */
    public List<String> unpredictedClasses() {
        return namesOfZeros(predicted);
    }

    ConfusionTable with(int label, int decision, double weight) {
        double[] changed = cells.clone();
        changed[label * classes.size() + decision] = weight;
        return new ConfusionTable(classes, changed);
    }

    int size() {
        return classes.size();
    }

    // Metrics read shares of the total: products of weights of any size would leave the range of doubles.

    double share(int label, int decision) {
        return weight(label, decision) / total;
    }

    double labelShare(int label) {
        return labelled[label] / total;
    }

    double decisionShare(int decision) {
        return predicted[decision] / total;
    }

    double accuracy() {
        double right = 0;
        for (int c = 0; c < size(); c++) {
            right += weight(c, c);
        }
        return right / total;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConfusionTable table
                && classes.equals(table.classes)
                && Arrays.equals(cells, table.cells);
    }

    @Override
    public int hashCode() {
        return 31 * classes.hashCode() + Arrays.hashCode(cells);
    }

    /** {@return the classes and the weights, row by row} */
    @Override
    public String toString() {
        return classes + " " + Arrays.toString(cells);
    }

    private List<String> namesOfZeros(double[] weights) {
        return IntStream.range(0, weights.length)
                .filter(c -> !(weights[c] > 0))
                .mapToObj(classes::get)
                .toList();
    }
}
