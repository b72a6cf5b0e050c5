package io.github.tiercel.store;

import io.github.tiercel.result.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The scores of one model on disk, as one request sees them. One thread. */
final class StoredModel {

    /** After this long, scoring the rows a second time is better than waiting for another process. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final DiskTier disk;
    private final StoreKey key;
    private final Events events;
    private final List<Notice> notices = new ArrayList<>();

    StoredModel(DiskTier disk, StoreKey key, Events events) {
        this.disk = disk;
        this.key = key;
        this.events = events;
    }

    Prefix load(int rows) {
        return disk.load(key, rows, this::say, events);
    }

    /** Whoever waits for another process looks again and again, and may find the same each time. */
    private void say(Notice notice) {
        if (!notices.contains(notice)) {
            notices.add(notice);
        }
    }

    /** While this process still writes what it inferred it holds the lock, so nobody can have added to it. */
    boolean mayHoldMore() {
        return !disk.isWriting(key);
    }

    long unwrittenNanos() {
        return disk.unwrittenNanos();
    }

    void publish(Segment segment) {
        disk.publish(key, segment, events);
    }

    List<Notice> notices() {
        List<Notice> all = new ArrayList<>(notices);
        all.addAll(disk.notices(key));
        return all;
    }

    /**
     * Does the work while no other process does it, unless there is enough by then. Whoever holds the lock too long is
     * not waited for: the work is then done twice, with equal results.
     *
     * @param gainsByWaiting whether what another process does is of use here
     */
    void whileAlone(BooleanSupplier hasEnough, BooleanSupplier gainsByWaiting, Runnable work) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        Optional<KeyLock> lock = disk.lock(key, Duration.ZERO);
        try {
            while (!hasEnough.getAsBoolean()) {
                if (lock.isPresent() || !gainsByWaiting.getAsBoolean() || System.nanoTime() - deadline > 0) {
                    work.run();
                    return;
                }
                lock = disk.lock(key, LOOK_AGAIN);
            }
        } finally {
            lock.ifPresent(held -> disk.releaseAfterPublishing(key, held));
        }
    }
}
