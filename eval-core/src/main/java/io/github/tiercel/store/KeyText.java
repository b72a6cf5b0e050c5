package io.github.tiercel.store;

import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A key for people: one {@code name: value} a line. Names of settings follow {@code setting}. Different keys have
 * different texts, and a text gives its key back.
 */
final class KeyText {

    static final String FORMAT = "tiercel-predictions/1";

    private static final String SEPARATOR = ": ";
    private static final String SETTING = "setting ";

    private KeyText() {}

    static String of(StoreKey key) {
        StringBuilder text = new StringBuilder();
        line(text, "format", FORMAT);
        line(text, "model", key.model().model());
        line(text, "transform", key.model().transform());
        key.model().settings().forEach((name, value) -> line(text, SETTING + EscapedText.ofName(name), value));
        line(text, "order", key.order());
        line(text, "precision", key.outputs().precision().name());
        key.outputs().names().forEach(name -> line(text, "output", name));
        key.batchRows().ifPresent(rows -> line(text, "batch_rows", String.valueOf(rows)));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(SEPARATOR).append(EscapedText.of(value)).append('\n');
    }

    /** Returns the key that has this text; empty if none has. */
    static Optional<StoreKey> parse(String text) {
        try {
            return Optional.of(key(text)).filter(key -> of(key).equals(text));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Not a text of this class: a missing line, a number that is none, a damaged escape.
            return Optional.empty();
        }
    }

    private static StoreKey key(String text) {
        Map<String, List<String>> values = new TreeMap<>();
        text.lines().forEach(line -> {
            int end = line.indexOf(SEPARATOR);
            String value = EscapedText.parse(line.substring(end + SEPARATOR.length()));
            values.computeIfAbsent(line.substring(0, end), name -> new ArrayList<>())
                    .add(value);
        });
        TreeMap<String, String> settings = new TreeMap<>();
        values.keySet().stream()
                .filter(name -> name.startsWith(SETTING))
                .forEach(name -> settings.put(EscapedText.parse(name.substring(SETTING.length())), only(values, name)));
        Outputs outputs = new Outputs(all(values, "output"), Precision.valueOf(only(values, "precision")));
        return new StoreKey(
                new ModelFingerprint(only(values, "model"), only(values, "transform"), settings),
                only(values, "order"),
                outputs,
                all(values, "batch_rows").stream().mapToInt(Integer::parseInt).findFirst());
    }

    private static String only(Map<String, List<String>> values, String name) {
        return all(values, name).get(0);
    }

    private static List<String> all(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of());
    }
}
