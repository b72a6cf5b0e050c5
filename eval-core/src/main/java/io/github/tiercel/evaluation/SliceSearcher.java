package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SliceSearch;
import io.github.tiercel.result.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Searches for slices on which a model is worse than on the rest of the rows, or than the baseline is there. */
final class SliceSearcher<P extends Predictions> {

    private final SmoothMetric<P> metric;
    private final Settings<P> settings;
    private final SampledRows rows;
    private final Divisions divisions;
    private final double alpha;
    private int searched;
    private int tooSmall;

    private SliceSearcher(SmoothMetric<P> metric, Settings<P> settings, SampledRows rows, EvaluationSet set) {
        this.metric = metric;
        this.settings = settings;
        this.rows = rows;
        this.divisions = Divisions.of(set, rows);
        // As gates, whose bounds are one-sided at this level.
        this.alpha = (1 - settings.level()) / 2;
    }

    /** The result with what a search finds, if one was asked for. */
    static <P extends Predictions> ModelResult searched(
            ModelResult result,
            Contender<P> model,
            Optional<Contender<P>> baseline,
            Settings<P> settings,
            SampledRows rows,
            EvaluationSet set) {
        Optional<SmoothMetric<P>> metric = settings.slices().searched();
        return metric.isEmpty()
                ? result
                : new SliceSearcher<>(metric.get(), settings, rows, set).of(result, model, baseline);
    }

    private ModelResult of(ModelResult result, Contender<P> model, Optional<Contender<P>> baseline) {
        if (!(model.value(metric) instanceof Value.Defined)) {
            return result.withNotices(List.of(notSearched(metric.name() + " is undefined: "
                    + model.value(metric).reason().orElseThrow().sentence())));
        }
        P all = model.predictions();
        Shortlist<P> rest = shortlist(new RestQuestion<>(metric, all, rows.design(), settings.level()), all);
        Optional<Shortlist<P>> other = baseline.filter(
                        known -> known.value(metric).isDefined())
                .map(known -> shortlist(
                        new BaselineQuestion<>(metric, all, known.predictions(), rows.design(), settings.level()),
                        all));
        divisions.forEachSlice(slice -> look(slice, all, rest, other));
        if (searched == 0) {
            return result.withNotices(List.of(notSearched("no slice has enough rows")));
        }
        return result.withSliceSearch(new SliceSearch(
                        metric.name(),
                        searched,
                        tooSmall,
                        alpha,
                        rest.findings(searched),
                        other.map(list -> list.findings(searched))))
                .withNotices(notices());
    }

    private Shortlist<P> shortlist(SliceQuestion<P> question, P all) {
        return new Shortlist<>(question, metric, all, alpha);
    }

    private void look(Slices.Slice slice, P all, Shortlist<P> rest, Optional<Shortlist<P>> other) {
        P part = metric.reads().cast(all.select(slice.places()));
        Support support = settings.kind().support(part);
        boolean isPart = slice.places().length < rows.size();
        if (!support.isEnough()
                || !isPart
                || part.weightedRows() < settings.slices().minRows()) {
            tooSmall += isPart ? 1 : 0;
            return;
        }
        searched++;
        rest.offer(slice, part, part.weightedRows(), support);
        other.ifPresent(list -> list.offer(slice, part, part.weightedRows(), support));
    }

    private static Notice notSearched(String why) {
        return new Notice("SLICES_NOT_SEARCHED", "Worse slices were not searched for: " + why + ".");
    }

    private List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        int left = divisions.pairs() - divisions.searchedPairs();
        if (left > 0) {
            notices.add(cut(left, divisions.pairs(), rows.size()));
        }
        return notices;
    }

    static Notice cut(int left, int pairs, int rows) {
        return new Notice(
                "SLICE_SEARCH_CUT",
                Notices.number(left) + " of " + Notices.number(pairs)
                        + " pairs of columns were not searched for worse slices, because all would take too long on "
                        + Notices.number(rows) + " rows. Slice by fewer columns, or search a sample.");
    }
}
