package io.github.tiercel.inference;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows as people count them, from 1 in the caller's order: "row 7" or "rows 5, 17, 40, ...". */
final class CallerRows {

    private static final int NAMED = 3;

    private CallerRows() {}

    static String named(int[] rows) {
        String first = Arrays.stream(rows)
                .sorted()
                .limit(NAMED)
                .mapToObj(row -> number(row + 1L))
                .collect(Collectors.joining(", "));
        return (rows.length == 1 ? "row " : "rows ") + first + (rows.length > NAMED ? ", ..." : "");
    }

    static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
