package io.github.tiercel.training;

/**
 * When to stop training.
 *
 * @since 0.1
 */
public sealed interface StoppingRule permits EarlyStopping, Patience {

    /** {@return the name of the metric by which epochs are compared} */
    String monitor();

    /** {@return by how much an epoch must be better to count, at least 0} */
    double minDelta();
}
