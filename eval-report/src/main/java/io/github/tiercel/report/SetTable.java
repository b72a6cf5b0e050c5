package io.github.tiercel.report;

import io.github.tiercel.packed.KeptSet;
import java.time.ZoneId;
import java.util.List;

/** One row a packed set; what may be long and is cut first stands last. */
final class SetTable {

    private static final int LEAST = 7;

    private SetTable() {}

    static TextTable of(List<KeptSet> sets, ZoneId zone) {
        ShortKeys digits = ShortKeys.of(sets.stream().map(KeptSet::name).toList());
        List<Column> columns = List.of(
                Column.left("packed set"),
                Column.left("last used"),
                Column.right("rows"),
                Column.right("size"),
                Column.left("source").shrinkingTo(LEAST));
        return new TextTable(
                columns, sets.stream().map(set -> row(set, digits, zone)).toList());
    }

    private static Row row(KeptSet set, ShortKeys digits, ZoneId zone) {
        return Row.of(
                Cell.of(digits.of(set.name())),
                Cell.of(KeyText.minute(set.lastUsed(), zone)),
                Cell.of(set.isDamaged() ? "" : KeyText.count(set.rows())),
                Cell.of(ByteText.of(set.bytes())),
                Cell.of(source(set)));
    }

    /** {@return where the source of a set is, behind what to know of it: a long path is cut at its end} */
    static String source(KeptSet set) {
        String what = set.isDamaged()
                ? "(damaged) "
                : switch (set.source()) {
                    case CHANGED -> "(changed) ";
                    case GONE -> "(gone) ";
                    case UNCHANGED, UNKNOWN -> "";
                };
        return (what + set.path()).strip();
    }

    /** {@return for example {@code "1 packed set"} or {@code "1,024 packed sets"}} */
    static String sets(int number) {
        return KeyText.count(number) + (number == 1 ? " packed set" : " packed sets");
    }
}
