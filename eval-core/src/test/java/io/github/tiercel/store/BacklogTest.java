package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final long SECOND = 1_000_000_000L;

    private final Backlog backlog = new Backlog(100, Duration.ofSeconds(5));

    @Test
    void holdsSoManyBytes() {
        assertTrue(backlog.add(new Backlog.Load(60, 0), Duration.ZERO));
        assertTrue(backlog.add(new Backlog.Load(40, 0), Duration.ZERO));
        assertFalse(backlog.add(new Backlog.Load(1, 0), Duration.ZERO));
    }

    /** What a process that is killed loses is bounded in work, because memory holds hours of a slow model. */
    @Test
    void holdsSoMuchWork() {
        assertTrue(backlog.add(new Backlog.Load(1, 3 * SECOND), Duration.ZERO));
        assertTrue(backlog.add(new Backlog.Load(1, 2 * SECOND), Duration.ZERO));
        assertFalse(backlog.add(new Backlog.Load(1, 1), Duration.ZERO));
    }

    @Test
    void takesAnythingWhenItIsEmpty() {
        Backlog.Load large = new Backlog.Load(1000, 60 * SECOND);
        assertTrue(backlog.add(large, Duration.ZERO));
        backlog.remove(large);
        assertTrue(backlog.add(large, Duration.ZERO));
        assertFalse(backlog.add(new Backlog.Load(1, 1), Duration.ZERO));
    }

    @Test
    void whoWaitsGoesOnWhenThereIsRoom() throws Exception {
        Backlog.Load all = new Backlog.Load(100, 0);
        assertTrue(backlog.add(all, Duration.ZERO));
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> backlog.add(all, LONG));
        assertFalse(waiting.isDone());
        backlog.remove(all);
        assertTrue(waiting.get());
    }

    @Test
    void anInterruptIsKeptForAfterwards() {
        assertTrue(backlog.add(new Backlog.Load(100, 0), Duration.ZERO));
        Thread.currentThread().interrupt();
        assertEquals(false, backlog.add(new Backlog.Load(1, 0), Duration.ofMillis(5)));
        assertTrue(Thread.interrupted());
    }
}
