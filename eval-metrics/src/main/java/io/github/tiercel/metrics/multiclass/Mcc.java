package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.function.IntToDoubleFunction;

/**
 * Matthews correlation of several classes, in [-1, 1]: with c the share of right rows, t and p the shares of classes by
 * label and by decision, {@code (c - sum t p) / sqrt((1 - sum t²)(1 - sum p²))}. Undefined where labels or decisions
 * hold one class only.
 *
 * <p>Source: J. Gorodkin, Computational Biology and Chemistry 28 (2004), doi:10.1016/j.compbiolchem.2004.09.006.
 */
final class Mcc implements TableMetric {

    @Override
    public String name() {
        return "mcc";
    }

    @Override
    public Range range() {
        return Range.CORRELATION;
    }

    @Override
    public Value value(ConfusionTable table) {
        double labels = spread(table.size(), table::labelShare);
        double decisions = spread(table.size(), table::decisionShare);
        if (!(labels > 0 && decisions > 0)) {
            return Value.undefined(UndefinedReason.ONE_CLASS);
        }
        return Value.of(range().clamp(covariance(table) / Math.sqrt(labels) / Math.sqrt(decisions)));
    }

    @Override
    public CellGradient gradient(ConfusionTable table) {
        double value = value(table).orNaN();
        double labels = spread(table.size(), table::labelShare);
        double decisions = spread(table.size(), table::decisionShare);
        double root = Math.sqrt(labels) * Math.sqrt(decisions);
        double accuracy = table.accuracy();
        return (label, decision) -> {
            double right = label == decision ? 1 : 0;
            double covariance = right + accuracy - table.labelShare(decision) - table.decisionShare(label);
            double spreads = (1 - table.labelShare(label)) / labels + (1 - table.decisionShare(decision)) / decisions;
            return covariance / root - value * spreads;
        };
    }

    /**
     * {@code c - sum t p} as a sum over classes of {@code TP TN - FN FP}: no digit is lost where nearly all rows are in
     * one cell.
     */
    private static double covariance(ConfusionTable table) {
        int ofLabels = largest(table.size(), table::labelShare);
        int ofDecisions = largest(table.size(), table::decisionShare);
        double sum = 0;
        for (int c = 0; c < table.size(); c++) {
            // Only for a class with most of the rows does taking its share from 1 lose what is left.
            double others = c == ofLabels || c == ofDecisions
                    ? without(table, c)
                    : 1 - table.labelShare(c) - table.decisionShare(c) + table.share(c, c);
            sum += table.share(c, c) * others - missed(table, c) * wrong(table, c);
        }
        return sum;
    }

    private static int largest(int classes, IntToDoubleFunction share) {
        int largest = 0;
        for (int c = 1; c < classes; c++) {
            largest = share.applyAsDouble(c) > share.applyAsDouble(largest) ? c : largest;
        }
        return largest;
    }

    /** The share of rows neither of the class nor predicted to be. */
    private static double without(ConfusionTable table, int c) {
        double sum = 0;
        for (int label = 0; label < table.size(); label++) {
            for (int decision = 0; decision < table.size(); decision++) {
                sum += label == c || decision == c ? 0 : table.share(label, decision);
            }
        }
        return sum;
    }

    private static double missed(ConfusionTable table, int c) {
        return without(table.size(), c, decision -> table.share(c, decision));
    }

    private static double wrong(ConfusionTable table, int c) {
        return without(table.size(), c, label -> table.share(label, c));
    }

    private static double without(int classes, int c, IntToDoubleFunction share) {
        double sum = 0;
        for (int other = 0; other < classes; other++) {
            sum += other == c ? 0 : share.applyAsDouble(other);
        }
        return sum;
    }

    /**
     * {@code 1 - sum s²} as a sum of products of different classes: exactly 0 for one class, and no digit lost near it.
     */
    private static double spread(int classes, IntToDoubleFunction share) {
        double before = 0;
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += 2 * before * share.applyAsDouble(c);
            before += share.applyAsDouble(c);
        }
        return sum;
    }
}
