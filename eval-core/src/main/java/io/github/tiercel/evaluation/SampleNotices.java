package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.result.Notice;
import io.github.tiercel.sampling.GroupedOrder;
import io.github.tiercel.sampling.RowOrder;
import io.github.tiercel.sampling.Sample;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.sampling.StratifiedOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** What a reader should know of a sample, whatever model is evaluated on it. */
final class SampleNotices {

    /** Fewer units of a stratum tell little of the spread within it. */
    private static final int TINY_BELOW = 5;

    /** Below this many whole groups there is no interval; see the interval estimator. */
    private static final int FEWEST_GROUPS = 30;

    private static final int NAMED = 5;

    private final EvaluationSet set;
    private final Sample sample;
    private final List<Notice> notices = new ArrayList<>();

    private SampleNotices(EvaluationSet set, Sample sample) {
        this.set = set;
        this.sample = sample;
    }

    static List<Notice> of(EvaluationSet set, Sample sample) {
        SampleNotices found = new SampleNotices(set, sample);
        Strata strata = strata(set.order());
        found.tiny(strata);
        found.merged(strata);
        found.few();
        set.slices().forEach(found::missing);
        return List.copyOf(found.notices);
    }

    /** What to know where nothing is left out: that no sample could be as large as the one that was asked for. */
    static List<Notice> ofAll(EvaluationSet set, SampleRows wanted) {
        if (wanted instanceof SampleRows.Exactly exactly && exactly.rows() > set.rows()) {
            return List.of(new Notice(
                    "ALL_ROWS",
                    Notices.number(exactly.rows()) + " rows were asked for, but there "
                            + (set.rows() == 1 ? "is " : "are ") + Notices.number(set.rows())
                            + ". All rows are used; the fast and the full tier are then the same."));
        }
        return List.of();
    }

    private static Strata strata(RowOrder order) {
        return order instanceof GroupedOrder grouped ? grouped.groupStrata() : ((StratifiedOrder) order).strata();
    }

    /** A stratum taken whole adds no error of the sample, so it may be as small as it is. */
    private void tiny(Strata strata) {
        int[] sampled = sample.sampledSizes();
        int[] all = sample.stratumSizes();
        int[] tiny = IntStream.range(0, all.length)
                .filter(h -> sampled[h] < TINY_BELOW && sampled[h] < all[h])
                .toArray();
        if (tiny.length > 0) {
            long standFor = IntStream.of(tiny).mapToLong(h -> all[h]).sum();
            notices.add(new Notice(
                    "TINY_STRATA",
                    Notices.number(tiny.length) + " of " + Notices.number(all.length)
                            + (tiny.length == 1 ? " strata has" : " strata have") + " fewer than " + TINY_BELOW + " "
                            + units() + " in the sample and stand" + (tiny.length == 1 ? "s" : "") + " for "
                            + Notices.number(standFor) + ": "
                            + listed(IntStream.of(tiny).mapToObj(strata::name).toList())
                            + ". The errors within them are rough. Evaluate more rows to know them better."));
        }
    }

    private void merged(Strata strata) {
        if (!strata.merges().isEmpty()) {
            int members = strata.merges().stream()
                    .mapToInt(merge -> merge.members().size())
                    .sum();
            notices.add(new Notice(
                    "MERGED_STRATA",
                    "There are more classes or slices than the 256 strata a sample can have, so the "
                            + Notices.number(members) + " rarest share "
                            + Notices.number(strata.merges().size())
                            + (strata.merges().size() == 1 ? " stratum" : " strata")
                            + " and some of them may be missing from the sample."));
        }
    }

    private void few() {
        boolean areGroups = set.isClustered() || set.task() == Task.RANKING;
        if (areGroups && sample.groups() < FEWEST_GROUPS) {
            notices.add(new Notice(
                    "FEW_GROUPS",
                    "Only " + Notices.number(sample.groups()) + " " + units() + " are in the sample; below "
                            + FEWEST_GROUPS + " no interval is given. Evaluate more rows to get one."));
        }
    }

    private void missing(TextColumn column) {
        int values = column.dictionary().size();
        BitSet drawn = new BitSet(values + 1);
        for (int i = 0; i < sample.size(); i++) {
            drawn.set(Slices.slot(column, sample.row(i), values));
        }
        BitSet missing = new BitSet(values + 1);
        for (int row = 0; row < column.rows(); row++) {
            missing.set(Slices.slot(column, row, values));
        }
        missing.andNot(drawn);
        if (!missing.isEmpty()) {
            List<String> names =
                    missing.stream().mapToObj(slot -> Slices.name(column, slot)).toList();
            notices.add(new Notice(
                    "SLICES_NOT_DRAWN",
                    Notices.number(names.size()) + (names.size() == 1 ? " value" : " values") + " of \""
                            + column.name() + "\" " + (names.size() == 1 ? "has" : "have")
                            + " no row in the sample and no slice here: " + listed(names)
                            + ". Evaluate more rows to see them."));
        }
    }

    private String units() {
        return set.task() == Task.RANKING ? "queries" : set.isClustered() ? "clusters" : "rows";
    }

    private static String listed(List<String> names) {
        List<String> quoted =
                names.stream().limit(NAMED).map(name -> "\"" + name + "\"").toList();
        return String.join(", ", quoted)
                + (names.size() > NAMED ? " and " + Notices.number(names.size() - NAMED) + " others" : "");
    }
}
