/**
 * Puts the rows of an evaluation set into one order of which every prefix is a weighted sample.
 *
 * <p>{@link io.github.tiercel.sampling.Strata} divides the rows, {@link io.github.tiercel.sampling.StratifiedOrder}
 * orders them (or {@link io.github.tiercel.sampling.GroupedOrder} whole groups of them), and a
 * {@link io.github.tiercel.sampling.Sample} is a prefix with the weights that make it speak for all rows. Nothing here
 * knows a metric or a model; everything is a pure function of its arguments, and equal arguments give equal bits on
 * every machine.
 */
@NullMarked
package io.github.tiercel.sampling;

import org.jspecify.annotations.NullMarked;
