package io.github.tiercel.result;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Value;
import java.util.Optional;

/**
 * How well two scores of the same rows agree.
 *
 * @param gap how far apart they are
 * @param beyondTolerance the rows whose gap is above the tolerance
 * @param labelFlips the rows that are decided otherwise; empty where scores decide nothing: one score that is no
 *     probability, without a threshold of its own
 * @param spearman Spearman's rank correlation with its interval; with several outputs, of the one that agrees least.
 *     Undefined where all scores are equal
 * @param kendall Kendall's tau-b of that output
 * @since 0.1
 */
public record ParityFigures(
        ScoreGap gap, RowShare beyondTolerance, Optional<RowShare> labelFlips, Estimate spearman, Value kendall) {}
