package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.StepBlock;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import io.github.tiercel.metrics.binary.StepSum;
import io.github.tiercel.metrics.interval.Quantiles;
import java.util.function.IntUnaryOperator;

/**
 * A mean over rows, of which a replicate knows how often the rows of a cell count, but not each of them: a cell is a
 * step of recall with the negative rows above it, or a few steps where there are thousands, and the rows below the last
 * step.
 *
 * <p>A replicate of the mean is {@code (sum over cells and labels of weight times mean + noise) / realised weight}, the
 * noise being one normal draw with the variance that the rows have within cells. Values of one cell and label lie close
 * together, so little is left to it. The weight that divides is random under Poisson weights: dividing by the number of
 * rows would overstate the spread, by a third where the mean is large against it.
 *
 * <p>One pass over the groups to make it; 16 bytes a cell, of which there are at most some thousands, or one in 256
 * steps.
 */
final class MeanCells implements StepFunction {

    private static final int ENOUGH = 2048;
    private static final int MOST_STEPS = 256;
    private static final double EDGE = 0x1p-53;

    private final RowMeanMetric metric;
    private final int steps;
    private final int stepsPerCell;
    private final double[] ofPositives;
    private final double[] ofNegatives;
    private final double varianceWithin;

    private MeanCells(
            RowMeanMetric metric,
            int steps,
            int stepsPerCell,
            double[] ofPositives,
            double[] ofNegatives,
            double varianceWithin) {
        this.metric = metric;
        this.steps = steps;
        this.stepsPerCell = stepsPerCell;
        this.ofPositives = ofPositives;
        this.ofNegatives = ofNegatives;
        this.varianceWithin = varianceWithin;
    }

    /**
     * The cells of some steps.
     *
     * @param groups all score groups
     * @param steps how many steps they are parted into
     * @param lastGroup the last group of each step
     */
    static MeanCells of(RowMeanMetric metric, ScoreGroups groups, int steps, IntUnaryOperator lastGroup) {
        int stepsPerCell = Math.max(1, Math.min(MOST_STEPS, (steps + ENOUGH - 1) / ENOUGH));
        int cells = (steps + stepsPerCell - 1) / stepsPerCell + 1;
        double[] ofPositives = new double[cells];
        double[] ofNegatives = new double[cells];
        double varianceWithin = 0;
        int from = 0;
        for (int cell = 0; cell < cells; cell++) {
            int lastStep = Math.min(steps, (cell + 1) * stepsPerCell) - 1;
            int to = cell + 1 == cells ? groups.size() : lastGroup.applyAsInt(lastStep) + 1;
            Spread positives = Spread.of(metric, groups, from, to, true);
            Spread negatives = Spread.of(metric, groups, from, to, false);
            ofPositives[cell] = positives.mean;
            ofNegatives[cell] = negatives.mean;
            varianceWithin += positives.squares + negatives.squares;
            from = to;
        }
        return new MeanCells(metric, steps, stepsPerCell, ofPositives, ofNegatives, varianceWithin);
    }

    @Override
    public StepSum sum(double positives, double negatives, long key) {
        return new Sum(positives, negatives, key);
    }

    /** Mean and sum of squares around it, updated value by value. */
    private static final class Spread {

        private double weight;
        private double mean;
        private double squares;

        /** Of the rows of one label in some groups. */
        static Spread of(RowMeanMetric metric, ScoreGroups groups, int from, int to, boolean label) {
            Spread spread = new Spread();
            for (int g = from; g < to; g++) {
                double rows = label ? groups.positive(g) : groups.negative(g);
                // A label that no row of the score has may be one that the metric has no number for.
                if (rows > 0) {
                    double score = groups.score(g);
                    spread.add(
                            rows,
                            metric.rowValue(label, metric.needsProbabilities() ? Range.UNIT.clamp(score) : score));
                }
            }
            return spread;
        }

        private void add(double times, double value) {
            weight += times;
            double before = value - mean;
            mean += before * (times / weight);
            squares += times * before * (value - mean);
        }
    }

    private final class Sum implements StepSum {

        private final double positives;
        private final double negatives;
        private final long key;
        private int seen;
        private int cell;
        private double positivesBefore;
        private double negativesBefore;
        private double sum;

        Sum(double positives, double negatives, long key) {
            this.positives = positives;
            this.negatives = negatives;
            this.key = key;
        }

        @Override
        public void add(StepBlock block) {
            int last = (cell + 1) * stepsPerCell - 1 - seen;
            for (; last < block.size(); last += stepsPerCell) {
                close(block.truePositives(last), block.falsePositives(last));
            }
            seen += block.size();
            if (seen == steps && cell * stepsPerCell < steps) {
                close(positives, block.falsePositives(block.size() - 1));
            }
        }

        private void close(double positivesThrough, double negativesThrough) {
            sum += (positivesThrough - positivesBefore) * ofPositives[cell]
                    + (negativesThrough - negativesBefore) * ofNegatives[cell];
            positivesBefore = positivesThrough;
            negativesBefore = negativesThrough;
            cell++;
        }

        @Override
        public Value value() {
            double weight = positives + negatives;
            if (!(weight > 0)) {
                return Value.undefined(UndefinedReason.EMPTY);
            }
            // By name, so that it does not matter what else is asked for; kept off 0 and 1, where quantiles end.
            double draw = KeyedHash.unit(KeyedHash.hash(metric.name().hashCode(), key));
            double noise = Quantiles.normal(Math.min(Math.max(draw, EDGE), 1 - EDGE)) * Math.sqrt(varianceWithin);
            double below = (negatives - negativesBefore) * ofNegatives[cell];
            return Value.of(metric.range().clamp((sum + below + noise) / weight));
        }
    }
}
