package io.github.tiercel.testkit;

import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The laws of identity: nobody gets the scores of another model or of other rows. Each law asks for scores that nobody
 * has made, while the model is not at hand, and then while it is. {@link PredictionStoreContract} says what the laws
 * have in common.
 *
 * @since 0.1
 */
public interface StoreIdentityLaws extends StoreUnderTest {

    /**
     * Another model has other scores.
     *
     * @param folder an empty folder
     */
    @Test
    default void otherModelsHaveOtherScores(@TempDir Path folder) {
        onlyTheFirstIsFound(folder, named("a"), named("b"), named("A"), named("a/"), named(" a"));
    }

    /**
     * A model on rows that were prepared in another way has other scores.
     *
     * @param folder an empty folder
     */
    @Test
    default void otherTransformsHaveOtherScores(@TempDir Path folder) {
        onlyTheFirstIsFound(
                folder, named("a").withTransform("b"), named("a"), named("a").withTransform("c"), named("ab"));
    }

    /**
     * A model under other settings has other scores, be it another value, another name or one more.
     *
     * @param folder an empty folder
     */
    @Test
    default void otherSettingsHaveOtherScores(@TempDir Path folder) {
        ModelFingerprint first = named("a").withSetting("provider", "cpu");
        onlyTheFirstIsFound(
                folder,
                first,
                named("a"),
                named("a").withSetting("provider", "gpu"),
                named("a").withSetting("device", "cpu"),
                named("a").withSetting("providerc", "pu"),
                first.withSetting("device", "cpu"));
    }

    private void onlyTheFirstIsFound(Path folder, ModelFingerprint first, ModelFingerprint... others) {
        StoreModel model = StoreModel.anonymous();
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.askAll(model.under(first));
            for (ModelFingerprint other : others) {
                hasScoresOfItsOwn(store, model.times(2 + other.hashCode() % 100).under(other));
            }
            store.askAll(model.under(first)).infers(0).isRight();
        }
    }

    private static ModelFingerprint named(String model) {
        return ModelFingerprint.of(model);
    }

    /**
     * Other outputs are other scores: other names, another sequence of names, one more.
     *
     * @param folder an empty folder
     */
    @Test
    default void otherOutputsAreOtherScores(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.askAll(model.giving(Outputs.of("a", "b"), (row, output) -> row[0] + output));
            for (Outputs other :
                    List.of(Outputs.of("b", "a"), Outputs.of("a", "c"), Outputs.of("a", "b", "c"), Outputs.of("a"))) {
                hasScoresOfItsOwn(store, model.giving(other, (row, output) -> row[1] - output));
            }
        }
    }

    /**
     * Scores of another precision are other scores.
     *
     * @param folder an empty folder
     */
    @Test
    default void otherPrecisionMeansOtherScores(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.askAll(model);
            hasScoresOfItsOwn(store, model.giving(Outputs.score().in(Precision.FLOAT), (row, output) -> row[0] / 3));
        }
    }

    private static void hasScoresOfItsOwn(StoreInUse store, StoreModel model) {
        store.holdsNothingOf(model);
        store.askAll(model).reuses(0).isRight().says();
    }

    /**
     * Other rows have other scores: other numbers in one row, other keys, another order, fewer rows.
     *
     * @param folder an empty folder
     */
    @Test
    default void otherRowsHaveOtherScores(@TempDir Path folder) {
        double[][] numbers = StoreRows.numbers();
        numbers[StoreRows.COUNT - 1][1] = Math.nextUp(numbers[StoreRows.COUNT - 1][1]);
        long[] ids = StoreRows.ids();
        ids[0]--;
        StoreRows usual = StoreRows.usual();
        List<StoreRows> others = List.of(
                usual.reading(Features.of(numbers)),
                StoreRows.of(StoreRows.builder(StoreRows.labels()).ids(ids)),
                StoreRows.of(StoreRows.builder(StoreRows.labels()).seed(7)),
                usual.reading(Features.of(StoreRows.list(), "version 1")),
                usual.reading(Features.of(StoreRows.list(), "version 2")));
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.askAll(model);
            for (StoreRows other : others) {
                store.holdsNothingOf(model, other.in(store.store()));
                store.ask(other, model).reuses(0).isRight().says();
            }
            store.askAll(model).infers(0).isRight();
        }
    }

    /**
     * Models without a fingerprint never share scores, nor do they with one that has one; nothing of them is found once
     * the store is closed.
     *
     * @param folder an empty folder
     */
    @Test
    default void modelsWithoutAFingerprintShareNothing(@TempDir Path folder) {
        StoreModel one = StoreModel.anonymous();
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.askAll(one);
            store.askAll(one.again()).reuses(0).isRight().says();
            store.askAll(StoreModel.anonymous().times(2)).reuses(0).isRight().says();
            store.askAll(StoreModel.named("m").times(3)).reuses(0).isRight().says();
            store.askAll(one).infers(0).isRight();
        }
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.askAll(one).reuses(0).isRight();
        }
    }

    /**
     * Rows of which nothing is known never share scores with others, not even with the same: nobody can tell.
     *
     * @param folder an empty folder
     */
    @Test
    default void rowsOfNoKnownContentShareNothing(@TempDir Path folder) {
        StoreRows usual = StoreRows.usual();
        double[][] others = StoreRows.numbers();
        others[3][0] = 1e6;
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.ask(usual.reading(Features.of(StoreRows.list())), model).isRight();
            for (StoreRows rows : List.of(
                    usual.reading(Features.of(StoreRows.list())), usual.reading(Features.of(List.of(others))))) {
                store.ask(rows, model).reuses(0).isRight().says();
            }
            store.askAll(model).reuses(0).isRight().says();
        }
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.ask(usual.reading(Features.of(StoreRows.list())), model)
                    .reuses(0)
                    .isRight();
        }
    }
}
