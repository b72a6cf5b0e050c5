package io.github.tiercel.metrics.binary;

/**
 * An area under the precision-recall curve, which rests on positive rows: the fewer there are, the wider its interval.
 * The areas differ in what they draw between the points of the curve.
 *
 * @since 0.1
 */
public sealed interface PrecisionRecallArea extends RankMetric, GroupInfluence
        permits AveragePrecision, DavisGoadrichPrAuc, TrapezoidPrAuc {}
