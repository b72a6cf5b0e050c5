package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.store.StoreEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The laws of what a store tells. {@link PredictionStoreContract} says what they have in common.
 *
 * @since 0.1
 */
public interface StoreEventLaws extends StoreUnderTest {

    /**
     * A first request is told as {@link StoreEvent.Miss}, one for more rows as {@link StoreEvent.SpotChecked} and
     * {@link StoreEvent.Resumed}, one for rows that are there as {@link StoreEvent.Hit}, with the numbers of rows.
     *
     * @param folder an empty folder
     */
    @Test
    default void missThenResumedThenHit(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            StoreAnswer first = store.ask(model, StoreRows.FEW);
            Optional<String> key = keyOf(first);
            assertEquals(List.of(new StoreEvent.Miss(key, StoreRows.FEW)), told(first));
            StoreAnswer second = store.askAll(model);
            int checked = (int) second.scores().cost().rowsChecked();
            assertEquals(
                    List.of(
                            new StoreEvent.SpotChecked(key, checked, 0, true),
                            new StoreEvent.Resumed(key, StoreRows.FEW, StoreRows.COUNT)),
                    told(second));
            assertEquals(List.of(new StoreEvent.Hit(key, StoreRows.COUNT)), told(store.askAll(model)));
            assertEquals(List.of(new StoreEvent.Hit(key, 1)), told(store.ask(model, 1)));
        }
    }

    /**
     * A check that finds another model says so, and by how much.
     *
     * @param folder an empty folder
     */
    @Test
    default void aCheckThatFailsIsTold(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m").scoring((row, output) -> 1);
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.askAll(model);
            List<StoreEvent> events = told(store.askAll(model.scoring((row, output) -> 1.5)));
            assertTrue(
                    events.stream()
                            .anyMatch(event -> event instanceof StoreEvent.SpotChecked check
                                    && check.rows() > 0
                                    && check.largestDifference() == 0.5
                                    && !check.agrees()),
                    events::toString);
            assertTrue(events.stream().anyMatch(StoreEvent.Miss.class::isInstance), events::toString);
        }
    }

    /**
     * Events name the key: the same of the same scores, another of others, none where nothing tells model or rows from
     * others.
     *
     * @param folder an empty folder
     */
    @Test
    default void eventsNameTheKey(@TempDir Path folder) {
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            Optional<String> key = keyOf(store.askAll(StoreModel.named("m")));
            assertTrue(key.orElse("none").matches("[0-9a-f]{64}"), key::toString);
            assertEquals(key, keyOf(store.askAll(StoreModel.named("m"))));
            assertNotEquals(key, keyOf(store.askAll(StoreModel.named("n"))));
            assertEquals(Optional.empty(), keyOf(store.askAll(StoreModel.anonymous())));
        }
    }

    /**
     * Who listens and throws harms nothing.
     *
     * @param folder an empty folder
     */
    @Test
    default void aListenerThatThrowsHarmsNothing(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            for (int rows : new int[] {StoreRows.FEW, StoreRows.COUNT, StoreRows.COUNT}) {
                store.store().scores(store.order(), model, StoreRows.BATCH, rows, event -> {
                    throw new IllegalStateException("no luck");
                });
            }
            store.askAll(model).infers(0).isRight().says();
        }
    }

    private static Optional<String> keyOf(StoreAnswer answer) {
        List<Optional<String>> keys =
                told(answer).stream().map(StoreEvent::key).distinct().toList();
        assertEquals(1, keys.size(), () -> "keys of " + answer.events());
        return keys.get(0);
    }

    /** Without the trial for batches, which a store may make when it likes, and without what is not of the request. */
    private static List<StoreEvent> told(StoreAnswer answer) {
        return answer.events().stream()
                .filter(event -> !(event instanceof StoreEvent.Probed) && !(event instanceof StoreEvent.Evicted))
                .toList();
    }
}
