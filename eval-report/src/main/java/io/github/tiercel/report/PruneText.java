package io.github.tiercel.report;

import io.github.tiercel.store.PruneResult;
import io.github.tiercel.store.StoredKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which keys were deleted from a store, or would be, and which stay because they are in use. */
final class PruneText {

    private final PruneResult result;
    private final boolean isRehearsal;
    private final ShortKeys digits;
    private final Map<String, String> models;

    PruneText(List<StoredKey> before, PruneResult result, boolean isRehearsal) {
        this.result = result;
        this.isRehearsal = isRehearsal;
        List<String> all = new ArrayList<>(result.keys());
        all.addAll(result.inUse());
        before.forEach(key -> all.add(key.hex()));
        this.digits = ShortKeys.of(all);
        this.models = before.stream()
                .collect(Collectors.toMap(StoredKey::hex, key -> key.model().model()));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        result.keys().forEach(key -> lines.add(line(isRehearsal ? "would delete" : "deleted", key)));
        result.inUse().forEach(key -> lines.add(line("in use, stays", key)));
        lines.add(sum() + " " + ByteText.of(result.bytesLeft()) + (isRehearsal ? " would be left." : " are left."));
        return lines;
    }

    private String line(String what, String key) {
        String model = models.getOrDefault(key, "");
        return what + "  " + digits.of(key) + (model.isEmpty() ? "" : "  " + DisplayText.escaped(model));
    }

    private String sum() {
        String would = isRehearsal ? "Would delete " : "Deleted ";
        return result.bytesDeleted() == 0
                ? would + "nothing."
                : would + KeyText.keys(result.keys().size()) + ", " + ByteText.of(result.bytesDeleted()) + ".";
    }
}
