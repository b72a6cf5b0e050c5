package io.github.tiercel.testkit;

/**
 * The laws that every prediction store keeps, as JUnit tests that a test inherits: those of the
 * {@linkplain StoredScoreLaws scores} it gives, of their {@linkplain StoreReuseLaws reuse}, of the
 * {@linkplain StoreOrderLaws order} of rows, of the {@linkplain StoreIdentityLaws identity} of models and rows, of
 * {@linkplain StoreTrustLaws trust} in models and their {@linkplain StoreFailureLaws failures}, of
 * {@linkplain StoreSharingLaws sharing} between threads and stores, of what {@linkplain StoreLifeLaws outlives} a
 * store, of the {@linkplain StoreEventLaws events} it tells, and of the {@linkplain HoldoutUseLaws use} of rows that it
 * counts.
 *
 * <p>In the laws, "right" scores are those that the model gives in batches of the size asked for, at multiples of that
 * size, compared bit by bit. Rows that a model is asked for are counted in the model itself. Every law has a folder of
 * its own, 300 rows and batches of 32.
 *
 * <pre>{@code
 * class TableStoreTest implements PredictionStoreContract {
 *   public PredictionStore open(Path folder) {
 *     return new TableStore(folder);
 *   }
 * }
 * }</pre>
 *
 * <p>Every run tries the same, because seeds are fixed; threads that wait for each other are held up by latches, not by
 * the clock. A store that hangs is given up after a minute.
 *
 * @since 0.1
 */
public interface PredictionStoreContract
        extends StoredScoreLaws,
                StoreReuseLaws,
                StoreOrderLaws,
                StoreIdentityLaws,
                StoreTrustLaws,
                StoreFailureLaws,
                StoreSharingLaws,
                StoreLifeLaws,
                StoreEventLaws,
                HoldoutUseLaws {}
