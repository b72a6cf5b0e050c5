package io.github.tiercel.result;

/**
 * A test of "no difference".
 *
 * @param method {@code "ks"}, the two-sample test of Kolmogorov and Smirnov, or {@code "g"}, the likelihood-ratio test
 *     of a table of counts
 * @param pValue its p-value
 * @param adjusted the same adjusted for all tests of all columns, by Holm
 * @since 0.1
 */
public record SkewTest(String method, double pValue, double adjusted) {}
