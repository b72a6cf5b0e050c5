package io.github.tiercel.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a mistyped name was meant to be: a name of which it has the words, in any order, or else the one with the
 * fewest letters to insert, delete or change (Levenshtein distance), ignoring case.
 *
 * @since 0.1
 */
public final class NearestName {

    private NearestName() {}

    /**
     * {@return the nearest known name; empty if none is near}
     *
     * @param name the name as typed
     * @param known the names that exist
     */
    public static Optional<String> of(String name, Collection<String> known) {
        Optional<String> sameParts = known.stream()
                .filter(candidate -> !name.isBlank() && parts(candidate).containsAll(parts(name)))
                .min(Comparator.comparingInt(String::length));
        return sameParts.or(() -> known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(nearest ->
                        distance(name, nearest) <= Math.min(name.length() - 1, Math.max(2, nearest.length() / 3))));
    }

    /**
     * {@return {@code " Did you mean "x"?"} with its leading blank, or nothing}
     *
     * @param name the name as typed
     * @param known the names that exist
     */
    public static String suggestion(String name, Collection<String> known) {
        return of(name, known)
                .map(nearest -> " Did you mean \"" + nearest + "\"?")
                .orElse("");
    }

    /** {@code auc_roc} and {@code roc_auc} are the same words, and {@code auc} is one of them. */
    private static Set<String> parts(String name) {
        return new HashSet<>(List.of(name.toLowerCase(Locale.ROOT).split("[_\\s.-]+")));
    }

    private static int distance(String a, String b) {
        String left = a.toLowerCase(Locale.ROOT);
        String right = b.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
