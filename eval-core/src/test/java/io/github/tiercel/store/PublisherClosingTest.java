package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PublisherClosingTest {

    private static final int ROUNDS = 2000;

    @Test
    void whatIsPublishedWhileAnotherThreadClosesIsWrittenWhenItHasClosed() {
        for (int round = 0; round < ROUNDS; round++) {
            Publisher publisher = new Publisher();
            AtomicInteger published = new AtomicInteger();
            AtomicInteger written = new AtomicInteger();
            AtomicBoolean closed = new AtomicBoolean();
            CompletableFuture<Void> worker = CompletableFuture.runAsync(() -> {
                while (!closed.get()) {
                    publisher.publish(StoreChild.KEY, new Backlog.Load(1, 1), written::incrementAndGet);
                    published.incrementAndGet();
                }
            });
            publisher.close();
            int before = published.get();
            assertTrue(written.get() >= before);
            closed.set(true);
            worker.join();
        }
    }

    @Test
    void flushingWhileAnotherThreadClosesIsNoFailure() {
        for (int round = 0; round < ROUNDS; round++) {
            Publisher publisher = new Publisher();
            AtomicInteger written = new AtomicInteger();
            publisher.publish(StoreChild.KEY, new Backlog.Load(1, 1), written::incrementAndGet);
            CompletableFuture<Void> other = CompletableFuture.runAsync(publisher::close);
            publisher.flush();
            assertTrue(written.get() == 1);
            other.join();
        }
    }
}
