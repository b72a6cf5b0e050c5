package io.github.tiercel.data;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.sampling.Sample;

/** Labels and weights of a sample, which a training loop joins with new scores at every epoch. */
final class JoinedSample {

    private final Sample sample;
    private final Labels labels;
    private final double[] weights;

    /** Takes over the weights. */
    JoinedSample(Sample sample, Labels labels, double[] weights) {
        this.sample = sample;
        this.labels = labels;
        this.weights = weights;
    }

    boolean isOf(Sample other) {
        return sample == other;
    }

    Predictions with(double[][] scores) {
        return labels.join(scores, weights);
    }
}
