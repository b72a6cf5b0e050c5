package io.github.tiercel.result;

/**
 * How a candidate of a race compares with the best of that time, on the same rows.
 *
 * <p>The bounds are one-sided, each at the level that pays for all comparisons of the race
 * ({@link RaceResult#alphaOfComparison()}). A candidate is dropped where {@code upper} is below 0.
 *
 * @param best the name of the best candidate of that time
 * @param gain by how much the metric is better than there; negative where it is worse
 * @param lower the lower bound of the gain
 * @param upper the upper bound of the gain
 * @since 0.1
 */
public record RaceComparison(String best, double gain, double lower, double upper) {}
