package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * Cohen's kappa, in [-1, 1]: {@code 1 - O / E}, O being the observed and E the disagreement expected from the margins,
 * with each disagreement counted by the weights. Undefined where labels and decisions are one and the same class.
 *
 * <p>Source: J. Cohen, Psychological Bulletin 70 (1968), doi:10.1037/h0026256.
 *
 * @param weights what a disagreement counts
 */
record CohenKappa(KappaWeights weights) implements TableMetric {

    @Override
    public String name() {
        return weights.metric();
    }

    @Override
    public Range range() {
        return Range.CORRELATION;
    }

    @Override
    public Value value(ConfusionTable table) {
        double expected = expected(table);
        return expected > 0
                ? Value.of(range().clamp(1 - observed(table) / expected))
                : Value.undefined(UndefinedReason.CHANCE_AGREEMENT_IS_COMPLETE);
    }

    @Override
    public CellGradient gradient(ConfusionTable table) {
        double observed = observed(table);
        double expected = expected(table);
        double[] ofLabel = new double[table.size()];
        double[] ofDecision = new double[table.size()];
        for (int c = 0; c < table.size(); c++) {
            ofLabel[c] = expectedForLabel(table, c);
            ofDecision[c] = expectedForDecision(table, c);
        }
        double ratio = observed / expected;
        return (label, decision) ->
                (ratio * (ofLabel[label] + ofDecision[decision]) - weights.between(label, decision) - observed)
                        / expected;
    }

    private double observed(ConfusionTable table) {
        double sum = 0;
        for (int label = 0; label < table.size(); label++) {
            for (int decision = 0; decision < table.size(); decision++) {
                sum += weights.between(label, decision) * table.share(label, decision);
            }
        }
        return sum;
    }

    private double expected(ConfusionTable table) {
        double sum = 0;
        for (int label = 0; label < table.size(); label++) {
            sum += table.labelShare(label) * expectedForLabel(table, label);
        }
        return sum;
    }

    private double expectedForLabel(ConfusionTable table, int label) {
        double sum = 0;
        for (int decision = 0; decision < table.size(); decision++) {
            sum += weights.between(label, decision) * table.decisionShare(decision);
        }
        return sum;
    }

    private double expectedForDecision(ConfusionTable table, int decision) {
        double sum = 0;
        for (int label = 0; label < table.size(); label++) {
            sum += weights.between(label, decision) * table.labelShare(label);
        }
        return sum;
    }
}
