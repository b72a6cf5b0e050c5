package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private static final int KIB = 1024;
    private static final StoreKey KEY =
            new StoreKey(ModelFingerprint.of("m"), "order", Outputs.score(), OptionalInt.empty());

    private final List<String> written = new CopyOnWriteArrayList<>();

    @Test
    void whoeverIsFarAheadOfTheDiskWaitsForIt() {
        Publisher publisher = new Publisher(100 * KIB);
        publisher.publish(KEY, load(60 * KIB), () -> written.add("first"));
        publisher.publish(KEY, load(60 * KIB), () -> written.add("second"));
        assertEquals("first", written.get(0));
        publisher.close();
        assertEquals(List.of("first", "second"), written);
        assertFalse(publisher.isWriting(KEY));
    }

    @Test
    void whatIsLargerThanTheRoomIsWrittenAllTheSame() {
        Publisher publisher = new Publisher(0);
        publisher.publish(KEY, load(1000 * KIB), () -> written.add("large"));
        publisher.publish(KEY, load(1000 * KIB), () -> written.add("larger"));
        publisher.close();
        assertEquals(List.of("large", "larger"), written);
    }

    private static Backlog.Load load(long bytes) {
        return new Backlog.Load(bytes, 0);
    }
}
