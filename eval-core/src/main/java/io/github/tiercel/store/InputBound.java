package io.github.tiercel.store;

import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import java.util.Locale;
import java.util.Optional;

/** Whether a model waited for its rows rather than they for it. */
final class InputBound {

    /** Nobody notices less, and one pause of the machine may be as long. */
    private static final double NOTICED_MILLIS = 100;

    private static final double NOTABLE_SHARE = 0.2;

    private InputBound() {}

    /**
     * {@return what people should know of a model that waited for a fifth of the time or more, and for a tenth of a
     * second; empty otherwise}
     *
     * @param cost what it took to have the scores
     * @param isOnDisk whether the rows are read from a packed set as they are wanted
     */
    static Optional<Notice> of(InferenceCost cost, boolean isOnDisk) {
        double share = cost.waitingMillis() / cost.millis();
        if (!(cost.waitingMillis() >= NOTICED_MILLIS && share >= NOTABLE_SHARE)) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                "INPUT_BOUND",
                String.format(
                        Locale.ROOT,
                        "input-bound: %.0f %% of inference time was waiting for data. A faster model or more threads for"
                                + " it would gain nothing; %s.",
                        100 * share,
                        isOnDisk
                                ? "a faster disk would, or a model that reads fewer columns"
                                : "pack the data once, make less of each row, or have the features in memory")));
    }
}
