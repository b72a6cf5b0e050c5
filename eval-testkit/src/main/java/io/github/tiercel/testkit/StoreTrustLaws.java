package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.result.Notice;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The laws of trust: a store finds out whether a model is what it says. {@link PredictionStoreContract} says what they
 * have in common.
 *
 * @since 0.1
 */
public interface StoreTrustLaws extends StoreUnderTest {

    /**
     * Where weights changed and the fingerprint did not, nothing stored is used, and the result says
     * {@code CHANGED_MODEL}: for more rows than there are scores of, and for as many.
     *
     * @param folder an empty folder
     */
    @Test
    default void changedWeightsUnderOneFingerprintAreFoundOut(@TempDir Path folder) {
        StoreModel first = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.ask(first, StoreRows.FEW);
            store.askAll(first.times(2)).infers(StoreRows.COUNT).isRight().says("CHANGED_MODEL");
        }
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.askAll(StoreModel.named("n"));
        }
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            StoreModel other = StoreModel.named("n").times(0.5);
            StoreAnswer answer = store.askAll(other).infers(StoreRows.COUNT).isRight();
            answer.says(keepsScores() ? new String[] {"CHANGED_MODEL"} : new String[0]);
        }
    }

    /**
     * A model that lied takes nothing from the one whose name it bears: that one gets its own scores afterwards.
     *
     * @param folder an empty folder
     */
    @Test
    default void aModelThatLiedHarmsNoOther(@TempDir Path folder) {
        StoreModel honest = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.askAll(honest);
            store.askAll(honest.times(2)).isRight();
            store.askAll(honest).isRight();
        }
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.askAll(honest.again()).isRight();
        }
    }

    /**
     * Differences by rounding, such as graphics processors make, are no change: stored scores are used.
     *
     * @param folder an empty folder
     */
    @Test
    default void roundingIsNoChange(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.askAll(model);
            store.askAll(model.times(1 + 1e-9)).infers(0).says();
        }
    }

    /**
     * A model that does not give a row the same score twice, as with dropout left on, is found out when its scores are
     * used.
     *
     * @param folder an empty folder
     */
    @Test
    default void aModelThatIsNotDeterministicIsFoundOut(@TempDir Path folder) {
        AtomicInteger calls = new AtomicInteger();
        StoreModel model = StoreModel.named("m").doing((batch, scores) -> {
            int call = calls.incrementAndGet();
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, batch.row(i)[0] + call);
            }
        });
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.ask(model, StoreRows.FEW);
            StoreAnswer answer = store.askAll(model).infers(StoreRows.COUNT);
            assertTrue(
                    answer.scores().notices().stream().map(Notice::code).anyMatch("CHANGED_MODEL"::equals),
                    "no notice of CHANGED_MODEL");
        }
    }

    /**
     * A model without a fingerprint that was trained since it was asked is asked again.
     *
     * @param folder an empty folder
     */
    @Test
    default void aNamelessModelThatWasTrainedOnIsAskedAgain(@TempDir Path folder) {
        double[] weight = {1};
        StoreModel model = StoreModel.anonymous().scoring((row, output) -> weight[0] * (row[0] + 1));
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            for (int epoch = 1; epoch <= 3; epoch++) {
                weight[0] = epoch;
                store.ask(model, StoreRows.FEW).isRight();
                store.askAll(model).isRight();
            }
        }
    }

    /**
     * A model whose scores depend on the batch and that does not say so is found out at its first use, and every use
     * has the notice {@code BATCH_VARIANT}: its scores in batches of one size are never given for those of another.
     *
     * @param folder an empty folder
     */
    @Test
    default void aModelThatDependsOnTheBatchIsFoundOut(@TempDir Path folder) {
        StoreModel model = StoreModel.relativeToTheBatch("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.ask(model, StoreRows.FEW).isRight().says("BATCH_VARIANT");
            store.askAll(model)
                    .infers(StoreRows.COUNT - StoreRows.FEW)
                    .isRight()
                    .says("BATCH_VARIANT");
            store.ask(store.order(), model, 50, StoreRows.COUNT)
                    .infers(StoreRows.COUNT)
                    .isRight()
                    .says("BATCH_VARIANT");
            store.askAll(model).infers(0).isRight().says("BATCH_VARIANT");
        }
    }

    /**
     * Another object under a known fingerprint has some of its rows checked, and not many: at least one and at most a
     * quarter of these 300.
     *
     * @param folder an empty folder
     */
    @Test
    default void someRowsAreCheckedAndNotMany(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.askAll(model);
            long checked = store.askAll(model.again()).infers(0).scores().cost().rowsChecked();
            assertTrue(checked >= 1 && checked <= StoreRows.COUNT / 4, () -> checked + " rows were checked");
        }
    }
}
