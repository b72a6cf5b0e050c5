package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Value;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A metric's difference between two models, candidate minus baseline, with its error.
 *
 * @param metric the metric's name
 * @param direction which way the metric improves
 * @param value the difference, or why there is none (the reason of the model whose value is undefined)
 * @param interval the interval for the difference on the world that the rows came from
 * @param pValue two-sided p-value of "no difference"; empty where no error is known
 * @param standardError the standard error of the difference
 * @param paired whether both values come from the same rows, so that what they share cancels
 * @since 0.1
 */
public record Difference(
        String metric,
        Direction direction,
        Value value,
        Optional<Interval> interval,
        OptionalDouble pValue,
        OptionalDouble standardError,
        boolean paired) {}
