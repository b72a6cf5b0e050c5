package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/**
 * Memory that was taken, whether it was given back or not, in bytes.
 *
 * @param heap by the calling thread
 * @param direct by all threads, since it was last given back
 */
record Footprint(long heap, long direct) {

    static final Footprint NONE = new Footprint(0, 0);

    /** The most that readers may take for each byte of a file; and for a file, whatever its size. */
    private static final long HEAP_PER_BYTE = 64;

    private static final long HEAP = 1 << 19;
    private static final long DIRECT_PER_BYTE = 4;
    private static final long DIRECT = 1 << 16;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final BufferPoolMXBean BUFFERS =
            ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                    .filter(pool -> pool.getName().equals("direct"))
                    .findFirst()
                    .orElseThrow();

    /** Returns what was taken up to now. */
    static Footprint now() {
        long heap = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        return new Footprint(heap, BUFFERS.getTotalCapacity());
    }

    Footprint since(Footprint start) {
        return new Footprint(heap - start.heap, direct - start.direct);
    }

    Footprint or(Footprint other) {
        return new Footprint(Math.max(heap, other.heap), Math.max(direct, other.direct));
    }

    /** Requires that no more was taken than for a file of so many bytes can be needed. */
    void requireFor(String what, int bytes) {
        assertTrue(heap <= HEAP + HEAP_PER_BYTE * bytes, heap + " bytes of heap for " + what + " of " + bytes);
        assertTrue(direct <= DIRECT + DIRECT_PER_BYTE * bytes, direct + " direct bytes for " + what + " of " + bytes);
    }
}
