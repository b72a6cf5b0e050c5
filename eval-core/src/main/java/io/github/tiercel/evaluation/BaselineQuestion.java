package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.compare.PairedComparison;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.Quantiles;
import java.util.BitSet;

/** Is a model worse than the baseline on a slice? */
final class BaselineQuestion<P extends Predictions> implements SliceQuestion<P> {

    private final SmoothMetric<P> metric;
    private final P candidate;
    private final P baseline;
    private final Design design;
    private final double level;

    BaselineQuestion(SmoothMetric<P> metric, P candidate, P baseline, Design design, double level) {
        this.metric = metric;
        this.candidate = candidate;
        this.baseline = baseline;
        this.design = design;
        this.level = level;
    }

    @Override
    public double screening(P part, int[] places) {
        return SliceQuestion.oneSided(difference(part, places, level));
    }

    @Override
    public Difference difference(BitSet part, double wide) {
        int[] places = part.stream().toArray();
        return difference(metric.reads().cast(candidate.select(places)), places, wide);
    }

    private Difference difference(P part, int[] places, double at) {
        P other = metric.reads().cast(baseline.select(places));
        return PairedComparison.of(design.select(places), at).difference(metric, part, other);
    }

    /** The two parts share no row, so their errors add. */
    @Override
    public boolean isWorseWithin(BitSet part, BitSet whole, double alpha) {
        BitSet left = (BitSet) whole.clone();
        left.andNot(part);
        Difference here = difference(part, level);
        Difference there = difference(left, level);
        double drop =
                -metric.direction().gain(here.value().orNaN() - there.value().orNaN());
        double error = Math.hypot(
                here.standardError().orElse(Double.NaN), there.standardError().orElse(Double.NaN));
        // Where the rest of the larger slice says nothing, the smaller one is all that was found.
        return Double.isNaN(drop / error) || Quantiles.normalProbability(-drop / error) <= alpha;
    }
}
