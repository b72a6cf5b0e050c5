package io.github.tiercel.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why scores are found under a key and not under another: what the key is made of, and in which parts the others
 * differ.
 *
 * @param key the key
 * @param others how other keys differ from it, those that share most first
 * @since 0.1
 */
public record KeyExplanation(StoredKey key, List<Comparison> others) {

    /** Copies the list. */
    public KeyExplanation {
        others = List.copyOf(others);
    }

    /**
     * Another key beside it.
     *
     * @param key the other key
     * @param same the parts that are equal, such as {@code "model"}
     * @param different the parts that are not, with the value there and here: {@code "rows: 10,000 -> 10,212"}
     * @since 0.1
     */
    public record Comparison(StoredKey key, List<String> same, List<String> different) {

        /** Copies the lists. */
        public Comparison {
            same = List.copyOf(same);
            different = List.copyOf(different);
        }
    }

    static KeyExplanation of(StoredKey key, List<StoredKey> all) {
        List<Comparison> others = all.stream()
                .filter(other -> !other.hex().equals(key.hex()))
                .map(other -> compared(other, key))
                .sorted(Comparator.comparingInt((Comparison comparison) ->
                                comparison.different().size())
                        .thenComparing(comparison -> comparison.key().lastUsed(), Comparator.reverseOrder()))
                .toList();
        return new KeyExplanation(key, others);
    }

    private static Comparison compared(StoredKey from, StoredKey to) {
        Parts parts = new Parts(new ArrayList<>(), new ArrayList<>());
        parts.add("model", from.model().model(), to.model().model());
        parts.add("transform", from.model().transform(), to.model().transform());
        Set<String> settings = new TreeSet<>(from.model().settings().keySet());
        settings.addAll(to.model().settings().keySet());
        settings.forEach(name -> parts.add(
                "setting " + name,
                from.model().settings().getOrDefault(name, "none"),
                to.model().settings().getOrDefault(name, "none")));
        parts.add(
                "outputs",
                String.join(", ", from.outputs().names()),
                String.join(", ", to.outputs().names()));
        parts.add(
                "precision",
                from.outputs().precision().name(),
                to.outputs().precision().name());
        parts.add("batch size", batch(from), batch(to));
        parts.addRows(from, to);
        return new Comparison(from, parts.same(), parts.different());
    }

    private static String batch(StoredKey key) {
        return key.batchRows().isPresent() ? String.valueOf(key.batchRows().getAsInt()) : "any";
    }

    private record Parts(List<String> same, List<String> different) {

        void add(String name, String from, String to) {
            if (Objects.equals(from, to)) {
                same.add(name);
            } else {
                different.add(name + ": " + shown(from) + " -> " + shown(to));
            }
        }

        private static String shown(String value) {
            return value.isEmpty() ? "none" : value;
        }

        /** Digests say that rows differ; how many there are says it to people. */
        void addRows(StoredKey from, StoredKey to) {
            if (from.order().equals(to.order())) {
                same.add("rows");
            } else if (from.rowsOfOrder().equals(to.rowsOfOrder())) {
                different.add("rows: as many, but other keys, features or order");
            } else {
                different.add("rows: " + count(from) + " -> " + count(to));
            }
        }

        private static String count(StoredKey key) {
            return key.rowsOfOrder().isPresent()
                    ? String.format(Locale.ROOT, "%,d", key.rowsOfOrder().getAsInt())
                    : "unknown";
        }
    }
}
