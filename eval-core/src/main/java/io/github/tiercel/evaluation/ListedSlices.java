package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.SmallSlices;
import io.github.tiercel.result.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a model's metrics on each slice that has enough rows to be listed, and counts the others. */
final class ListedSlices<P extends Predictions> {

    private final SampledRows rows;
    private final Settings<P> settings;
    private final Contender<P> model;
    private final Optional<Contender<P>> baseline;
    private final List<SliceResult> results = new ArrayList<>();
    private final List<SmallSlices> small = new ArrayList<>();

    private ListedSlices(SampledRows rows, Settings<P> settings, Contender<P> model, Optional<Contender<P>> baseline) {
        this.rows = rows;
        this.settings = settings;
        this.model = model;
        this.baseline = baseline;
    }

    static <P extends Predictions> ListedSlices<P> of(
            SampledRows rows,
            Settings<P> settings,
            Contender<P> model,
            Optional<Contender<P>> baseline,
            EvaluationSet set) {
        ListedSlices<P> listed = new ListedSlices<>(rows, settings, model, baseline);
        Optional<String> folds = set.folds().map(TextColumn::name);
        set.slices().forEach(column -> listed.add(column, folds.equals(Optional.of(column.name()))));
        return listed;
    }

    List<SliceResult> results() {
        return results;
    }

    List<SmallSlices> small() {
        return small;
    }

    List<Notice> notices() {
        return small.stream().map(ListedSlices::notice).toList();
    }

    private void add(TextColumn column, boolean areFolds) {
        int left = 0;
        int rowsLeft = 0;
        List<Slices.Slice> slices = Slices.of(column, rows);
        for (Slices.Slice slice : slices) {
            boolean isLargest = slice == slices.get(0);
            boolean listed = areFolds || (isLargest && settings.slices().listsLargest(column.name()));
            P part = settings.kind().reads().cast(model.predictions().select(slice.places()));
            Support support = settings.kind().support(part);
            if (listed || settings.slices().lists(slice, part.weightedRows(), support)) {
                results.add(result(slice, part, support));
            } else {
                left++;
                rowsLeft += part.weightedRows();
            }
        }
        if (left > 0) {
            small.add(new SmallSlices(
                    column.name(),
                    left,
                    slices.size(),
                    rowsLeft,
                    settings.slices().minRows()));
        }
    }

    private static Notice notice(SmallSlices small) {
        return new Notice(
                "SMALL_SLICES",
                Notices.number(small.slices()) + " of " + Notices.number(small.of()) + " slices by \"" + small.column()
                        + "\", of " + Notices.number(small.rows()) + (small.rows() == 1 ? " row" : " rows")
                        + " in all, " + (small.slices() == 1 ? "has" : "have") + " fewer than "
                        + Notices.number(small.fewest()) + " rows and " + (small.slices() == 1 ? "is" : "are")
                        + " left out.");
    }

    private SliceResult result(Slices.Slice slice, P predictions, Support support) {
        Estimates<P> ofSlice = new Estimates<>(settings, rows.design().select(slice.places()));
        Contender<P> part = model.on(predictions, settings);
        Map<String, Difference> comparison = baseline.map(
                        other -> ofSlice.differences(part, other.select(slice.places(), settings)))
                .orElse(Map.of());
        return new SliceResult(
                slice.column(), slice.value(), predictions.weightedRows(), support, ofSlice.of(part), comparison);
    }
}
