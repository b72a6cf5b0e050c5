package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.PairedComparison;
import io.github.tiercel.metrics.interval.ErrorPlan;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import io.github.tiercel.result.PlannedMetric;
import io.github.tiercel.result.PlannedWidth;
import io.github.tiercel.result.SamplePlan;
import io.github.tiercel.sampling.RowOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Plans from the models on the rows of a sample how many rows of its order a wanted half-width takes. */
final class Planning<P extends Predictions> {

    private static final int FIRST = 1024;

    private final RowOrder order;
    private final Settings<P> settings;
    private final SampledRows rows;
    private final double halfWidth;
    private final int[] sizes;

    Planning(RowOrder order, Settings<P> settings, SampledRows rows, double halfWidth) {
        this.order = order;
        this.settings = settings;
        this.rows = rows;
        this.halfWidth = halfWidth;
        this.sizes = sizes(order, rows.size());
    }

    /** Doubling sizes, with that of the pilot and all rows among them. */
    private static int[] sizes(RowOrder order, int pilot) {
        IntStream doubling = IntStream.iterate(FIRST, size -> size > 0 && size < order.size(), size -> size * 2)
                .filter(size -> size >= order.smallestSample());
        return IntStream.concat(doubling, IntStream.of(pilot, order.size()))
                .sorted()
                .distinct()
                .toArray();
    }

    SamplePlan of(ValuedModels<P> models) {
        List<PlannedMetric> planned = new ArrayList<>();
        for (Contender<P> model : models.contenders()) {
            settings.metrics().forEach(metric -> planned.add(metric(model, metric)));
            models.baseline().ifPresent(baseline -> settings.metrics()
                    .forEach(metric -> difference(model, baseline, metric).ifPresent(planned::add)));
        }
        return new SamplePlan(halfWidth, rows.size(), order.size(), planned);
    }

    private PlannedMetric metric(Contender<P> model, Metric<P> metric) {
        Value value = model.value(metric);
        if (!value.isDefined()) {
            return without(model, metric, OptionalInt.empty(), "undefined");
        }
        if (!(metric instanceof SmoothMetric)) {
            return without(model, metric, OptionalInt.empty(), "no interval in a sample");
        }
        return IntervalEstimator.of(rows.design(), settings.level())
                .plan(metric, model.predictions(), value)
                .map(plan -> planned(model, metric, false, plan))
                .orElseGet(() -> without(
                        model,
                        metric,
                        OptionalInt.of(order.size()),
                        "no interval from " + Notices.number(rows.size()) + " rows"));
    }

    private PlannedMetric without(Contender<P> model, Metric<P> metric, OptionalInt needed, String reason) {
        return new PlannedMetric(model.model(), metric.name(), false, needed, List.of(), Optional.of(reason));
    }

    private Optional<PlannedMetric> difference(Contender<P> model, Contender<P> baseline, Metric<P> metric) {
        return PairedComparison.of(rows.design(), settings.level())
                .plan(metric, model.predictions(), model.value(metric), baseline.predictions(), baseline.value(metric))
                .map(plan -> planned(model, metric, true, plan));
    }

    private PlannedMetric planned(Contender<P> model, Metric<P> metric, boolean ofDifference, ErrorPlan plan) {
        List<PlannedWidth> widths =
                IntStream.of(sizes).mapToObj(size -> width(plan, size)).toList();
        return new PlannedMetric(
                model.model(), metric.name(), ofDifference, OptionalInt.of(needed(plan)), widths, Optional.empty());
    }

    private PlannedWidth width(ErrorPlan plan, int size) {
        int[] sampled = order.sampledSizes(size);
        return new PlannedWidth(size, plan.fullSetHalfWidth(sampled), plan.populationHalfWidth(sampled));
    }

    /** Half-widths fall as a sample grows, to 0 for all rows, so halving finds the first that will do. */
    private int needed(ErrorPlan plan) {
        int low = order.smallestSample();
        int high = order.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (plan.fullSetHalfWidth(order.sampledSizes(middle)) <= halfWidth) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }
}
