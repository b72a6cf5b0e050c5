package io.github.tiercel.metrics;

import java.util.OptionalDouble;

/**
 * An interval from bootstrap replicates, with what is needed to judge the replicates themselves.
 *
 * @param interval the interval; its method names the kind, for example {@code "bca"}
 * @param replicates how many replicates had a value
 * @param undefined how many replicates had none, for example because they held no positive row
 * @param bias mean of the replicates minus the value on all rows; reported, never subtracted from the value
 * @param standardError standard deviation of the replicates
 * @param monteCarloError standard deviation of an end of the interval over other random seeds, in the metric's unit
 * @param scheme how replicates got their weights, for example {@code "compressed"}
 * @param approximationError what an approximate scheme changes in the value on all rows, in the metric's unit; empty
 *     for schemes that approximate nothing
 * @since 0.1
 */
public record BootstrapInterval(
        Interval interval,
        int replicates,
        int undefined,
        double bias,
        double standardError,
        double monteCarloError,
        String scheme,
        OptionalDouble approximationError) {}
