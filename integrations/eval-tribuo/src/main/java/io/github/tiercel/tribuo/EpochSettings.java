package io.github.tiercel.tribuo;

import java.util.OptionalInt;
import org.tribuo.classification.sgd.LabelObjective;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.math.StochasticGradientOptimiser;

/** How to train; an epoch is one pass over the data unless its rows are given. */
record EpochSettings(
        LabelObjective objective,
        StochasticGradientOptimiser optimiser,
        int minibatchSize,
        long seed,
        int epochs,
        OptionalInt rowsPerEpoch) {

    private static final int NEVER = -1;

    EpochSettings {
        requirePositive("minibatchSize", minibatchSize);
        requirePositive("epochs", epochs);
        if (rowsPerEpoch.isPresent() && rowsPerEpoch.getAsInt() < minibatchSize) {
            throw new IllegalArgumentException("rowsPerEpoch must be at least the minibatch size of " + minibatchSize
                    + ", got " + rowsPerEpoch.getAsInt());
        }
    }

    EpochSettings withEpochs(int number) {
        return new EpochSettings(objective, optimiser, minibatchSize, seed, number, rowsPerEpoch);
    }

    EpochSettings withRowsPerEpoch(int rows) {
        return new EpochSettings(objective, optimiser, minibatchSize, seed, epochs, OptionalInt.of(rows));
    }

    EpochSchedule schedule(int rows) {
        return new EpochSchedule(rows, minibatchSize, rowsPerEpoch.orElse(rows));
    }

    /** {@return Tribuo's trainer of so many passes: the one to name in a model's provenance} */
    LinearSGDTrainer plain(int passes) {
        return new LinearSGDTrainer(objective, optimiser, passes, NEVER, minibatchSize, seed);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }
}
