package io.github.tiercel.result;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a race found about one candidate.
 *
 * @param model the model's name
 * @param status how the race ended for it
 * @param rows the rows it has scores for
 * @param value the metric's value on these rows; empty if it has none
 * @param comparison the comparison with the best of that time, on these rows; empty for the best itself, and where no
 *     error of the difference is known
 * @param failure what went wrong; empty unless it failed
 * @since 0.1
 */
public record RaceEntry(
        String model,
        RaceStatus status,
        int rows,
        OptionalDouble value,
        Optional<RaceComparison> comparison,
        Optional<String> failure) {}
