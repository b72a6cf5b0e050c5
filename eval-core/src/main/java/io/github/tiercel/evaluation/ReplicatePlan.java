package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.resample.Bootstrap;
import io.github.tiercel.metrics.resample.Execution;
import io.github.tiercel.metrics.resample.Scheme;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How bootstrap replicates are made.
 *
 * @param replicates how many, 0 for none
 * @param scheme how they get their weights; the fastest that holds if empty
 * @param monteCarloShare at which share of an interval's width the Monte-Carlo error is small enough to stop
 * @param execution where they are computed
 */
record ReplicatePlan(int replicates, Optional<Scheme> scheme, OptionalDouble monteCarloShare, Execution execution) {

    ReplicatePlan withReplicates(int number) {
        return new ReplicatePlan(number, scheme, monteCarloShare, execution);
    }

    Bootstrap applyTo(Bootstrap bootstrap, double level) {
        Bootstrap placed = bootstrap.on(execution);
        return monteCarloShare.isPresent() ? placed.untilMonteCarloError(monteCarloShare.getAsDouble(), level) : placed;
    }
}
