package io.github.tiercel.store;

import java.util.Optional;

/**
 * What a prediction store did about one model's scores of one order of rows. Immutable.
 *
 * @since 0.1
 */
public sealed interface StoreEvent {

    /**
     * {@return the key of the scores, 64 hexadecimal digits, as {@code store ls} shows them; empty for a model without
     * a fingerprint, for rows of which nothing is known, and for a {@link Probed}, whose outcome is part of the key}
     */
    Optional<String> key();

    /**
     * All scores were there, in memory or on disk, or another thread or process made them meanwhile.
     *
     * @param key see {@link StoreEvent#key()}
     * @param rows rows asked for
     * @since 0.1
     */
    record Hit(Optional<String> key, int rows) implements StoreEvent {}

    /**
     * No score was there, so the model is asked for all of them.
     *
     * @param key see {@link StoreEvent#key()}
     * @param rows rows asked for
     * @since 0.1
     */
    record Miss(Optional<String> key, int rows) implements StoreEvent {}

    /**
     * The first scores were there, so the model is asked for the rest: after the fast tier, or after an interruption.
     *
     * @param key see {@link StoreEvent#key()}
     * @param rowsReused rows whose scores were there
     * @param rows rows asked for
     * @since 0.1
     */
    record Resumed(Optional<String> key, int rowsReused, int rows) implements StoreEvent {}

    /**
     * Files did not pass the check and were taken away; the model is asked for their rows again.
     *
     * @param key see {@link StoreEvent#key()}
     * @param files how many
     * @since 0.1
     */
    record Quarantined(Optional<String> key, int files) implements StoreEvent {}

    /**
     * Scores that were not used for longest were deleted to keep the store within its budget. Comes from a thread of
     * the store.
     *
     * @param key see {@link StoreEvent#key()}; any key of the store, not only of the model that was asked for
     * @param bytes what was gained
     * @since 0.1
     */
    record Evicted(Optional<String> key, long bytes) implements StoreEvent {}

    /**
     * A few rows were scored again, to see whether stored scores are still the model's.
     *
     * @param key see {@link StoreEvent#key()}
     * @param rows how many
     * @param largestDifference the largest difference from the stored scores
     * @param agrees whether that is rounding; if not, no stored score is used
     * @since 0.1
     */
    record SpotChecked(Optional<String> key, int rows, double largestDifference, boolean agrees)
            implements StoreEvent {}

    /**
     * A model was tried in two batch sizes, see {@link io.github.tiercel.inference.BatchProbe}.
     *
     * @param key empty, because the outcome decides what the key is
     * @param largestDifference the largest difference between two scores of a row
     * @param batchVariant whether that is more than rounding, so that the batch size belongs to the key
     * @since 0.1
     */
    record Probed(Optional<String> key, double largestDifference, boolean batchVariant) implements StoreEvent {}

    /**
     * Another process had stored other scores of the same model for the same rows; these were kept. Comes from a thread
     * of the store.
     *
     * @param key see {@link StoreEvent#key()}
     * @since 0.1
     */
    record Nondeterministic(Optional<String> key) implements StoreEvent {}
}
