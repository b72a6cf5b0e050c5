package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.store.StoredOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The laws of counting how often rows are used. {@link PredictionStoreContract} says what they have in common.
 *
 * @since 0.1
 */
public interface HoldoutUseLaws extends StoreUnderTest {

    /**
     * A model counts once, whatever object it is and however often it is evaluated; every evaluation counts.
     *
     * @param folder an empty folder
     */
    @Test
    default void aModelCountsOnceAndEachEvaluationCounts(@TempDir Path folder) {
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            assertUse(1, 1, store.used(StoreModel.named("m")));
            assertUse(1, 2, store.used(StoreModel.named("m")));
            assertUse(2, 3, store.used(StoreModel.named("n")));
            assertUse(3, 4, store.used(StoreModel.anonymous().under(ModelFingerprint.ofEpoch("n", 1))));
            assertUse(3, 5, store.used(StoreModel.named("m").times(2)));
        }
    }

    /**
     * A model with another transform or other settings is another one.
     *
     * @param folder an empty folder
     */
    @Test
    default void transformAndSettingsTellModelsApart(@TempDir Path folder) {
        ModelFingerprint plain = ModelFingerprint.of("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            assertUse(1, 1, store.used(StoreModel.anonymous().under(plain)));
            assertUse(2, 2, store.used(StoreModel.anonymous().under(plain.withTransform("log"))));
            assertUse(3, 3, store.used(StoreModel.anonymous().under(plain.withSetting("int8", "yes"))));
        }
    }

    /**
     * Tiers are counted apart, and a model of two tiers is one in all.
     *
     * @param folder an empty folder
     */
    @Test
    default void tiersAreCountedApart(@TempDir Path folder) {
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.used(store.order(), StoreModel.named("m"), "fast");
            store.used(store.order(), StoreModel.named("m"), "fast");
            store.used(store.order(), StoreModel.named("n"), "fast");
            HoldoutUse use = store.used(store.order(), StoreModel.named("m"), "full");
            assertUse(2, 4, use);
            assertEquals(
                    Map.of("fast", new HoldoutUse.TierUse(2, 3), "full", new HoldoutUse.TierUse(1, 1)), use.tiers());
        }
    }

    /**
     * Rows of another content are counted apart; the same rows with other labels are not.
     *
     * @param folder an empty folder
     */
    @Test
    default void rowsAreCountedByWhatTheyAreAndNotByTheirLabels(@TempDir Path folder) {
        double[][] others = StoreRows.numbers();
        others[7][1] = 0.5;
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            assertUse(1, 1, store.used(StoreModel.named("m")));
            StoredOrder<double[]> changed =
                    StoreRows.usual().reading(Features.of(others)).in(store.store());
            assertUse(1, 1, store.used(changed, StoreModel.named("n"), "full"));
            StoredOrder<double[]> relabelled =
                    StoreRows.of(StoreRows.builder(StoreRows.corrected())).in(store.store());
            assertUse(2, 2, store.used(relabelled, StoreModel.named("n"), "full"));
        }
    }

    /**
     * What has no fingerprint is counted by the object: models, and rows of which nothing is known.
     *
     * @param folder an empty folder
     */
    @Test
    default void whatHasNoFingerprintIsCountedByTheObject(@TempDir Path folder) {
        StoreModel nameless = StoreModel.anonymous();
        StoreModel other = StoreModel.anonymous();
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            assertUse(1, 1, store.used(nameless));
            assertUse(1, 2, store.used(nameless));
            assertUse(2, 3, store.used(other));
            assertUse(3, 4, store.used(StoreModel.named("m")));
            StoreRows unknown = StoreRows.usual().reading(Features.of(StoreRows.list()));
            StoredOrder<double[]> order = unknown.in(store.store());
            assertUse(1, 1, store.used(order, StoreModel.named("m"), "full"));
            assertUse(2, 2, store.used(order, StoreModel.named("n"), "full"));
            StoredOrder<double[]> again = unknown.in(store.store());
            assertUse(1, 1, store.used(again, StoreModel.named("m"), "full"));
        }
    }

    /**
     * If scores are kept, counts outlive the store, and those of several stores of a folder add up, open at the same
     * time or one after the other.
     *
     * @param folder an empty folder
     */
    @Test
    default void countsOutliveTheStoreAndAddUp(@TempDir Path folder) {
        try (StoreInUse one = StoreInUse.open(this, folder);
                StoreInUse two = StoreInUse.open(this, folder)) {
            for (int i = 0; i < 3; i++) {
                one.used(StoreModel.named("one " + i));
                two.used(StoreModel.named("two " + i));
                one.used(StoreModel.named("both"));
                two.used(StoreModel.named("both"));
            }
        }
        try (StoreInUse next = StoreInUse.open(this, folder)) {
            HoldoutUse use = next.used(StoreModel.named("both"));
            assertUse(keepsScores() ? 7 : 1, keepsScores() ? 13 : 1, use);
            assertEquals(
                    new HoldoutUse.TierUse(use.models(), use.evaluations()),
                    use.tiers().get("full"));
        }
    }

    /**
     * Threads that count at the same time lose nothing.
     *
     * @param folder an empty folder
     * @throws Exception if a thread fails
     */
    @Test
    default void threadsCountTogether(@TempDir Path folder) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            List<FutureTask<HoldoutUse>> tasks = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                FutureTask<HoldoutUse> task = new FutureTask<>(() -> {
                    start.await();
                    HoldoutUse last = store.used(StoreModel.named("model 0"));
                    for (int i = 1; i < 50; i++) {
                        last = store.used(StoreModel.named("model " + i % 10));
                    }
                    return last;
                });
                Thread counting = new Thread(task, "store law");
                counting.setDaemon(true);
                counting.start();
                tasks.add(task);
            }
            start.countDown();
            for (FutureTask<HoldoutUse> task : tasks) {
                task.get();
            }
            assertUse(10, 8 * 50 + 1, store.used(StoreModel.named("model 0")));
        }
    }

    private static void assertUse(int models, long evaluations, HoldoutUse use) {
        assertEquals(
                models + " models, " + evaluations + " evaluations",
                use.models() + " models, " + use.evaluations() + " evaluations");
    }
}
