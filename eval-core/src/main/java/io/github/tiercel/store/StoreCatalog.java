package io.github.tiercel.store;

import io.github.tiercel.files.DiskFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is in a store's folder, for people: listed, checked, tidied up, explained and taken out. What {@code tiercel
 * store} runs.
 *
 * <p>Others may use the folder at the same time; what they add or delete meanwhile may or may not be seen. Immutable,
 * safe for use by several threads.
 *
 * <pre>{@code
 * for (StoredKey key : StoreCatalog.open(Path.of(".tiercel/store")).list()) {
 *   System.out.println(key.hex() + " " + key.model().model() + " " + key.rows() + " rows");
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class StoreCatalog {

    private static final int SHORTEST_PREFIX = 4;
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final StoreLayout layout;

    private StoreCatalog(StoreLayout layout) {
        this.layout = layout;
    }

    /**
     * {@return the catalog of a store}
     *
     * @param folder the store's folder
     * @throws StoreException if there is no store, or one of a later layout, or it cannot be read
     */
    public static StoreCatalog open(Path folder) {
        // Asked for once more, so that a folder that is no store is not made one by being looked at.
        StoreLayout.openReadOnly(folder);
        return new StoreCatalog(StoreLayout.open(folder));
    }

    /** {@return the store's folder, without links in its path} */
    public Path folder() {
        return layout.root();
    }

    /**
     * {@return the keys of the store, the last used first. Takes a look at each folder and its text, at no score}
     *
     * @throws StoreException if the folder cannot be read
     */
    public List<StoredKey> list() {
        return reading(() -> {
            List<StoredKey> keys = new ArrayList<>();
            Map<String, Optional<Integer>> rowsOfOrders = new HashMap<>();
            for (String hex : layout.keys()) {
                KeyFolder.of(layout, hex).stored(rowsOfOrders).ifPresent(keys::add);
            }
            keys.sort(Comparator.comparing(StoredKey::lastUsed).reversed().thenComparing(StoredKey::hex));
            return List.copyOf(keys);
        });
    }

    /**
     * {@return how often the rows of each order have been used, those of most models first}
     *
     * @throws StoreException if the folder cannot be read
     */
    public List<StoredUse> uses() {
        return reading(() -> {
            List<StoredUse> uses = new ArrayList<>();
            for (String order : layout.countedOrders()) {
                UseFolder.Found found = new UseFolder(layout, order).read();
                if (!found.counts().isEmpty()) {
                    long bytes = KeyUsage.of(layout.uses(order)).bytes();
                    uses.add(new StoredUse(order, found.counts().use(found.isWhole()), bytes));
                }
            }
            uses.sort(Comparator.comparing((StoredUse use) -> use.use().models())
                    .reversed()
                    .thenComparing(StoredUse::order));
            return List.copyOf(uses);
        });
    }

    /**
     * {@return the key that begins with some digits}
     *
     * @param prefix at least four hexadecimal digits
     * @throws IllegalArgumentException if no key or several begin so
     * @throws StoreException if the folder cannot be read
     */
    public StoredKey find(String prefix) {
        return find(prefix, list());
    }

    private StoredKey find(String prefix, List<StoredKey> keys) {
        if (prefix.length() < SHORTEST_PREFIX) {
            throw new IllegalArgumentException("\"" + prefix + "\" is too short to name a key: give at least "
                    + SHORTEST_PREFIX + " of its digits, as `tiercel store ls` shows them.");
        }
        List<StoredKey> found =
                keys.stream().filter(key -> key.hex().startsWith(prefix)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new IllegalArgumentException(
                found.isEmpty()
                        ? "No key of the store " + layout.root() + " begins with \"" + prefix
                                + "\": `tiercel store ls` shows them."
                        : found.size() + " keys of the store " + layout.root() + " begin with \"" + prefix
                                + "\": give more digits.");
    }

    /**
     * {@return what a check of every byte of the store found. Damaged files go to its folder {@code quarantine}, as
     * they would at their next use}
     *
     * @throws StoreException if the folder cannot be read
     */
    public StoreCheck verify() {
        return reading(() -> new StoreVerification(layout).run());
    }

    /**
     * Deletes the least recently used keys until the store takes up no more than so much, but none that is in use or
     * was used within two minutes.
     *
     * @param bytes how much may stay, at least 0
     * @return what was deleted and what is left
     * @throws StoreException if the folder cannot be read, or another process is deleting
     * @throws IllegalArgumentException if {@code bytes} is negative
     */
    public PruneResult prune(long bytes) {
        return pruned(eviction(), bytes);
    }

    /**
     * {@return what {@link #prune} would delete now; nothing is deleted}
     *
     * @param bytes how much may stay, at least 0
     * @throws StoreException if the folder cannot be read, or another process is deleting
     * @throws IllegalArgumentException if {@code bytes} is negative
     */
    public PruneResult rehearsePrune(long bytes) {
        return pruned(eviction().rehearsal(), bytes);
    }

    private Eviction eviction() {
        return new Eviction(layout, StoreLocks.of(layout), Eviction.RECENT);
    }

    private PruneResult pruned(Eviction eviction, long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must be at least 0, got " + bytes);
        }
        Eviction.Outcome outcome = reading(() -> eviction.run(bytes, bytes));
        if (outcome.isBusy()) {
            throw new StoreException("Another process is deleting from the prediction store " + layout.root()
                    + ": wait until it is done, then look again.");
        }
        return new PruneResult(
                outcome.evicted().stream().map(Eviction.Evicted::key).toList(),
                outcome.inUse(),
                outcome.before() - outcome.bytes(),
                outcome.bytes());
    }

    /**
     * {@return what a key is made of, and how it differs from the other keys, the most similar first}
     *
     * @param prefix at least four of the key's digits
     * @throws IllegalArgumentException if no key or several begin so
     * @throws StoreException if the folder cannot be read
     */
    public KeyExplanation explain(String prefix) {
        List<StoredKey> keys = list();
        return KeyExplanation.of(find(prefix, keys), keys);
    }

    /**
     * {@return the scores of a key with the keys and labels of their rows}
     *
     * @param prefix at least four of the key's digits
     * @throws IllegalArgumentException if no key or several begin so
     * @throws StoreException if the folder cannot be read, or the row keys are not there
     */
    public StoredTable table(String prefix) {
        StoredKey key = find(prefix);
        return reading(() -> StoredTable.of(layout, key));
    }

    /**
     * {@return a model's scores of all rows of an order, with the labels that they had once; empty if the store does
     * not hold all of that, or holds scores of several models with this fingerprint, which read rows in several ways}
     *
     * @param model the fingerprint of the model, without that of what is done to rows before
     * @param order the fingerprint of the rows and their content in stored order
     * @param labels the fingerprint of the labels, of 64 hexadecimal digits
     * @throws IllegalArgumentException if {@code labels} is none
     * @throws StoreException if the folder cannot be read
     */
    public Optional<StoredTable> table(String model, String order, String labels) {
        if (!FINGERPRINT.matcher(labels).matches()) {
            throw new IllegalArgumentException("labels must be 64 hexadecimal digits, got \"" + labels + "\"");
        }
        List<StoredKey> keys = list().stream()
                .filter(key -> key.model().model().equals(model) && key.order().equals(order))
                .toList();
        return keys.size() == 1 ? reading(() -> StoredTable.of(layout, keys.get(0), labels)) : Optional.empty();
    }

    private <T> T reading(Reading<T> reading) {
        try {
            return reading.run();
        } catch (IOException e) {
            throw new StoreException(
                    "The prediction store " + layout.root() + " cannot be read (" + DiskFailure.reason(e)
                            + "): look at its permissions, and whether the disk is there.",
                    e);
        }
    }

    private interface Reading<T> {
        T run() throws IOException;
    }
}
