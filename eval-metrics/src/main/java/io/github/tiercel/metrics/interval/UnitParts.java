package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.Predictions;
import java.util.Optional;

/**
 * What each unit of a design contributes to an estimate: the sum over its rows of {@code w_i IF_i / W}, or of the same
 * from the terms of a mean. 8 bytes a row, 12 a cluster.
 */
final class UnitParts {

    private final Design design;
    private final RowParts rows;
    private final Optional<ClusterSums> clusters;

    private UnitParts(Design design, RowParts rows) {
        this.design = design;
        this.rows = rows;
        this.clusters = design.isClustered() ? Optional.of(ClusterSums.of(design, rows)) : Optional.empty();
    }

    /** {@code w_i IF_i / W}; the rows of positive weight count. */
    static UnitParts of(Design design, Predictions predictions, double[] influence) {
        if (predictions.rows() != design.rows() || influence.length != design.rows()) {
            throw new IllegalArgumentException("the design has " + design.rows() + " rows but predictions have "
                    + predictions.rows() + " and influence values " + influence.length);
        }
        RowParts rows = RowParts.of(influence.length, predictions::weight, row -> influence[row], 0);
        return new UnitParts(QueryClusters.of(design, predictions), rows);
    }

    /** {@code w_i (v_i - mean) / sum w}, w being weights in the mean; the rows that the mean is of count. */
    static UnitParts ofMean(Design design, MeanTerms terms, double mean) {
        return new UnitParts(design, RowParts.of(terms.rows(), terms::weight, terms::value, mean));
    }

    /** With the queries of a ranking as its units. */
    Design design() {
        return design;
    }

    double of(int unit) {
        return clusters.isPresent() ? clusters.get().sum(unit) : rows.of(unit);
    }

    /** A row of the unit that counts, which tells the unit's stratum; -1 if it has none. */
    int row(int unit) {
        return clusters.isPresent() ? clusters.get().row(unit) : rows.counts(unit) ? unit : -1;
    }

    boolean isPresent(int unit) {
        return row(unit) >= 0;
    }

    /** The units that count. */
    int count() {
        int count = 0;
        for (int unit = 0; unit < design.units(); unit++) {
            count += isPresent(unit) ? 1 : 0;
        }
        return count;
    }

    /** The effective number of units, by the weights that rows have beside those of the sample itself. */
    double effective() {
        return rows.effective(design);
    }
}
