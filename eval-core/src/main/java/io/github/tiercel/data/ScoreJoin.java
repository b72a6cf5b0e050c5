package io.github.tiercel.data;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.sampling.Sample;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Joins scores with labels and weights: of all rows, or of a sample. */
final class ScoreJoin {

    private final Labels labels;
    private final double @Nullable [] weights;
    private @Nullable JoinedSample last;

    ScoreJoin(Labels labels, double @Nullable [] weights) {
        this.labels = labels;
        this.weights = weights;
    }

    Predictions of(Scores scores) {
        return labels.join(checked(scores), weights);
    }

    Predictions of(Scores scores, Sample sample) {
        int[] rows = sample.rows();
        return sampled(each(checked(scores), all -> Selection.of(all, rows)), sample);
    }

    /** The scores are in the sample's order already, and may go on beyond it. */
    Predictions of(double[][] prefix, Sample sample) {
        int outputs = Math.max(1, labels.classes().size());
        if (prefix.length != outputs) {
            throw new DataException(
                    "LENGTH_MISMATCH",
                    "Got scores of " + prefix.length + " outputs where the labels need " + outputs + ". Give one array "
                            + (outputs == 1 ? "in all." : "for each class."));
        }
        for (double[] scores : prefix) {
            if (scores.length < sample.size()) {
                throw new DataException(
                        "LENGTH_MISMATCH",
                        "Got scores of " + Offenders.number(scores.length)
                                + " positions for a sample of " + Offenders.number(sample.size())
                                + " rows. Score every row of the sample first.");
            }
        }
        return sampled(each(prefix, scores -> Arrays.copyOf(scores, sample.size())), sample);
    }

    private double[][] checked(Scores scores) {
        if (scores.rows() != labels.rows()) {
            throw new DataException(
                    "LENGTH_MISMATCH",
                    "Got " + Offenders.number(labels.rows()) + " labels but "
                            + Offenders.number(scores.rows()) + " scores of \"" + scores.model()
                            + "\". Each row needs one of both, in the same order.");
        }
        return scores.shared(labels.classes());
    }

    /** Takes over the scores. */
    private Predictions sampled(double[][] scores, Sample sample) {
        // Racing threads may select twice; both arrive at the same rows, so no lock is needed.
        JoinedSample known = last;
        if (known == null || !known.isOf(sample)) {
            known = new JoinedSample(sample, labels.select(sample.rows()), weights(sample));
            last = known;
        }
        return known.with(scores);
    }

    private double[] weights(Sample sample) {
        double[] some = new double[sample.size()];
        for (int i = 0; i < some.length; i++) {
            some[i] = weights == null ? sample.weight(i) : weights[sample.row(i)] * sample.weight(i);
        }
        return some;
    }

    private static double[][] each(double[][] arrays, UnaryOperator<double[]> change) {
        return Arrays.stream(arrays).map(change).toArray(double[][]::new);
    }
}
