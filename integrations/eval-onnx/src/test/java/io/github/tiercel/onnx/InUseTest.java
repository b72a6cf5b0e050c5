package io.github.tiercel.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InUseTest {

    private final AtomicInteger released = new AtomicInteger();
    private final InUse inUse = new InUse(released::incrementAndGet);

    @Test
    void whatNobodyUsesIsReleasedAtOnceAndOnce() {
        inUse.close();
        inUse.close();
        assertEquals(1, released.get());
        assertFalse(inUse.enter());
    }

    @Test
    void theLastCallReleases() {
        assertTrue(inUse.enter());
        assertTrue(inUse.enter());
        inUse.close();
        inUse.leave();
        assertEquals(0, released.get());
        assertFalse(inUse.enter());
        inUse.leave();
        assertEquals(1, released.get());
        inUse.close();
        assertEquals(1, released.get());
    }

    @Test
    void callsThatEndBeforeReleaseNothing() {
        assertTrue(inUse.enter());
        inUse.leave();
        assertEquals(0, released.get());
        assertTrue(inUse.enter());
    }
}
