package io.github.tiercel.report;

import io.github.tiercel.store.KeyExplanation;
import io.github.tiercel.store.StoredKey;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        key.model().settings().forEach((name, value) -> part(lines, "setting", name + "=" + value));
        part(lines, "rows", key.order());
        part(lines, "outputs", text.outputs());
        part(lines, "batch", key.batchRows().isPresent() ? text.batch() + " rows, on which scores depend" : "");
        part(lines, "stored", text.rows() + " rows, " + text.bytes() + ", last used " + text.lastUsed());
        lines.add("");
        lines.add(request());
        if (!explanation.others().isEmpty()) {
            lines.add("");
            lines.addAll(others());
        }
        return lines;
    }

    private static void part(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "%-10s %s", name, DisplayText.escaped(value)));
        }
    }

    private String request() {
        String rows = KeyText.count(key.rows());
        OptionalInt all = key.rowsOfOrder();
        if (key.rows() == 0) {
            return "A request with all of these misses: no scores of the first rows are stored.";
        }
        if (all.isPresent() && key.rows() >= all.getAsInt()) {
            return "A request with all of these hits: every row has its scores.";
        }
        return "A request with all of these hits up to " + rows + " rows; one for more infers the rest"
                + (all.isPresent() ? ", at most " + KeyText.count(all.getAsInt() - key.rows()) + " rows." : ".");
    }

    private List<String> others() {
        List<KeyExplanation.Comparison> others = explanation.others();
        List<String> lines = new ArrayList<>();
        lines.add(
                "The nearest other keys, and what makes them others, from there to here. So nothing of theirs could be"
                        + " reused:");
        others.stream().limit(MOST_OTHERS).map(this::other).forEach(lines::add);
        if (others.size() > MOST_OTHERS) {
            lines.add("and " + KeyText.keys(others.size() - MOST_OTHERS) + " more");
        }
        return lines;
    }

    private String other(KeyExplanation.Comparison other) {
        String same = other.same().contains("model") ? "same model, other " : "other ";
        String different = String.join("; other ", other.different());
        return digits.of(other.key().hex()) + "  " + same + DisplayText.escaped(KeyText.shortened(different));
    }
}
