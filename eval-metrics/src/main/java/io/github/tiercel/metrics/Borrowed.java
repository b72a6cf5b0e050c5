package io.github.tiercel.metrics;

import java.util.Optional;

/**
 * What an estimate from a sample owes to a model that was evaluated on all rows before, and what the sample says
 * without it.
 *
 * @param reference the name of that model
 * @param value the plain value
 * @param population the plain interval for the world
 * @param fullSet the plain interval for the value on all rows
 * @param share how much of that model's error in the sample was taken off, in [0, 1]
 * @param correlation of what rows contribute to the two models' errors, in [-1, 1]; its square is the share of the
 *     variance around the value on all rows that the other model explains
 * @since 0.1
 */
public record Borrowed(
        String reference,
        Value value,
        Optional<Interval> population,
        Optional<Interval> fullSet,
        double share,
        double correlation) {}
