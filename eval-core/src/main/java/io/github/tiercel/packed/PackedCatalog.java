package io.github.tiercel.packed;

import io.github.tiercel.data.DataException;
import io.github.tiercel.files.Abandoned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of packed sets that were made without being asked for, because models were to read their sources: what is in
 * it, which of it is in use, and what to delete.
 *
 * <p>A set is in use from {@link #hold} on until the process ends, which a lock shows to others; it was used when it
 * was last asked for. Only folders whose names are 64 hexadecimal digits and that hold a packed set are looked at.
 *
 * <p>Immutable, and safe for use by several threads and processes.
 *
 * @since 0.1
 */
public final class PackedCatalog {

    private static final String DIGITS = "[0-9a-f]{64}";
    private static final Pattern NAME = Pattern.compile(DIGITS);
    private static final Pattern ABANDONED = Pattern.compile("\\." + DIGITS + "\\.[0-9a-f-]{36}\\.tmp");

    private final Path folder;
    private final Sources sources;

    private PackedCatalog(Path folder, Sources sources) {
        this.folder = folder;
        this.sources = sources;
    }

    /** Knows the sources of sets. */
    @FunctionalInterface
    public interface Sources {

        /**
         * {@return a text that changes if a source's files are changed, added or removed; empty if it cannot be read}
         *
         * @param source where the source was
         */
        Optional<String> state(Path source);
    }

    /**
     * {@return the catalog of a folder, which need not be there}
     *
     * @param folder the folder
     * @param sources asked what has become of the sources of sets
     */
    public static PackedCatalog of(Path folder, Sources sources) {
        return new PackedCatalog(folder, sources);
    }

    /** {@return the folder of a set, whether it is there or not} */
    Path folder(String name) {
        return folder.resolve(name);
    }

    /**
     * Says that a set is in use until this process ends, whether it is there or yet to be packed: nobody prunes it. To
     * be called before it is looked for. A folder that cannot be locked stays unlocked.
     *
     * @param name the name of its folder: 64 hexadecimal digits
     */
    public void hold(String name) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            // Then nothing can be packed there either, which is for the packing to say.
            return;
        }
        SetLocks.in(folder).hold(name);
    }

    /**
     * Says that a set was used now.
     *
     * @param name the name of its folder, which is there
     * @param source where its source is, an absolute path
     * @param state what {@link Sources#state} says of it
     */
    public void used(String name, Path source, String state) {
        new UsedSource(source, state).writeInto(folder(name));
    }

    /** {@return the sets, the last used first; none if the folder is not there} */
    public List<KeptSet> list() {
        List<KeptSet> sets = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .forEach(name -> find(name).ifPresent(sets::add));
        } catch (IOException | UncheckedIOException e) {
            // Not there, or somebody else's: nothing in it can be found by packing either.
            return List.of();
        }
        sets.sort(Comparator.comparing(KeptSet::lastUsed).reversed().thenComparing(KeptSet::name));
        return List.copyOf(sets);
    }

    /** The set of a name, as it is now. */
    Optional<KeptSet> find(String name) {
        Path set = folder(name);
        Optional<SetDescription> description = description(set);
        if (description.isEmpty() && !SetFolder.isOrWasSet(set)) {
            return Optional.empty();
        }
        Optional<UsedSource> used = UsedSource.of(set);
        String path = used.map(known -> known.path().toString())
                .or(() -> description.map(SetDescription::source))
                .orElse("");
        return Optional.of(new KeptSet(
                name,
                path,
                used.map(this::source).orElse(KeptSet.Source.UNKNOWN),
                description.map(SetDescription::rows).orElse(0),
                SetFolder.bytes(set),
                UsedSource.lastUse(set)));
    }

    private static Optional<SetDescription> description(Path set) {
        try {
            return Optional.of(PackedSet.open(set).description());
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    private KeptSet.Source source(UsedSource used) {
        Optional<String> now = sources.state(used.path());
        if (now.isEmpty()) {
            return KeptSet.Source.GONE;
        }
        return now.get().equals(used.state()) ? KeptSet.Source.UNCHANGED : KeptSet.Source.CHANGED;
    }

    /**
     * Deletes sets until they take up no more than so much: damaged ones and those whose source is gone or has changed
     * first, then the least recently used; but none that is in use or was used within two minutes. What killed packings
     * left a day ago goes too.
     *
     * @param bytes how much may stay, at least 0
     * @return what was deleted and what is left
     * @throws DataException if another process is deleting
     * @throws IllegalArgumentException if {@code bytes} is negative
     */
    public PrunedSets prune(long bytes) {
        return pruned(bytes, false);
    }

    /**
     * {@return what {@link #prune} would delete now; nothing is deleted}
     *
     * @param bytes how much may stay, at least 0
     * @throws DataException if another process is deleting
     * @throws IllegalArgumentException if {@code bytes} is negative
     */
    public PrunedSets rehearsePrune(long bytes) {
        return pruned(bytes, true);
    }

    private PrunedSets pruned(long bytes, boolean isRehearsal) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must be at least 0, got " + bytes);
        }
        if (!Files.isDirectory(folder)) {
            return new PrunedSets(List.of(), List.of(), 0, 0);
        }
        SetLocks locks = SetLocks.in(folder);
        SetLocks.Claim all = locks.claimFolder().orElseThrow(this::busy);
        try (all) {
            if (!isRehearsal) {
                deleteAbandoned();
            }
            return new SetPruning(this, locks, isRehearsal).run(bytes);
        }
    }

    private void deleteAbandoned() {
        try {
            Abandoned.in(folder, ABANDONED, FileTime.from(Instant.now())).forEach(SetFolder::delete);
        } catch (IOException e) {
            // Whoever comes next may be luckier.
            return;
        }
    }

    private DataException busy() {
        return new DataException(
                "NO_STORE",
                "Another process is deleting packed sets from " + folder + ": wait until it is done, then look again.");
    }
}
