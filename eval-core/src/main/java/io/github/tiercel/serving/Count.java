package io.github.tiercel.serving;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Numbers of rows as messages show them. */
final class Count {

    private static final int NAMED = 3;

    private Count() {}

    static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return "at row 17" or "first at rows 17, 203, 998", counted from 1} */
    static String where(int[] rows) {
        List<String> first =
                IntStream.of(rows).limit(NAMED).mapToObj(row -> of(row + 1L)).toList();
        return rows.length == 1 ? "at row " + first.get(0) : "first at rows " + String.join(", ", first);
    }
}
