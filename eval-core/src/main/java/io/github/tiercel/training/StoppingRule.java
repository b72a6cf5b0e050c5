package io.github.tiercel.training;

/**
 * When to stop training.
 *
 * @since 0.1
 */
public sealed interface StoppingRule permits EarlyStopping, Patience {

    /** {@return the name of the metric by which epochs are compared} */
    String monitor();
}
