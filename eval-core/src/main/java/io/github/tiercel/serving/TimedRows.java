package io.github.tiercel.serving;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rows of a call as people count them, from 1: "row 7" or "rows 5, 17, 40, ... (a batch of 64)". */
final class TimedRows {

    private static final int NAMED = 3;

    private TimedRows() {}

    static String of(int[] rows) {
        String first = Arrays.stream(rows)
                .limit(NAMED)
                .mapToObj(row -> String.format(Locale.ROOT, "%,d", row + 1L))
                .collect(Collectors.joining(", "));
        if (rows.length == 1) {
            return "row " + first;
        }
        return "rows " + first + (rows.length > NAMED ? ", ..." : "") + " (a batch of " + rows.length + ")";
    }
}
