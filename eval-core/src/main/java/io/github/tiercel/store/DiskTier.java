package io.github.tiercel.store;

import io.github.tiercel.files.DiskFailure;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.result.Notice;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Scores in a folder: read by whoever asks, written in the background. What the disk does wrong is reported and costs
 * time; it never costs an evaluation. Safe for use by several threads.
 */
final class DiskTier {

    private static final Logger LOGGER = System.getLogger(PredictionStore.class.getName());

    private final StoreLayout layout;
    private final StoreLocks locks;
    private final Housekeeping housekeeping;
    private final Set<StoredOrder<?>> described =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Publisher publisher = new Publisher();
    private final PendingSegments pending = new PendingSegments();
    private final Set<StoreKey> different = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    private DiskTier(StoreLayout layout, StoreOptions options) {
        this.layout = layout;
        this.locks = options.locks() && !options.readOnly() ? StoreLocks.of(layout) : StoreLocks.none();
        this.housekeeping = new Housekeeping(layout, options);
    }

    static DiskTier open(Path folder, StoreOptions options) {
        StoreLayout layout = options.readOnly() ? StoreLayout.openReadOnly(folder) : StoreLayout.open(folder);
        return new DiskTier(layout, options);
    }

    Orders orders() {
        return new StoredOrders(new FrozenOrders(layout), this::failed);
    }

    /** Whether there is any segment of a key. */
    boolean holds(StoreKey key) {
        try {
            return !SegmentFolder.of(layout, key).list().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** What is on disk of a model's scores, from the first position on without a gap. */
    Prefix load(StoreKey key, int rows, Consumer<Notice> notices, Events events) {
        if (isWriting(key)) {
            publisher.flush();
        }
        try {
            LastUse.of(layout, key).touch();
            StoredPrefix found = SegmentFolder.open(layout, key).read(rows);
            if (found.quarantined() > 0) {
                notices.accept(quarantined(found.quarantined()));
                events.tell(new StoreEvent.Quarantined(events.key(), found.quarantined()));
            }
            return Prefix.of(found.segments());
        } catch (IOException e) {
            notices.accept(new Notice(
                    "NOT_READ",
                    "Stored predictions in " + layout.root() + " could not be read (" + DiskFailure.reason(e)
                            + "), so the model was asked again."));
            return Prefix.EMPTY;
        }
    }

    private Notice quarantined(int files) {
        return new Notice(
                "QUARANTINED",
                files + (files == 1 ? " file" : " files") + " of stored predictions did not pass the check and "
                        + (layout.isReadOnly()
                                ? "stayed where they are, in a store opened for reading only"
                                : "went to " + layout.root().resolve("quarantine"))
                        + "; the model was asked again for these rows.");
    }

    /** Claims the inference of a model's scores for this process; empty if another one has it for longer than that. */
    Optional<KeyLock> lock(StoreKey key, Duration patience) {
        try {
            return patience.isZero() ? locks.tryAcquire(key) : locks.acquire(key, patience);
        } catch (InterruptedException e) {
            throw ModelException.interrupted("The evaluation was interrupted while another process inferred.", e);
        }
    }

    /** Before that, what many short requests or a slow model left in many small files is put together. */
    void releaseAfterPublishing(StoreKey key, KeyLock lock) {
        publisher.afterwards(() -> {
            try (lock) {
                if (lock.isExclusive()) {
                    attempt(() -> SegmentFolder.open(layout, key).merge());
                }
            }
        });
    }

    boolean isWriting(StoreKey key) {
        return publisher.isWriting(key);
    }

    /** The time that the model took for what is made but not written. */
    long unwrittenNanos() {
        return isDead() ? 0 : publisher.unwrittenNanos();
    }

    /** Keeps what the rows of an order are and their labels, once, for whoever exports scores. */
    void describe(StoreKey key, StoredOrder<?> order) {
        if (!isDead() && described.add(order)) {
            publisher.afterwards(() -> attempt(() -> new RowRecords(layout, key.order()).keep(order)));
        }
    }

    /** How often the rows of an order were used; nothing if that cannot be read. */
    UseFolder.Found use(String order) {
        try {
            return noted(order, new UseFolder(layout, order).read());
        } catch (IOException e) {
            LOGGER.log(
                    Logger.Level.WARNING,
                    "How often rows were used could not be read from " + layout.uses(order) + " ("
                            + DiskFailure.reason(e) + "), so it is counted anew.");
            return UseFolder.Found.nothing(false);
        }
    }

    private UseFolder.Found noted(String order, UseFolder.Found found) {
        if (!found.isWhole()) {
            LOGGER.log(
                    Logger.Level.WARNING,
                    "Files of how often rows were used did not pass the check in " + layout.uses(order)
                            + ", so what they counted is missing from now on.");
        }
        return found;
    }

    /** Writes what a counter has waiting, and tells it what others have written. */
    void writeUse(String order, UseCounter counter) {
        if (!isDead()) {
            publisher.afterwards(() -> attempt(() -> writeUseNow(order, counter)));
        }
    }

    private void writeUseNow(String order, UseCounter counter) throws IOException {
        UseFolder folder = new UseFolder(layout, order);
        UseTally counts = counter.take();
        if (counts.isEmpty()) {
            return;
        }
        String own = folder.publish(counts);
        Set<String> files = folder.files();
        boolean isKnown = counter.knows(files, own);
        if (files.size() > UseFolder.MOST_FILES) {
            mergeUse(folder, order);
        }
        if (!isKnown) {
            counter.found(noted(order, folder.read()));
        }
    }

    private void mergeUse(UseFolder folder, String order) throws IOException {
        try (KeyLock lock = locks.tryAcquire(order).orElse(null)) {
            if (lock != null && lock.isExclusive()) {
                folder.merge();
            }
        }
    }

    void publish(StoreKey key, Segment segment, Events events) {
        if (isDead()) {
            return;
        }
        Backlog.Load load = new Backlog.Load(segment.bytes(), segment.inferenceNanos());
        pending.add(key, segment);
        // Taken also when nothing is written any more, so that it is not kept for ever.
        Runnable writing = () -> pending.take(key).ifPresent(next -> attempt(() -> write(key, next, events)));
        if (!publisher.publish(key, load, writing)) {
            failed("it takes nothing for " + Publisher.LONGEST_WAIT.toSeconds() + " seconds");
        }
    }

    private void write(StoreKey key, Segment segment, Events events) throws IOException {
        if (SegmentFolder.open(layout, key).publish(segment) == Published.DIFFERENT && different.add(key)) {
            events.tell(new StoreEvent.Nondeterministic(events.key()));
        }
        housekeeping.added(segment.bytes(), events);
    }

    private void attempt(DiskWork work) {
        if (isDead()) {
            return;
        }
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            failed(e);
        } catch (Error e) {
            // Whoever evaluates does not see what ends this thread's task, and shall be told.
            failed(String.valueOf(e));
            throw e;
        }
    }

    /** Whether nothing is to be written, or no longer. */
    private boolean isDead() {
        return layout.isReadOnly() || failure.get() != null;
    }

    private void failed(Exception e) {
        // Whose caller was told to stop says nothing of the disk.
        if (!(e instanceof ClosedByInterruptException)) {
            failed(DiskFailure.reason(e));
        }
    }

    /** From the first failure on nothing is written: a full disk does not get better by being tried at every epoch. */
    private void failed(String reason) {
        String text = "Predictions cannot be written to " + layout.root() + " (" + reason
                + "), so they are kept in memory only from here on. The evaluation itself is not affected.";
        if (failure.compareAndSet(null, text)) {
            LOGGER.log(Logger.Level.WARNING, text);
        }
    }

    /** What went wrong so far with writing a model's scores. */
    List<Notice> notices(StoreKey key) {
        List<Notice> notices = new ArrayList<>();
        Optional.ofNullable(failure.get()).ifPresent(text -> notices.add(new Notice("NOT_STORED", text)));
        if (different.contains(key)) {
            notices.add(new Notice(
                    "NONDETERMINISTIC",
                    "Another process has stored other scores of the same model for the same rows; these were kept. The"
                            + " model does not give the same scores twice."));
        }
        return notices;
    }

    void flush() {
        publisher.flush();
    }

    void close() {
        publisher.close();
    }

    private interface DiskWork {
        void run() throws IOException;
    }
}
