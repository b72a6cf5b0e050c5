package io.github.tiercel.report;

import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.SliceSearch;
import io.github.tiercel.result.Support;
import io.github.tiercel.result.WorseSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a search found worse than the rest of the rows, or than the baseline: a sentence, and the largest drops.
 *
 * @param against what slices were held against, in words
 * @param heading the same in short, above a column
 */
record SliceSearchTable(SliceSearch search, SliceSearch.Findings findings, String against, String heading) {

    private static final int MOST_HEADING = 20;

    /** {@return one table for each thing that slices were held against; none without a search} */
    static List<SliceSearchTable> of(ModelResult model) {
        List<SliceSearchTable> tables = new ArrayList<>();
        model.sliceSearch().ifPresent(search -> {
            tables.add(new SliceSearchTable(search, search.worseThanRest(), "the rest of the rows", "rest"));
            search.worseThanBaseline()
                    .ifPresent(found -> tables.add(new SliceSearchTable(search, found, "the baseline", "baseline")));
        });
        return tables;
    }

    /** {@return for each table an empty line, its sentence and itself} */
    static List<String> lines(ModelResult model, Layout layout) {
        List<String> lines = new ArrayList<>();
        for (SliceSearchTable one : of(model)) {
            lines.add("");
            lines.addAll(Paragraph.lines(one.sentence(), "", 2, layout.width()));
            one.table().ifPresent(table -> lines.addAll(table.lines(layout)));
        }
        return lines;
    }

    /** {@return what came out, and what that is worth} */
    String sentence() {
        int count = findings.significant();
        String found = count == 0
                ? String.format(Locale.ROOT, "None of %,d slices searched is", search.searched())
                : String.format(Locale.ROOT, "%,d of %,d slices searched %s", count, search.searched(), are(count));
        return String.format(
                Locale.ROOT,
                "%s significantly worse than %s by %s (Holm over all, one-sided alpha %s%s).%s",
                found,
                against,
                search.metric(),
                Digits.toCopy(search.alpha()),
                search.tooSmall() == 0
                        ? ""
                        : String.format(Locale.ROOT, "; %,d more have too few rows", search.tooSmall()),
                count == 0 ? "" : left(count) + " Confirm on other rows.");
    }

    private static String are(int count) {
        return count == 1 ? "is" : "are";
    }

    private String left(int count) {
        int shown = findings.worst().size();
        return shown < count ? String.format(Locale.ROOT, " The %,d largest drops:", shown) : "";
    }

    /** {@return the largest drops; empty where there is none} */
    Optional<TextTable> table() {
        List<WorseSlice> worst = findings.worst();
        if (worst.isEmpty()) {
            return Optional.empty();
        }
        Support.Unit unit = worst.get(0).support().unit();
        List<Column> columns = List.of(
                Column.ofSlices(
                        "worse slice",
                        worst.stream().map(SliceSearchTable::name).toList()),
                Column.right("rows"),
                Column.right(SliceTable.heading(unit)),
                Column.point(DisplayText.cut(DisplayText.escaped(search.metric()), MOST_HEADING)),
                Column.point(heading),
                Column.point("difference"),
                Column.left("simultaneous"),
                Column.left("p, Holm"));
        return Optional.of(
                new TextTable(columns, worst.stream().map(SliceSearchTable::row).toList()));
    }

    private static String name(WorseSlice slice) {
        return slice.column() + "=" + slice.value();
    }

    private static Row row(WorseSlice slice) {
        Digits digits = Digits.of(slice.difference(), Optional.of(slice.interval()))
                .telling(0, slice.interval().lower(), slice.interval().upper());
        return Row.of(
                Cell.of(name(slice)),
                Cell.of(String.format(Locale.ROOT, "%,d", slice.rows())),
                SliceTable.support(slice.support()),
                Cell.of(digits.plain(slice.metricValue())),
                Cell.of(digits.plain(slice.reference())),
                Cell.of(digits.signed(slice.difference())),
                Cell.of(digits.signed(slice.interval())),
                Cell.of(PValueText.of(slice.adjustedP())));
    }
}
