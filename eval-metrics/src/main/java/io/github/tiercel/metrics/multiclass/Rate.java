package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.UndefinedReason;

/** A rate of one class against the rest: {@code hits TP / (labels (TP + FN) + decisions (TP + FP))}. */
enum Rate {
    PRECISION("precision", 1, 0, 1),
    RECALL("recall", 1, 1, 0),
    F1("f1", 2, 1, 1);

    private final String spelling;
    private final int hits;
    private final int labels;
    private final int decisions;

    Rate(String spelling, int hits, int labels, int decisions) {
        this.spelling = spelling;
        this.hits = hits;
        this.labels = labels;
        this.decisions = decisions;
    }

    String spelling() {
        return spelling;
    }

    boolean exists(ConfusionTable table, int c) {
        return denominator(table, c) > 0;
    }

    UndefinedReason absence() {
        return this == PRECISION ? UndefinedReason.UNPREDICTED_CLASS : UndefinedReason.ABSENT_CLASS;
    }

    double value(ConfusionTable table, int c) {
        return Math.min(1, hits * table.share(c, c) / denominator(table, c));
    }

    /** The derivative of the rate of class c by the share in a cell. */
    double slope(ConfusionTable table, int c, int label, int decision) {
        int ofLabel = label == c ? 1 : 0;
        int ofDecision = decision == c ? 1 : 0;
        double divisor = labels * ofLabel + decisions * ofDecision;
        return (hits * ofLabel * ofDecision - value(table, c) * divisor) / denominator(table, c);
    }

    private double denominator(ConfusionTable table, int c) {
        return labels * table.labelShare(c) + decisions * table.decisionShare(c);
    }
}
