package io.github.tiercel.result;

import io.github.tiercel.metrics.Interval;
import java.util.Optional;

/**
 * A ranking metric at one number of ranks.
 *
 * @param k how many ranks were looked at, at least 1
 * @param value the mean over queries
 * @param interval its interval; empty where there is none
 * @since 0.1
 */
public record CutPoint(int k, double value, Optional<Interval> interval) {}
