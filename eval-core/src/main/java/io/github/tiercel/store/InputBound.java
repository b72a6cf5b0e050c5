package io.github.tiercel.store;

import io.github.tiercel.inference.InferenceTime;
import io.github.tiercel.result.Notice;
import java.util.Locale;
import java.util.Optional;

/** Whether a model waited for its rows rather than they for it. */
final class InputBound {

    /** In a shorter pass one pause of the machine is a large share. */
    private static final long TELLING_NANOS = 100_000_000;

    private static final double NOTABLE_SHARE = 0.2;

    private InputBound() {}

    /**
     * {@return what people should know of a model that waited for a fifth of the time or more; empty otherwise}
     *
     * @param isOnDisk whether the rows are read from a packed set as they are wanted
     */
    static Optional<Notice> of(InferenceTime time, boolean isOnDisk) {
        if (time.inferenceNanos() < TELLING_NANOS || time.waitingShare() < NOTABLE_SHARE) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                "INPUT_BOUND",
                String.format(
                        Locale.ROOT,
                        "input-bound: %.0f %% of inference time was waiting for data. A faster model or more threads for"
                                + " it would gain nothing; %s.",
                        100 * time.waitingShare(),
                        isOnDisk
                                ? "a faster disk would, or a model that reads fewer columns"
                                : "pack the data once, make less of each row, or have the features in memory")));
    }
}
