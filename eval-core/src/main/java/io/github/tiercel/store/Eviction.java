package io.github.tiercel.store;

import io.github.tiercel.files.Names;
import io.github.tiercel.files.NewFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Deletes the keys that were not used for longest until a folder is small enough.
 *
 * <p>Never a key that somebody infers, which its lock shows, or that was used a moment ago; and of any folder only
 * files of the store's own names. Whoever reads a key while it is deleted finds fewer scores, or none. One process at a
 * time; another that wants to finds nothing to do.
 */
final class Eviction {

    /** Longer than the time between two touches of a key that is in use. */
    static final Duration RECENT = Duration.ofMinutes(2);

    /** Where locks cannot show who is at work. */
    private static final Duration RECENT_WITHOUT_LOCKS = Duration.ofDays(1);

    private static final Pattern ORDER = Pattern.compile("[0-9a-f]{64}");

    private final StoreLayout layout;
    private final StoreLocks locks;
    private final Duration recent;
    private final boolean isRehearsal;

    /** With locks of its own, so that it is kept out by the stores of its own process too. */
    Eviction(StoreLayout layout, StoreLocks locks, Duration recent) {
        this(layout, locks, recent, false);
    }

    private Eviction(StoreLayout layout, StoreLocks locks, Duration recent, boolean isRehearsal) {
        this.layout = layout;
        this.locks = locks;
        this.recent = recent;
        this.isRehearsal = isRehearsal;
    }

    /** Returns one that goes all the way and deletes nothing. */
    Eviction rehearsal() {
        return new Eviction(layout, locks, recent, true);
    }

    /** What was deleted of one key. */
    record Evicted(String key, long bytes) {}

    /**
     * What came of it.
     *
     * @param evicted the keys that were deleted, in that order
     * @param inUse the keys that would have been deleted if they were not in use, in that order
     * @param before bytes there were
     * @param bytes what is left
     * @param isBusy whether somebody else was deleting, so that nothing was done
     */
    record Outcome(List<Evicted> evicted, List<String> inUse, long before, long bytes, boolean isBusy) {

        static Outcome ofNothing(long bytes, boolean isBusy) {
            return new Outcome(List.of(), List.of(), bytes, bytes, isBusy);
        }
    }

    /**
     * Deletes if there is more than so much.
     *
     * @param most bytes that may stay
     * @param target bytes to get down to if there are more
     */
    Outcome run(long most, long target) throws IOException {
        List<KeyUsage> keys = usages();
        long bytes = total(keys);
        if (bytes <= most) {
            return Outcome.ofNothing(bytes, false);
        }
        try (KeyLock all = locks.tryAcquireStore().orElse(null)) {
            return all == null ? Outcome.ofNothing(bytes, true) : run(keys, bytes, target);
        }
    }

    /** Of keys and of what is known of their rows, the least recently used first. */
    private List<KeyUsage> usages() throws IOException {
        List<KeyUsage> keys = new ArrayList<>();
        for (String key : layout.keys()) {
            try {
                keys.add(KeyUsage.of(layout.folder(key)));
            } catch (AccessDeniedException e) {
                // Another user's, on a shared disk: it cannot be deleted either.
            }
        }
        keys.sort(Comparator.comparing(KeyUsage::lastUsed));
        return keys;
    }

    private long total(List<KeyUsage> keys) throws IOException {
        long bytes = keys.stream().mapToLong(KeyUsage::bytes).sum();
        for (Path rows : rows()) {
            bytes += KeyUsage.of(rows).bytes();
        }
        for (KeyUsage uses : uses()) {
            bytes += uses.bytes();
        }
        return bytes;
    }

    private List<Path> rows() throws IOException {
        return Names.in(layout.rows(), ORDER);
    }

    private Outcome run(List<KeyUsage> keys, long bytes, long target) throws IOException {
        List<Evicted> evicted = new ArrayList<>();
        List<String> inUse = new ArrayList<>();
        long left = bytes;
        for (KeyUsage key : keys) {
            if (left <= target) {
                break;
            }
            long gained = delete(key);
            if (gained > 0) {
                evicted.add(new Evicted(key.name(), gained));
                left -= gained;
            } else if (key.bytes() > 0) {
                inUse.add(key.name());
            }
        }
        Optional<Set<String>> wanted = wantedOrders(evicted);
        if (wanted.isPresent()) {
            left -= deleteRowsOfNoKey(wanted.get());
            left -= deleteUses(wanted.get(), left - target);
        }
        return new Outcome(evicted, inUse, bytes, left, false);
    }

    /** Returns how many bytes fewer there are. */
    private long delete(KeyUsage key) throws IOException {
        Optional<KeyLock> lock = locks.tryAcquire(key.name());
        if (lock.isEmpty()) {
            return 0;
        }
        try (KeyLock held = lock.get()) {
            Duration guard = held.isExclusive() ? recent : longer(recent, RECENT_WITHOUT_LOCKS);
            // It may have been used, or grown, since it was listed.
            boolean unused = !isRecent(key, guard) && KeyUsage.of(key.folder()).equals(key);
            return unused ? deleteFiles(key) : 0;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 || one.isZero() ? one : other;
    }

    private static boolean isRecent(KeyUsage key, Duration guard) {
        Duration age = Duration.between(key.lastUsed(), Instant.now());
        // Times far in the future are of a clock that went wrong, and protect nothing.
        return age.abs().compareTo(guard) < 0;
    }

    private long deleteFiles(KeyUsage usage) throws IOException {
        if (isRehearsal) {
            return usage.bytes();
        }
        usage.files().forEach(NewFile::deleteQuietly);
        NewFile.deleteAbandoned(usage.folder(), FileTime.from(Instant.now()));
        // Stays if something is in it that is not the store's.
        NewFile.deleteQuietly(usage.folder());
        return usage.bytes() - KeyUsage.of(usage.folder()).bytes();
    }

    /** Empty if which rows belong to the key of another user cannot be told. */
    private Optional<Set<String>> wantedOrders(List<Evicted> evicted) throws IOException {
        try {
            return Optional.of(isRehearsal ? orders(evicted) : orders(List.of()));
        } catch (AccessDeniedException e) {
            return Optional.empty();
        }
    }

    /** What is known of rows is of no use without scores of them. */
    private long deleteRowsOfNoKey(Set<String> wanted) throws IOException {
        long bytes = 0;
        for (Path folder : rows()) {
            KeyUsage usage = KeyUsage.of(folder);
            if (!wanted.contains(usage.name()) && !isRecent(usage, recent)) {
                bytes += deleteFiles(usage);
            }
        }
        return bytes;
    }

    /**
     * How often rows were used goes last, though their scores are gone: without it a worn holdout looks new, and it
     * takes up next to nothing.
     */
    private long deleteUses(Set<String> wanted, long excess) throws IOException {
        long bytes = 0;
        for (KeyUsage usage : uses()) {
            if (bytes < excess && !wanted.contains(usage.name()) && !isRecent(usage, recent)) {
                bytes += deleteFiles(usage);
            }
        }
        return bytes;
    }

    /** The least recently used first. */
    private List<KeyUsage> uses() throws IOException {
        List<KeyUsage> uses = new ArrayList<>();
        for (String order : layout.countedOrders()) {
            uses.add(KeyUsage.of(layout.uses(order)));
        }
        uses.sort(Comparator.comparing(KeyUsage::lastUsed));
        return uses;
    }

    /** Those of the keys that are there, which one that was evicted may be again. */
    private Set<String> orders(List<Evicted> without) throws IOException {
        Set<String> keys = new HashSet<>(layout.keys());
        without.forEach(evicted -> keys.remove(evicted.key()));
        Set<String> orders = new HashSet<>();
        for (String key : keys) {
            KeyFolder.of(layout, key).key().ifPresent(known -> orders.add(known.order()));
        }
        return orders;
    }
}
