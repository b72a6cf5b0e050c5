package io.github.tiercel.samples;

import java.util.List;

/**
 * A training run that was let run to its end, with what each of its epochs gave for flights to choose an epoch by, and
 * for others to say what the choice was worth.
 *
 * @param scores for each epoch the scores of the flights to choose by, in the order of time
 * @param quality for each epoch the log-loss on the other flights
 */
record RecordedRun(List<double[]> scores, List<Double> quality) {

    /** The log-loss of the epoch that would have been best to choose. */
    double bestQuality() {
        return quality.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    /** The log-loss of an epoch, from 1. */
    double quality(int epoch) {
        return quality.get(epoch - 1);
    }
}
