package io.github.tiercel.packed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Deletes sets until a folder is small enough: those first that nobody will find again, then those that were not used
 * for longest. A set loses its name in one step, while nobody uses it, and its files then: whoever is killed in between
 * leaves a folder that no reader looks for, and that is deleted after a day.
 */
final class SetPruning {

    /** Whoever asked for a set a moment ago may ask for it again. */
    private static final Duration RECENT = Duration.ofMinutes(2);

    /** Where locks cannot show who is at work. */
    private static final Duration RECENT_WITHOUT_LOCKS = Duration.ofDays(1);

    private final PackedCatalog catalog;
    private final SetLocks locks;
    private final boolean isRehearsal;

    SetPruning(PackedCatalog catalog, SetLocks locks, boolean isRehearsal) {
        this.catalog = catalog;
        this.locks = locks;
        this.isRehearsal = isRehearsal;
    }

    /** What became of a set that had to go. */
    private enum Fate {
        DELETED,
        IN_USE,
        /** Deleted by somebody else meanwhile. */
        GONE
    }

    PrunedSets run(long most) {
        List<KeptSet> sets = new ArrayList<>(catalog.list());
        sets.sort(Comparator.comparing(KeptSet::isStale).reversed().thenComparing(KeptSet::lastUsed));
        List<KeptSet> deleted = new ArrayList<>();
        List<KeptSet> inUse = new ArrayList<>();
        long before = sets.stream().mapToLong(KeptSet::bytes).sum();
        long left = before;
        for (KeptSet set : sets) {
            if (left <= most) {
                break;
            }
            Fate fate = delete(set);
            left -= fate == Fate.IN_USE ? 0 : set.bytes();
            if (fate == Fate.DELETED) {
                deleted.add(set);
            } else if (fate == Fate.IN_USE) {
                inUse.add(set);
            }
        }
        return new PrunedSets(deleted, inUse, before - left, left);
    }

    private Fate delete(KeptSet set) {
        Optional<SetLocks.Claim> claim = locks.claim(set.name());
        if (claim.isEmpty()) {
            return Fate.IN_USE;
        }
        Optional<Path> aside;
        try (SetLocks.Claim held = claim.get()) {
            Optional<KeptSet> now = catalog.find(set.name());
            if (now.isEmpty()) {
                return Fate.GONE;
            }
            // It may have been used, or packed again, since it was listed.
            if (!now.get().equals(set) || isRecent(set, held.isCertain() ? RECENT : RECENT_WITHOUT_LOCKS)) {
                return Fate.IN_USE;
            }
            aside = isRehearsal ? Optional.empty() : SetFolder.setAside(catalog.folder(set.name()));
        } catch (IOException e) {
            // Another user's, or open on a system that keeps open files.
            return Fate.IN_USE;
        }
        aside.ifPresent(SetFolder::delete);
        return Fate.DELETED;
    }

    private static boolean isRecent(KeptSet set, Duration guard) {
        Duration age = Duration.between(set.lastUsed(), Instant.now());
        // Times far in the future are of a clock that went wrong, and protect nothing.
        return age.abs().compareTo(guard) < 0;
    }
}
