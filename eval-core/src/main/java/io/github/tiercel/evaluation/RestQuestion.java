package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.compare.RestComparison;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.Linearisation;
import io.github.tiercel.metrics.interval.Quantiles;
import java.util.BitSet;

/** Is a model worse on a slice than on the rest of the rows? */
final class RestQuestion<P extends Predictions> implements SliceQuestion<P> {

    private final SmoothMetric<P> metric;
    private final P all;
    private final Design design;
    private final double level;
    private final double value;
    private final double weight;
    /** The variance that one of the units behind the value has. */
    private final double spread;

    RestQuestion(SmoothMetric<P> metric, P all, Design rows, double level) {
        this.metric = metric;
        this.all = all;
        this.design = rows.withUnitsOf(all);
        this.level = level;
        this.value = metric.value(all).requireFor(metric);
        this.weight = weight(all);
        this.spread = Linearisation.variance(design, all, metric.influence(all)).value()
                * Linearisation.unitsBehind(design, metric, all);
    }

    private static double weight(Predictions predictions) {
        double sum = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            sum += predictions.weight(row);
        }
        return sum;
    }

    /** Held against all rows, which takes no look at the others; a mean differs from it by its share of the rest. */
    @Override
    public double screening(P part, int[] places) {
        if (!(metric.value(part) instanceof Value.Defined here)) {
            return 1;
        }
        double drop = -metric.direction().gain(here.number() - value);
        Design units = design.select(places);
        double own = Linearisation.variance(units, part, metric.influence(part)).value();
        double variance = Math.max(own, spread / Linearisation.unitsBehind(units, metric, part));
        double error = Math.sqrt(variance * (1 - weight(part) / weight));
        return drop > 0 && error > 0 ? Quantiles.normalProbability(-drop / error) : 1;
    }

    @Override
    public Difference difference(BitSet part, double wide) {
        return RestComparison.of(design, wide).difference(metric, all, part);
    }

    @Override
    public boolean isWorseWithin(BitSet part, BitSet whole, double alpha) {
        int[] places = whole.stream().toArray();
        BitSet within = new BitSet(places.length);
        for (int i = 0; i < places.length; i++) {
            within.set(i, part.get(places[i]));
        }
        P some = metric.reads().cast(all.select(places));
        Difference difference = RestComparison.of(design.select(places), level).difference(metric, some, within);
        return SliceQuestion.oneSided(difference) <= alpha;
    }
}
