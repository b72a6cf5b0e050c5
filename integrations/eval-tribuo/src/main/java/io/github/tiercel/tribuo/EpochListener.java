package io.github.tiercel.tribuo;

import org.tribuo.classification.sgd.linear.LinearSGDModel;

/**
 * Looks at the model after each epoch of a training, and says whether to go on.
 *
 * <pre>{@code
 * EpochListener listener = (epoch, model) -> accuracy(model) < 0.9;
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EpochListener {

    /**
     * Called on the training thread, which waits.
     *
     * @param epoch the epoch that has just ended, from 1
     * @param model the model after it: a copy, which may be kept, and used by any thread
     * @return whether to train on; false ends the training with this model. Not asked of the last epoch
     */
    boolean onEpochEnd(int epoch, LinearSGDModel model);
}
