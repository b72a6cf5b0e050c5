/**
 * Laws that every metric must keep, as jqwik properties to be inherited by a test, and random predictions to try them
 * on: {@link io.github.tiercel.testkit.MetricLaws} is the place to start.
 *
 * <p>{@link io.github.tiercel.testkit.PredictionStoreContract} does the same for prediction stores, with JUnit alone.
 *
 * <p>The laws of metrics need the jqwik test engine; its properties run beside JUnit tests, but never in one class with them.
 */
@NullMarked
package io.github.tiercel.testkit;

import org.jspecify.annotations.NullMarked;
