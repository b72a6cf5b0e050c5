package io.github.tiercel.report;

import io.github.tiercel.packed.KeptSet;
import io.github.tiercel.packed.PrunedSets;
import io.github.tiercel.store.KeyExplanation;
import io.github.tiercel.store.PruneResult;
import io.github.tiercel.store.StoreCheck;
import io.github.tiercel.store.StoredKey;
import io.github.tiercel.store.StoredUse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is in a prediction store, and what was done with it, as lines for people. Text from the store is escaped where
 * it would break the line. All methods may be called from any thread; no text ends in a line feed.
 *
 * <pre>{@code
 * StoreCatalog store = StoreCatalog.open(Path.of(".tiercel/store"));
 * System.out.println(StoreText.keys(store.list(), ZoneId.systemDefault(), 100, Style.PLAIN));
 * }</pre>
 *
 * @since 0.1
 */
public final class StoreText {

    private StoreText() {}

    /**
     * {@return one line a key, and how many there are}
     *
     * @param keys the keys in the order of their lines
     * @param zone for the times of last use
     * @param width columns of the screen, at least 40
     * @param style whether there are colours
     * @throws IllegalArgumentException if {@code width} is below 40
     */
    public static String keys(List<StoredKey> keys, ZoneId zone, int width, Style style) {
        if (keys.isEmpty()) {
            return "The store is empty: no scores are kept in it.";
        }
        List<String> lines = new ArrayList<>(KeyTable.of(keys, zone).lines(new Layout(width, style)));
        long bytes = keys.stream().mapToLong(StoredKey::bytes).sum();
        lines.add(KeyText.keys(keys.size()) + ", " + ByteText.of(bytes));
        return String.join("\n", lines);
    }

    /**
     * {@return one line a packed set beside the store, and how many there are; empty without any}
     *
     * @param sets the sets in the order of their lines
     * @param zone for the times of last use
     * @param width columns of the screen, at least 40
     * @param style whether there are colours
     * @throws IllegalArgumentException if {@code width} is below 40
     */
    public static String sets(List<KeptSet> sets, ZoneId zone, int width, Style style) {
        if (sets.isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>(SetTable.of(sets, zone).lines(new Layout(width, style)));
        long bytes = sets.stream().mapToLong(KeptSet::bytes).sum();
        lines.add(SetTable.sets(sets.size()) + " beside the store, " + ByteText.of(bytes));
        return String.join("\n", lines);
    }

    /**
     * {@return one line for each order of rows: how many models were evaluated on it, and how often; empty without any}
     *
     * @param uses how often rows have been used
     */
    public static String uses(List<StoredUse> uses) {
        ShortKeys digits = ShortKeys.of(uses.stream().map(StoredUse::order).toList());
        return uses.stream()
                .map(use -> DisplayText.escaped(
                        "rows " + digits.of(use.order()) + " used for " + HoldoutText.counts(use.use())))
                .collect(Collectors.joining("\n"));
    }

    /**
     * {@return whether a store is whole, and which files are damaged}
     *
     * @param check what was found
     */
    public static String check(StoreCheck check) {
        String checked = "every byte of " + files(check.files()) + " (" + ByteText.of(check.bytes()) + ") was checked";
        if (check.isWhole()) {
            return "The store is whole: " + checked + ".";
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "The store is damaged in " + files(check.problems().size()) + "; all else is whole, " + checked + ".");
        check.problems().forEach(problem -> lines.add(line(problem)));
        lines.add("What is in quarantine is not read again; the rows that are missing now are inferred at their next"
                + " use.");
        return String.join("\n", lines);
    }

    private static String files(long number) {
        return KeyText.count(number) + (number == 1 ? " file" : " files");
    }

    private static String line(StoreCheck.Problem problem) {
        return DisplayText.escaped("  " + problem.file() + ": " + problem.what())
                + (problem.isGone()
                        ? "; went to quarantine/"
                        : "; still there, because it could not be moved: look at the folder's permissions");
    }

    /**
     * {@return what was deleted, what is left, and what stays because it is in use}
     *
     * @param before the keys there were
     * @param result what was deleted, or would be
     * @param sets the same of the packed sets beside the store
     * @param isRehearsal whether nothing was deleted
     */
    public static String pruned(List<StoredKey> before, PruneResult result, PrunedSets sets, boolean isRehearsal) {
        return String.join("\n", new PruneText(before, result, sets, isRehearsal).lines());
    }

    /**
     * {@return what a key is made of, what a request under it finds, and how at most five others differ}
     *
     * @param explanation the key and the others
     * @param zone for the time of last use
     */
    public static String explanation(KeyExplanation explanation, ZoneId zone) {
        return String.join("\n", new ExplanationText(explanation, zone).lines());
    }
}
