package io.github.tiercel.report;

import io.github.tiercel.packed.KeptSet;
import io.github.tiercel.packed.PrunedSets;
import io.github.tiercel.store.PruneResult;
import io.github.tiercel.store.StoredKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which keys and packed sets were deleted, or would be, and which stay because they are in use. */
final class PruneText {

    private final PruneResult result;
    private final PrunedSets sets;
    private final boolean isRehearsal;
    private final ShortKeys digits;
    private final Map<String, String> models;

    PruneText(List<StoredKey> before, PruneResult result, PrunedSets sets, boolean isRehearsal) {
        this.result = result;
        this.sets = sets;
        this.isRehearsal = isRehearsal;
        List<String> all = new ArrayList<>(result.keys());
        all.addAll(result.inUse());
        sets.deleted().forEach(set -> all.add(set.name()));
        sets.inUse().forEach(set -> all.add(set.name()));
        before.forEach(key -> all.add(key.hex()));
        this.digits = ShortKeys.of(all);
        this.models = before.stream()
                .collect(Collectors.toMap(StoredKey::hex, key -> key.model().model()));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String deleted = isRehearsal ? "would delete" : "deleted";
        sets.deleted().forEach(set -> lines.add(line(deleted, set)));
        result.keys().forEach(key -> lines.add(line(deleted, key)));
        sets.inUse().forEach(set -> lines.add(line("stays", set)));
        result.inUse().forEach(key -> lines.add(line("stays", key)));
        lines.add(sum() + inUse() + " " + ByteText.of(result.bytesLeft() + sets.bytesLeft())
                + (isRehearsal ? " would be left." : " are left."));
        return lines;
    }

    private String inUse() {
        int keys = result.inUse().size();
        int all = keys + sets.inUse().size();
        return all == 0
                ? ""
                : " " + counted(keys, sets.inUse().size()) + (all == 1 ? " stays: it is" : " stay: they are")
                        + " in use or " + (all == 1 ? "was" : "were") + " within two minutes.";
    }

    /** For example {@code "1 key"}, {@code "2 packed sets"} or {@code "1 key and 2 packed sets"}. */
    private static String counted(int keys, int sets) {
        if (sets == 0) {
            return KeyText.keys(keys);
        }
        return (keys == 0 ? "" : KeyText.keys(keys) + " and ") + SetTable.sets(sets);
    }

    private String line(String what, KeptSet set) {
        return what + "  " + digits.of(set.name()) + "  " + DisplayText.escaped("packed " + SetTable.source(set));
    }

    private String line(String what, String key) {
        String model = models.getOrDefault(key, "");
        return what + "  " + digits.of(key)
                + (model.isEmpty() ? "" : "  " + DisplayText.escaped(KeyText.shortened(model)));
    }

    private String sum() {
        String would = isRehearsal ? "Would delete " : "Deleted ";
        long bytes = result.bytesDeleted() + sets.bytesDeleted();
        return bytes == 0
                ? would + "nothing."
                : would + counted(result.keys().size(), sets.deleted().size()) + ", " + ByteText.of(bytes) + ".";
    }
}
