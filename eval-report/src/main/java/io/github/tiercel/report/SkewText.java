package io.github.tiercel.report;

import io.github.tiercel.result.ColumnSkew;
import io.github.tiercel.result.SkewResult;
import io.github.tiercel.result.TypeMismatch;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a table of columns cannot say. */
final class SkewText {

    private SkewText() {}

    /** {@return a sentence for each column with values that the reference lacks, or that could not be compared} */
    static List<String> notes(SkewResult result) {
        List<String> notes = new ArrayList<>();
        result.columns().stream()
                .filter(column -> column.unseenRows() > 0)
                .forEach(column -> notes.add(unseen(column, result)));
        result.otherTypes().forEach(column -> notes.add(otherTypes(column, result)));
        only(notes, result.reference(), result.onlyReference());
        only(notes, result.data(), result.onlyData());
        return notes;
    }

    private static String unseen(ColumnSkew column, SkewResult result) {
        return String.format(
                Locale.ROOT,
                "%s: %,d of the rows of %s (%s %%) hold what %s has not: %s.",
                column.name(),
                column.unseenRows(),
                result.data(),
                Digits.toCopy(percent(column.unseenRows(), result.dataRows())),
                result.reference(),
                column.unseen().stream().map(value -> '"' + value + '"').collect(Collectors.joining(", ")));
    }

    /** Of two digits, so that few are not said to be none. */
    private static double percent(int count, int rows) {
        return BigDecimal.valueOf(100.0 * count / rows)
                .round(new MathContext(2))
                .doubleValue();
    }

    private static String otherTypes(TypeMismatch column, SkewResult result) {
        return column.name() + ": not compared, for it holds " + column.reference() + " in " + result.reference()
                + " and " + column.data() + " in " + result.data() + ".";
    }

    private static void only(List<String> notes, String source, List<String> columns) {
        if (!columns.isEmpty()) {
            notes.add("Only in " + source + ": " + String.join(", ", columns) + ".");
        }
    }

    /** {@return which columns to look at} */
    static String summary(SkewResult result) {
        List<ColumnSkew> skewed = result.skewed();
        int all = result.columns().size();
        if (!skewed.isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "%,d of %s significantly and by much: %s.",
                    skewed.size(),
                    all == 1 ? "1 column differs" : String.format(Locale.ROOT, "%,d columns differ", all),
                    skewed.stream().map(ColumnSkew::name).collect(Collectors.joining(", ")));
        }
        long significant =
                result.columns().stream().filter(ColumnSkew::isSignificant).count();
        long large = result.columns().stream().filter(ColumnSkew::isLarge).count();
        return String.format(
                Locale.ROOT,
                "No column differs both significantly and by much: of %,d, %,d significantly and %,d by much.",
                all,
                significant,
                large);
    }
}
