package io.github.tiercel.result;

/**
 * Where the numbers of a column lie. Quantiles are numbers that a row has.
 *
 * @param mean their mean; not finite where one of them is not
 * @param min the smallest
 * @param p25 a number that a quarter of the rows do not exceed
 * @param median one that half of them do not exceed
 * @param p75 one that three quarters do not exceed
 * @param max the largest
 * @since 0.1
 */
public record NumberSummary(double mean, double min, double p25, double median, double p75, double max) {}
