package io.github.tiercel.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what a mistyped name was meant to be, by the number of letters to insert, delete or change (Levenshtein
 * distance, ignoring case).
 *
 * @since 0.1
 */
public final class NearestName {

    private NearestName() {}

    /**
     * {@return the nearest known name; empty if none is near: more than a third of its letters, and at least 3, differ}
     *
     * @param name the name as typed
     * @param known the names that exist
     */
    public static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(nearest -> distance(name, nearest) <= Math.max(2, nearest.length() / 3));
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
