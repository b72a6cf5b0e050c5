package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;

/**
 * How two models decide on the rows of one label.
 *
 * @param rows the rows of the label
 * @param ours how many of them the candidate predicts positive
 * @param theirs how many the baseline does
 * @param both how many both do
 */
record Agreement(double rows, double ours, double theirs, double both) {

    static Agreement of(BinaryPredictions candidate, BinaryPredictions baseline, boolean label, double threshold) {
        double rows = 0;
        double ours = 0;
        double theirs = 0;
        double both = 0;
        for (int row = 0; row < candidate.rows(); row++) {
            if (candidate.label(row) == label && candidate.weight(row) > 0) {
                int one = candidate.score(row) >= threshold ? 1 : 0;
                int other = baseline.score(row) >= threshold ? 1 : 0;
                rows++;
                ours += one;
                theirs += other;
                both += one * other;
            }
        }
        return new Agreement(rows, ours, theirs, both);
    }

    Agreement times(double factor) {
        return new Agreement(factor * rows, factor * ours, factor * theirs, factor * both);
    }

    /** With Newcombe's correction for few rows; 0 where one of the models decides alike on all. */
    double correlation() {
        double together = both * (rows - ours - theirs + both) - (ours - both) * (theirs - both);
        double corrected = together > 0 ? Math.max(0, together - rows / 2) : together;
        double spread = Math.sqrt(ours * (rows - ours)) * Math.sqrt(theirs * (rows - theirs));
        return spread == 0 ? 0 : corrected / spread;
    }
}
