package io.github.tiercel.report;

import io.github.tiercel.store.KeyExplanation;
import io.github.tiercel.store.StoredKey;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a key is made of, what a request under it finds, and how the nearest others differ. */
final class ExplanationText {

    private static final int MOST_OTHERS = 5;

    private final KeyExplanation explanation;
    private final StoredKey key;
    private final KeyText text;
    private final ShortKeys digits;

    ExplanationText(KeyExplanation explanation, ZoneId zone) {
        this.explanation = explanation;
        this.key = explanation.key();
        this.text = new KeyText(key, zone);
        List<String> all = new ArrayList<>(List.of(key.hex()));
        explanation.others().forEach(other -> all.add(other.key().hex()));
        this.digits = ShortKeys.of(all);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("key        " + key.hex());
        part(lines, "model", key.model().model());
        part(lines, "transform", key.model().transform());
        part(lines, "settings", text.settings());
        part(lines, "outputs", text.outputs() + " (" + KeyText.precision(key) + ")");
        part(lines, "batch", key.batchRows().isPresent() ? text.batch() + " rows, on which scores depend" : "");
        part(lines, "order", key.order());
        lines.add("");
        lines.add("stored     " + text.rows() + " rows, " + text.bytes() + ", last used " + text.lastUsed());
        lines.add(request());
        if (!explanation.others().isEmpty()) {
            lines.add("");
            lines.addAll(others());
        }
        return lines;
    }

    private static void part(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format("%-10s %s", name, DisplayText.escaped(value)));
        }
    }

    private String request() {
        String rows = KeyText.count(key.rows());
        OptionalInt all = key.rowsOfOrder();
        if (key.rows() == 0) {
            return "A request for these parts misses: no scores of the first rows are stored.";
        }
        if (all.isEmpty()) {
            return "A request for these parts hits up to " + rows + " rows; what goes beyond is inferred.";
        }
        return key.rows() >= all.getAsInt()
                ? "A request for these parts hits: all rows have scores."
                : "A request for these parts hits up to " + rows + " rows; of more, the "
                        + KeyText.count(all.getAsInt() - key.rows()) + " others are inferred.";
    }

    private List<String> others() {
        List<KeyExplanation.Comparison> others = explanation.others();
        List<String> lines = new ArrayList<>();
        lines.add("Nothing of another key can be reused. What the nearest differ in, from there to here:");
        others.stream().limit(MOST_OTHERS).map(this::other).forEach(lines::add);
        if (others.size() > MOST_OTHERS) {
            lines.add("and " + KeyText.keys(others.size() - MOST_OTHERS) + " more");
        }
        return lines;
    }

    private String other(KeyExplanation.Comparison other) {
        String same = other.same().contains("model") ? "same model, " : "";
        return digits.of(other.key().hex()) + "  " + same + "other "
                + DisplayText.escaped(String.join(", other ", other.different()));
    }
}
