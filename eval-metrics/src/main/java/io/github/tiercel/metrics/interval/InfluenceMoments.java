package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.GroupBlock;
import io.github.tiercel.metrics.LabelWeights;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.CellGradient;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import io.github.tiercel.metrics.binary.GroupInfluence;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import io.github.tiercel.metrics.binary.RowValues;
import java.util.Optional;

/**
 * Sums over the influence values of independent rows that count alike within their label, without an array of them: by
 * score group, by cell of the confusion matrix, or row by row for a mean. All rows count one, or those of a sample in
 * which each label is a stratum.
 *
 * <p>Groups and rows are summed in columns, one for each place in a block, which neither wait for each other nor gather
 * rounding errors. One pass over groups or rows, no memory that grows with them.
 *
 * @param positives sums over positive rows
 * @param negatives sums over negative rows
 * @param totalWeight the weight of all rows
 * @param contributions what intervals read
 */
record InfluenceMoments(
        LabelMoments positives, LabelMoments negatives, double totalWeight, Contributions contributions) {

    /** The moments of a metric, where they can be had this way. */
    static Optional<InfluenceMoments> of(Design design, SmoothMetric<?> metric, Predictions predictions, double value) {
        if (!(predictions instanceof BinaryPredictions binary)) {
            return Optional.empty();
        }
        Optional<LabelStrata> strata = LabelStrata.of(design, binary);
        if (strata.isEmpty() && !Subject.isCounted(design, predictions)) {
            return Optional.empty();
        }
        return sums(metric, binary, value).map(sums -> sums.with(design, binary, strata));
    }

    /** The moments of a mean over all rows, where they can be had this way. */
    static Optional<InfluenceMoments> of(Design design, Predictions predictions, MeanTerms terms, double mean) {
        if (!(predictions instanceof BinaryPredictions binary) || !terms.areOfRows()) {
            return Optional.empty();
        }
        Optional<LabelStrata> strata = LabelStrata.of(design, binary);
        return strata.isPresent()
                ? Optional.of(ofTerms(terms, binary, mean).with(design, binary, strata))
                : Optional.empty();
    }

    /** Sums without what intervals make of them. */
    private record Sums(LabelMoments positives, LabelMoments negatives) {

        InfluenceMoments with(Design design, BinaryPredictions predictions, Optional<LabelStrata> strata) {
            LabelWeights weights = predictions.labelWeights().orElseThrow();
            double total = weights.positive() * predictions.positives() + weights.negative() * predictions.negatives();
            Contributions contributions = strata.isPresent()
                    ? SampledContributions.of(design, strata.get(), weights, total, positives, negatives)
                    : CountedContributions.of(positives, negatives, total);
            return new InfluenceMoments(positives, negatives, total, contributions);
        }
    }

    private static Optional<Sums> sums(SmoothMetric<?> metric, BinaryPredictions predictions, double value) {
        if (metric instanceof GroupInfluence ranked) {
            return Optional.of(ofGroups(ranked, predictions, value));
        }
        if (metric instanceof ConfusionMetric decided) {
            return Optional.of(ofCells(decided, predictions));
        }
        return metric instanceof RowMeanMetric mean ? Optional.of(ofRows(mean, predictions, value)) : Optional.empty();
    }

    private static Sums ofGroups(GroupInfluence metric, BinaryPredictions predictions, double value) {
        Columns positives = new Columns();
        Columns negatives = new Columns();
        metric.influence(predictions.groups(), value, block -> {
            int size = block.size();
            // One label after the other: a loop that writes to six arrays is not turned into vector instructions.
            for (int i = 0; i < size; i++) {
                positives.add(i, block.positive(i), block.positiveInfluence(i));
            }
            for (int i = 0; i < size; i++) {
                negatives.add(i, block.negative(i), block.negativeInfluence(i));
            }
        });
        LabelWeights weights = predictions.labelWeights().orElseThrow();
        return new Sums(
                positives.moments(predictions.positives(), weights.positive()),
                negatives.moments(predictions.negatives(), weights.negative()));
    }

    /** In the cells of a matrix influence values are {@code total times the derivative by the cell}. */
    private static Sums ofCells(ConfusionMetric metric, BinaryPredictions predictions) {
        ConfusionMatrix matrix = ConfusionMatrix.at(predictions, metric.threshold());
        CellGradient gradient = metric.gradient(matrix);
        LabelWeights weights = predictions.labelWeights().orElseThrow();
        double total = matrix.total();
        double tp = matrix.truePositives();
        double fp = matrix.falsePositives();
        double fn = matrix.falseNegatives();
        double tn = matrix.trueNegatives();
        double ofPositives = metric.trials(new ConfusionMatrix(metric.threshold(), tp, 0, fn, 0));
        double ofNegatives = metric.trials(new ConfusionMatrix(metric.threshold(), 0, fp, 0, tn));
        return new Sums(
                new LabelMoments(Math.rint(ofPositives / weights.positive()), 0, 0, 0)
                        .plus(tp / weights.positive(), total * gradient.truePositives())
                        .plus(fn / weights.positive(), total * gradient.falseNegatives()),
                new LabelMoments(Math.rint(ofNegatives / weights.negative()), 0, 0, 0)
                        .plus(fp / weights.negative(), total * gradient.falsePositives())
                        .plus(tn / weights.negative(), total * gradient.trueNegatives()));
    }

    private static Sums ofRows(RowMeanMetric metric, BinaryPredictions predictions, double mean) {
        return ofRows(predictions, mean, (from, to, values) -> RowValues.read(metric, predictions, from, to, values));
    }

    private static Sums ofTerms(MeanTerms terms, BinaryPredictions predictions, double mean) {
        return ofRows(predictions, mean, (from, to, values) -> {
            for (int row = from; row < to; row++) {
                values[row - from] = terms.value(row);
            }
        });
    }

    /** Fills an array with what some rows add. */
    private interface Filling {
        void get(int from, int to, double[] values);
    }

    private static Sums ofRows(BinaryPredictions predictions, double mean, Filling source) {
        Columns positives = new Columns();
        Columns negatives = new Columns();
        double[] values = new double[GroupBlock.CAPACITY];
        double[] isPositive = new double[GroupBlock.CAPACITY];
        for (int from = 0; from < predictions.rows(); from += GroupBlock.CAPACITY) {
            int to = Math.min(predictions.rows(), from + GroupBlock.CAPACITY);
            source.get(from, to, values);
            for (int i = 0; i < to - from; i++) {
                // A choice of two whole numbers is no branch, one of two fractions is, which no processor foresees.
                int one = predictions.label(from + i) ? 1 : 0;
                isPositive[i] = one;
            }
            // Every row adds to both labels, to one of them 0.
            positives.add(values, mean, isPositive, 0, to - from);
            negatives.add(values, mean, isPositive, 1, to - from);
        }
        return new Sums(positives.moments(predictions.positives(), 1), negatives.moments(predictions.negatives(), 1));
    }

    /** Adds up groups or rows of one label, in columns. */
    private static final class Columns {

        private final double[] sums = new double[GroupBlock.CAPACITY];
        private final double[] squares = new double[GroupBlock.CAPACITY];
        private final double[] cubes = new double[GroupBlock.CAPACITY];

        void add(int i, double weight, double influence) {
            double first = weight * influence;
            double second = first * influence;
            sums[i] += first;
            squares[i] += second;
            cubes[i] += second * influence;
        }

        /** Rows count where their label is not the other one. */
        void add(double[] values, double mean, double[] labels, double other, int count) {
            for (int i = 0; i < count; i++) {
                double first = Math.abs(labels[i] - other) * (values[i] - mean);
                double second = first * first;
                sums[i] += first;
                squares[i] += second;
                cubes[i] += second * first;
            }
        }

        LabelMoments moments(double rows, double weight) {
            return new LabelMoments(
                    rows,
                    CompensatedSum.of(sums) / weight,
                    CompensatedSum.of(squares) / weight,
                    CompensatedSum.of(cubes) / weight);
        }
    }
}
