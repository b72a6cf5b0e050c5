package io.github.tiercel.tribuo;

import java.util.Locale;
import java.util.OptionalInt;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.LabelObjective;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.math.StochasticGradientOptimiser;

/**
 * Trains Tribuo's linear classifier by stochastic gradient descent, and hands out the model after each epoch.
 *
 * <pre>{@code
 * LinearSGDModel model = EpochTrainer.of(new LogMulticlass(), new AdaGrad(0.1), 32, 42)
 *         .rowsPerEpoch(15_000)
 *         .epochs(40)
 *         .train(dataset, (epoch, snapshot) -> !plan.isMet(epoch, TribuoPredictor.of(snapshot)));
 * }</pre>
 *
 * <p><b>Epochs</b> count from 1. One is a pass over the data unless {@link #rowsPerEpoch} says otherwise: on a large
 * set a model is often as good as it gets before the first pass ends. Rows are shuffled anew for each pass, and
 * minibatches do not reach across passes, so an epoch ends with the first minibatch that completes its rows.
 *
 * <p><b>Same as Tribuo.</b> The model after epoch k equals, to the last bit, that of a
 * {@link org.tribuo.classification.sgd.linear.LinearSGDTrainer} of k passes with the same settings, also for optimisers
 * that finish weights at the end of training, such as parameter averaging. Labels and features have the same ids in all
 * models of a training. Provenance names that trainer, and the epoch under {@code epoch}.
 *
 * <p><b>Same bits.</b> Equal settings and data give equal weights, however often {@link #train} is called, after an
 * early stop too.
 *
 * <p><b>Cost.</b> Tribuo's own, and at each epoch three copies of the weights at most; nothing is copied between
 * epochs. A snapshot holds its weights, and shares the rest with the others. The first use turns Tribuo's announcement
 * of each training off (java.util.logging, {@code org.tribuo.common.sgd.AbstractSGDTrainer} to WARNING), unless that
 * logger has a level already.
 *
 * <p>Immutable, and safe for use by several threads, each of which trains a model of its own.
 *
 * @since 0.1
 */
public final class EpochTrainer {

    /** Epochs unless another number is named: as many as Tribuo trains. */
    public static final int DEFAULT_EPOCHS = 5;

    private final EpochSettings settings;

    private EpochTrainer(EpochSettings settings) {
        this.settings = settings;
    }

    /**
     * {@return a trainer of {@value #DEFAULT_EPOCHS} epochs of one pass each}
     *
     * @param objective what to minimise; of Tribuo's own, {@code LogMulticlass} gives probabilities
     * @param optimiser how to step; each training works on a copy
     * @param minibatchSize rows for each step, at least 1
     * @param seed of the shuffling
     * @throws IllegalArgumentException if the minibatch size is less than 1
     */
    public static EpochTrainer of(
            LabelObjective objective, StochasticGradientOptimiser optimiser, int minibatchSize, long seed) {
        return new EpochTrainer(
                new EpochSettings(objective, optimiser, minibatchSize, seed, DEFAULT_EPOCHS, OptionalInt.empty()));
    }

    /**
     * {@return a trainer whose epochs have this many rows, fewer or more than the data}
     *
     * @param rows rows, at least the minibatch size
     * @throws IllegalArgumentException if it is less
     */
    public EpochTrainer rowsPerEpoch(int rows) {
        return new EpochTrainer(settings.withRowsPerEpoch(rows));
    }

    /**
     * {@return a trainer of this many epochs}
     *
     * @param number epochs, at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    public EpochTrainer epochs(int number) {
        return new EpochTrainer(settings.withEpochs(number));
    }

    /**
     * Trains a model.
     *
     * @param data at least one example, all of known labels; not to be changed meanwhile
     * @param listener gets the model of each epoch, and can end the training. What it throws ends the training and
     *     reaches the caller as it is
     * @return the model that the listener got last
     * @throws IllegalArgumentException if there are no examples, some but not all have every feature and minibatches
     *     are larger than 1, or Tribuo refuses an example: its label is unknown, or a feature is NaN
     */
    public LinearSGDModel train(Dataset<Label> data, EpochListener listener) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("data must have at least one example to train on, got 0");
        }
        if (settings.minibatchSize() > 1) {
            requireOneKindOfRow(data);
        }
        return new EpochRun(settings, data, listener).train();
    }

    /** Tribuo holds a row with all features densely and any other sparsely, and fails to add their gradients. */
    private static void requireOneKindOfRow(Dataset<Label> data) {
        int features = data.getFeatureMap().size();
        int dense = 0;
        for (Example<Label> example : data) {
            if (example.size() == features) {
                dense++;
            }
        }
        int sparse = data.size() - dense;
        if (dense > 0 && sparse > 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "data has %,d rows with all %,d features and %,d without, and Tribuo cannot take both into one"
                            + " minibatch. Densify the data, or train with a minibatch size of 1.",
                    dense,
                    features,
                    sparse));
        }
    }
}
