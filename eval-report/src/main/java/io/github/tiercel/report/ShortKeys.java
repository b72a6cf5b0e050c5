package io.github.tiercel.report;

import java.util.Collection;
import java.util.List;

/**
 * As many first digits of keys as tell them apart.
 *
 * @param digits how many, the same for each
 */
record ShortKeys(int digits) {

    private static final int FEWEST = 12;

    /** Those of keys that stand side by side. */
    static ShortKeys of(Collection<String> keys) {
        List<String> sorted = keys.stream().distinct().sorted().toList();
        int digits = FEWEST;
        for (int i = 1; i < sorted.size(); i++) {
            digits = Math.max(digits, 1 + shared(sorted.get(i - 1), sorted.get(i)));
        }
        return new ShortKeys(digits);
    }

    private static int shared(String one, String other) {
        int length = 0;
        while (one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    String of(String key) {
        return key.substring(0, digits);
    }
}
