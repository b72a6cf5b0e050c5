package io.github.tiercel.metrics.binary;

/**
 * A metric that reads the order of scores and nothing else of them: no strictly increasing map of the scores changes
 * its value. Two models that rank all rows alike cannot differ in it on any rows like these.
 *
 * @since 0.1
 */
public interface RankMetric extends ScoreGroupMetric {}
