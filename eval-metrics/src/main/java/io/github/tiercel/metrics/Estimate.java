package io.github.tiercel.metrics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A metric's value with its error: a number never travels alone.
 *
 * @param metric the metric's name
 * @param direction which way the metric improves
 * @param value the value, or why there is none
 * @param population the interval for the value on the world that the rows came from; empty where none can be given
 * @param fullSet for a sample: the interval for the value on all rows of the evaluation set; empty for the full set
 * @param gate the interval that gates read, of the methods with guaranteed or guarded coverage
 * @param bootstrap the bootstrap interval; empty unless one was asked for
 * @param standardError the standard error for the population, in the metric's unit
 * @param flags what a reader must know besides
 * @param rows the rows of positive weight that were evaluated
 * @param positives how many of them are positive; 0 for other tasks than binary
 * @param borrowed for a sample: what value and intervals owe to a model evaluated in full before; empty where they are
 *     of these rows alone
 * @since 0.1
 */
public record Estimate(
        String metric,
        Direction direction,
        Value value,
        Optional<Interval> population,
        Optional<Interval> fullSet,
        Optional<Interval> gate,
        Optional<BootstrapInterval> bootstrap,
        OptionalDouble standardError,
        Set<EstimateFlag> flags,
        int rows,
        int positives,
        Optional<Borrowed> borrowed) {

    /** Copies the flags. */
    public Estimate {
        flags = Set.copyOf(flags);
    }

    /**
     * An estimate from its own rows alone.
     *
     * @param metric the metric's name
     * @param direction which way the metric improves
     * @param value the value, or why there is none
     * @param population the interval for the value on the world
     * @param fullSet for a sample: the interval for the value on all rows
     * @param gate the interval that gates read
     * @param bootstrap the bootstrap interval
     * @param standardError the standard error for the population
     * @param flags what a reader must know besides
     * @param rows the rows of positive weight that were evaluated
     * @param positives how many of them are positive
     */
    public Estimate(
            String metric,
            Direction direction,
            Value value,
            Optional<Interval> population,
            Optional<Interval> fullSet,
            Optional<Interval> gate,
            Optional<BootstrapInterval> bootstrap,
            OptionalDouble standardError,
            Set<EstimateFlag> flags,
            int rows,
            int positives) {
        this(
                metric,
                direction,
                value,
                population,
                fullSet,
                gate,
                bootstrap,
                standardError,
                flags,
                rows,
                positives,
                Optional.empty());
    }

    /**
     * {@return this estimate with a bootstrap interval beside the others}
     *
     * @param interval the bootstrap interval
     */
    public Estimate withBootstrap(BootstrapInterval interval) {
        return new Estimate(
                metric,
                direction,
                value,
                population,
                fullSet,
                gate,
                Optional.of(interval),
                standardError,
                flags,
                rows,
                positives,
                borrowed);
    }

    /**
     * {@return this estimate with another interval for the population}
     *
     * @param interval the interval that stands first
     */
    public Estimate withPopulation(Interval interval) {
        return new Estimate(
                metric,
                direction,
                value,
                Optional.of(interval),
                fullSet,
                gate,
                bootstrap,
                standardError,
                flags,
                rows,
                positives,
                borrowed);
    }

    /**
     * {@return this estimate with another interval for gates}
     *
     * @param interval the interval that gates read
     */
    public Estimate withGate(Interval interval) {
        return new Estimate(
                metric,
                direction,
                value,
                population,
                fullSet,
                Optional.of(interval),
                bootstrap,
                standardError,
                flags,
                rows,
                positives,
                borrowed);
    }

    /**
     * {@return this estimate with what it owes to another model}
     *
     * @param what what the rows say by themselves, and what was borrowed
     */
    public Estimate withBorrowed(Borrowed what) {
        return new Estimate(
                metric,
                direction,
                value,
                population,
                fullSet,
                gate,
                bootstrap,
                standardError,
                flags,
                rows,
                positives,
                Optional.of(what));
    }
}
