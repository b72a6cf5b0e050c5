package io.github.tiercel.result;

/**
 * How an epoch compares with the last one that improved, on the same rows.
 *
 * <p>The epoch has improved where {@code lower} is above the least gain that counts; it has not where {@code upper} is
 * not. The bounds are one-sided, and of different levels: a false improvement is paid for over all epochs of a run, an
 * overlooked one at this epoch alone.
 *
 * @param reference the number of the epoch compared with
 * @param rows the rows that both have scores for
 * @param gain by how much the monitored metric is better than there; negative where it is worse
 * @param lower the lower bound of the gain, at level 1 - alpha
 * @param upper the upper bound of the gain, at the level of early stopping
 * @param alpha the probability of a false improvement spent at this epoch
 * @since 0.1
 */
public record EpochComparison(int reference, int rows, double gain, double lower, double upper, double alpha) {}
