package io.github.tiercel.metrics.regression;

/** Centred ranks of labels (a) and predictions (b), their correlation, and its derivative by each row's weight. */
final class CentredRanks {

    private final RankedRows rows;
    private final double[] a;
    private final double[] b;
    private final double covariance;
    private final double aVariance;
    private final double bVariance;

    private CentredRanks(RankedRows rows) {
        this.rows = rows;
        this.a = rows.labels().belowMinusAbove(rows.weights());
        this.b = rows.predicted().belowMinusAbove(rows.weights());
        this.covariance = rows.sum(a, b);
        this.aVariance = rows.sum(a, a);
        this.bVariance = rows.sum(b, b);
    }

    static CentredRanks of(RankedRows rows) {
        return new CentredRanks(rows);
    }

    double correlation() {
        return covariance / root();
    }

    double[] influence() {
        // sum_i w_i x_i sign(y_i - y_m), what row m adds to the ranks of others, is minus "below minus above" of w x.
        double[] bByLabel = rows.labels().belowMinusAbove(weighted(b));
        double[] aByLabel = rows.labels().belowMinusAbove(weighted(a));
        double[] aByPrediction = rows.predicted().belowMinusAbove(weighted(a));
        double[] bByPrediction = rows.predicted().belowMinusAbove(weighted(b));
        double[] influence = new double[a.length];
        for (int i = 0; i < influence.length; i++) {
            double joint = a[i] * b[i] - bByLabel[i] - aByPrediction[i];
            double ofA = a[i] * a[i] - 2 * aByLabel[i];
            double ofB = b[i] * b[i] - 2 * bByPrediction[i];
            double margins = ofA / aVariance + ofB / bVariance;
            influence[i] = rows.total() * (joint / root() - correlation() / 2 * margins);
        }
        return influence;
    }

    private double root() {
        return Math.sqrt(aVariance) * Math.sqrt(bVariance);
    }

    private double[] weighted(double[] values) {
        double[] weighted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            weighted[i] = rows.weights()[i] * values[i];
        }
        return weighted;
    }
}
