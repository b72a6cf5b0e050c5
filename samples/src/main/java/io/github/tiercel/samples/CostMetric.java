package io.github.tiercel.samples;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.binary.RowMeanMetric;

/**
 * What decisions cost per row: a false alarm costs 1, a missed positive row as much as is stated. A row is taken for
 * positive where that is cheaper to expect, at a probability of {@code 1 / (1 + missCost)} or more. Lower is better.
 *
 * <p>A mean over rows: by saying so, it gets its intervals, its paired comparison and its share in gates from Tiercel.
 * Undefined without rows, and where scores are not probabilities.
 *
 * @param missCost what a missed positive row costs in false alarms, above 0
 */
record CostMetric(double missCost) implements RowMeanMetric {

    CostMetric {
        if (!(missCost > 0 && missCost < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("missCost must be a finite number above 0, got " + missCost);
        }
    }

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public Range range() {
        return new Range(0, Math.max(1, missCost));
    }

    /** The decision reads the score as a probability; on any other scale it would mean nothing. */
    @Override
    public boolean needsProbabilities() {
        return true;
    }

    @Override
    public double rowValue(boolean label, double score) {
        boolean alarm = score >= 1 / (1 + missCost);
        if (label) {
            return alarm ? 0 : missCost;
        }
        return alarm ? 1 : 0;
    }
}
