package io.github.tiercel.result;

import io.github.tiercel.metrics.Direction;
import java.util.List;
import java.util.Optional;

/**
 * What the evaluations of a training run found, epoch by epoch.
 *
 * @param run the name of the run
 * @param monitor the name of the metric by which epochs are compared
 * @param direction which way that metric improves
 * @param epochs one record an epoch, in order
 * @param bestEpoch the number of the best epoch; empty while none has a value
 * @param stopped why training was told to stop; empty while it goes on
 * @since 0.1
 */
public record EpochHistory(
        String run,
        String monitor,
        Direction direction,
        List<EpochRecord> epochs,
        Optional<Integer> bestEpoch,
        Optional<String> stopped) {

    /** Copies the list. */
    public EpochHistory {
        epochs = List.copyOf(epochs);
    }

    /** {@return the time spent evaluating, over all epochs, in milliseconds} */
    public double evaluationMillis() {
        return epochs.stream().mapToDouble(EpochRecord::evaluationMillis).sum();
    }

    /** {@return the time spent training, over all epochs, in milliseconds} */
    public double trainingMillis() {
        return epochs.stream().mapToDouble(EpochRecord::trainingMillis).sum();
    }
}
