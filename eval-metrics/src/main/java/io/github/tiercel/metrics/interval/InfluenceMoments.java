package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.GroupBlock;
import io.github.tiercel.metrics.InfluenceSink;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.CellGradient;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import io.github.tiercel.metrics.binary.GroupInfluence;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import java.util.Optional;

/**
 * Sums of squares and cubes of the influence values of rows that count one each, without an array of them: by score
 * group, by cell of the confusion matrix, or row by row for a mean.
 *
 * <p>Groups are summed in columns, one for each place in a block, which neither wait for each other nor gather rounding
 * errors; rows in blocks. One pass over groups or rows, no memory that grows with them.
 *
 * @param positiveSquares the sum of IF² over positive rows
 * @param negativeSquares the sum of IF² over negative rows
 * @param cubes the sum of IF³ over all rows
 * @param units the rows that the value is of
 * @param total the rows in all
 */
record InfluenceMoments(double positiveSquares, double negativeSquares, double cubes, int units, double total) {

    /** The moments of a metric of which they can be had this way, on independent rows that count one each. */
    static Optional<InfluenceMoments> of(Design design, SmoothMetric<?> metric, Predictions predictions, double value) {
        return predictions instanceof BinaryPredictions binary && Subject.isCounted(design, predictions)
                ? of(metric, binary, value)
                : Optional.empty();
    }

    private static Optional<InfluenceMoments> of(SmoothMetric<?> metric, BinaryPredictions predictions, double value) {
        if (metric instanceof GroupInfluence ranked) {
            return Optional.of(ofGroups(ranked, predictions, value));
        }
        if (metric instanceof ConfusionMetric decided) {
            return Optional.of(ofCells(decided, predictions));
        }
        return metric instanceof RowMeanMetric mean ? Optional.of(ofRows(mean, predictions, value)) : Optional.empty();
    }

    Contributions contributions() {
        double squares = (positiveSquares + negativeSquares) / (total * total);
        return new CountedContributions(units, squares, cubes / (total * total * total));
    }

    private static InfluenceMoments ofGroups(GroupInfluence metric, BinaryPredictions predictions, double value) {
        Columns columns = new Columns();
        metric.influence(predictions.groups(), value, columns);
        return columns.moments(predictions.rows());
    }

    /** In the cells of a matrix influence values are {@code total times the derivative by the cell}. */
    private static InfluenceMoments ofCells(ConfusionMetric metric, BinaryPredictions predictions) {
        ConfusionMatrix matrix = ConfusionMatrix.at(predictions, metric.threshold());
        CellGradient gradient = metric.gradient(matrix);
        double total = matrix.total();
        double tp = total * gradient.truePositives();
        double fp = total * gradient.falsePositives();
        double fn = total * gradient.falseNegatives();
        double tn = total * gradient.trueNegatives();
        double cubes = matrix.truePositives() * tp * tp * tp
                + matrix.falsePositives() * fp * fp * fp
                + matrix.falseNegatives() * fn * fn * fn
                + matrix.trueNegatives() * tn * tn * tn;
        return new InfluenceMoments(
                matrix.truePositives() * tp * tp + matrix.falseNegatives() * fn * fn,
                matrix.falsePositives() * fp * fp + matrix.trueNegatives() * tn * tn,
                cubes,
                (int) metric.trials(matrix),
                total);
    }

    private static InfluenceMoments ofRows(RowMeanMetric metric, BinaryPredictions predictions, double mean) {
        CompensatedSum squares = new CompensatedSum();
        CompensatedSum cubes = new CompensatedSum();
        for (int from = 0; from < predictions.rows(); from += RowMeanMetric.BLOCK) {
            double square = 0;
            double cube = 0;
            int to = Math.min(predictions.rows(), from + RowMeanMetric.BLOCK);
            for (int row = from; row < to; row++) {
                double influence = metric.rowValue(predictions, row) - mean;
                square += influence * influence;
                cube += influence * influence * influence;
            }
            squares.add(square);
            cubes.add(cube);
        }
        // A mean needs no parting by label.
        return new InfluenceMoments(squares.value(), 0, cubes.value(), predictions.rows(), predictions.rows());
    }

    /** Adds up blocks of groups. */
    private static final class Columns implements InfluenceSink {

        private final double[] positiveSquares = new double[GroupBlock.CAPACITY];
        private final double[] negativeSquares = new double[GroupBlock.CAPACITY];
        private final double[] cubes = new double[GroupBlock.CAPACITY];

        @Override
        public void accept(GroupBlock block) {
            for (int i = 0; i < block.size(); i++) {
                double ofPositives = block.positiveInfluence(i);
                double ofNegatives = block.negativeInfluence(i);
                double positive = block.positive(i) * ofPositives * ofPositives;
                double negative = block.negative(i) * ofNegatives * ofNegatives;
                positiveSquares[i] += positive;
                negativeSquares[i] += negative;
                cubes[i] += positive * ofPositives + negative * ofNegatives;
            }
        }

        InfluenceMoments moments(int rows) {
            return new InfluenceMoments(
                    CompensatedSum.of(positiveSquares),
                    CompensatedSum.of(negativeSquares),
                    CompensatedSum.of(cubes),
                    rows,
                    rows);
        }
    }
}
