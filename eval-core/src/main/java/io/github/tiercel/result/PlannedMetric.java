package io.github.tiercel.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many rows one metric of one model takes, as a pilot shows it.
 *
 * @param model the model's name
 * @param metric the metric's name
 * @param ofDifference whether it is the difference to the baseline that is planned, instead of the metric itself
 * @param rowsNeeded the fewest rows at which the interval for all rows has the wanted half-width; the number of all
 *     rows where no smaller number will do, or none is known to; empty for what has no interval in any sample
 * @param widths how closely it would be known from other numbers of rows, ascending; empty where there is no plan
 * @param reason why there is no plan
 * @since 0.1
 */
public record PlannedMetric(
        String model,
        String metric,
        boolean ofDifference,
        OptionalInt rowsNeeded,
        List<PlannedWidth> widths,
        Optional<String> reason) {

    /** Copies the list. */
    public PlannedMetric {
        widths = List.copyOf(widths);
    }

    /** {@return whether the rows were too few to plan from, though more rows may do} */
    public boolean isOpen() {
        return reason.isPresent() && rowsNeeded.isPresent();
    }

    /**
     * {@return how closely it would be known from a number of rows; empty where that number was not planned}
     *
     * @param rows one of the sizes of {@link #widths}
     */
    public Optional<PlannedWidth> width(int rows) {
        return widths.stream().filter(width -> width.rows() == rows).findFirst();
    }
}
