package io.github.tiercel.result;

/**
 * How far apart two scores of the same rows are. The gap of a row is the absolute difference of its scores; with
 * several outputs, the largest of these. Equal infinities are no gap apart.
 *
 * @param identical how many rows have the same scores to the last bit, so that 0.0 and -0.0 are two
 * @param max the largest gap, possibly infinite
 * @param mean the mean gap
 * @param median a gap that at least half of the rows do not exceed
 * @param p90 a gap that at least 90 % of the rows do not exceed; as the others, one that a row has
 * @param p99 a gap that at least 99 % do not exceed
 * @param p999 a gap that at least 99.9 % do not exceed
 * @since 0.1
 */
public record ScoreGap(int identical, double max, double mean, double median, double p90, double p99, double p999) {}
