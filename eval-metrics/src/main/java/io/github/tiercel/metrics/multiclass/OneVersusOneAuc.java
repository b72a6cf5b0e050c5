package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.Value;
import java.util.function.Supplier;

/**
 * The mean over pairs of classes of {@code (A(j|k) + A(k|j)) / 2}, A(j|k) being the ROC-AUC of class j against class k
 * among the rows of these two, by the score of j; ties count one half. {@code roc_auc_score(multi_class="ovo")} in
 * scikit-learn, which takes no row weights there. Each row is sorted twice for each other class.
 *
 * <p>Source: D. J. Hand, R. J. Till, Machine Learning 45 (2001), doi:10.1023/A:1010920819831.
 *
 * @param weighted whether a pair counts by the weight of its rows or all count alike
 */
record OneVersusOneAuc(boolean weighted) implements ClassPairMetric {

    @Override
    public Class<MulticlassPredictions> reads() {
        return MulticlassPredictions.class;
    }

    @Override
    public String name() {
        return weighted ? "roc_auc_ovo_weighted" : "roc_auc_ovo";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public Value value(MulticlassPredictions predictions) {
        return value(predictions, ClassShares.of(predictions));
    }

    private Value value(MulticlassPredictions predictions, ClassShares shares) {
        return value(shares, () -> pairs(predictions));
    }

    @Override
    public Value mean(double[][] pairs, double[] weights) {
        return value(ClassShares.ofWeights(weights), () -> pairs);
    }

    private Value value(ClassShares shares, Supplier<double[][]> pairs) {
        return shares.withoutAll().map(Value::undefined).orElseGet(() -> Value.of(mean(shares, pairs.get())));
    }

    private static double[][] pairs(MulticlassPredictions predictions) {
        int[][] rows = ClassPair.rowsByClass(predictions);
        double[][] pairs = new double[rows.length][rows.length];
        for (int j = 0; j < rows.length; j++) {
            for (int k = j + 1; k < rows.length; k++) {
                pairs[j][k] = new ClassPair(predictions, rows, j, k).auc();
            }
        }
        return pairs;
    }

    private double mean(ClassShares shares, double[][] pairs) {
        double sum = 0;
        for (int j = 0; j < shares.size(); j++) {
            for (int k = j + 1; k < shares.size(); k++) {
                sum += factor(shares, j, k) * pairs[j][k];
            }
        }
        return range().clamp(sum);
    }

    @Override
    public double[] influence(MulticlassPredictions predictions) {
        ClassShares shares = ClassShares.of(predictions);
        double value = value(predictions, shares).requireFor(this);
        int[][] rows = ClassPair.rowsByClass(predictions);
        double[] influence = new double[predictions.rows()];
        for (int j = 0; j < shares.size(); j++) {
            for (int k = j + 1; k < shares.size(); k++) {
                ClassPair pair = new ClassPair(predictions, rows, j, k);
                pair.addInfluence(reach(shares, j, k), ofShare(pair, shares, value), influence);
            }
        }
        return influence;
    }

    @Override
    public boolean restsOn(String className) {
        return !weighted;
    }

    /** The factor of the pair over the share of all weight that its rows have: theirs is not the whole weight. */
    private double reach(ClassShares shares, int j, int k) {
        return weighted ? 1.0 / (shares.size() - 1) : factor(shares, j, k) / (shares.share(j) + shares.share(k));
    }

    /** More weight on a row raises the part of each pair that its class is in; there are classes - 1 of these. */
    private double ofShare(ClassPair pair, ClassShares shares, double value) {
        return weighted ? (pair.auc() - value) / (shares.size() - 1) : 0;
    }

    private double factor(ClassShares shares, int j, int k) {
        double others = shares.size() - 1;
        return weighted ? (shares.share(j) + shares.share(k)) / others : 2 / (shares.size() * others);
    }
}
