package io.github.tiercel.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** The rows that break a rule, counted, with the first three named; rows are numbered from 1 as people count. */
final class Offenders {

    private static final int NAMED = 3;

    private final List<Integer> first = new ArrayList<>();
    private int count;

    private Offenders() {}

    static Offenders of(int rows, IntPredicate breaksRule) {
        Offenders offenders = new Offenders();
        for (int row = 0; row < rows; row++) {
            if (breaksRule.test(row)) {
                offenders.add(row);
            }
        }
        return offenders;
    }

    private void add(int row) {
        count++;
        if (first.size() < NAMED) {
            first.add(row);
        }
    }

    boolean exist() {
        return count > 0;
    }

    int count() {
        return count;
    }

    int first() {
        return first.get(0);
    }

    /** {@return "row 17" or "first at rows 17, 203, 998"} */
    String where() {
        List<String> numbers = first.stream()
                .map(row -> String.format(Locale.ROOT, "%,d", row + 1L))
                .toList();
        return count == 1 ? "at row " + numbers.get(0) : "first at rows " + String.join(", ", numbers);
    }

    static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
