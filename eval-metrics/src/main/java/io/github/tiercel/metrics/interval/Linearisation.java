package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Predictions;

/**
 * Variances from influence values under a design, for whoever combines influence values of his own: of two models, of
 * two epochs.
 *
 * @since 0.1
 */
public final class Linearisation {

    private Linearisation() {}

    /**
     * The variance of an estimate as one of the world that the rows came from. The rows of a query are a cluster. For
     * independent rows it is {@code n/(n-1) sum (w_i IF_i / W)²}; for clusters the sums are taken within clusters
     * first; for a stratified sample the error of the sample and that of the whole set are added.
     *
     * @param design how the rows came to be
     * @param predictions whose weights count
     * @param influence one influence value a row
     * @return the variance with its degrees of freedom; NaN where no error can be estimated: fewer than two units, or a
     *     sample of fewer than 30 clusters
     */
    public static Variance variance(Design design, Predictions predictions, double[] influence) {
        Contributions contributions = Contributions.of(design, predictions, influence);
        return contributions.hasError() ? contributions.population() : new Variance(Double.NaN, Double.NaN);
    }

    /**
     * Efron's acceleration, which the BCa bootstrap needs: {@code sum u³ / (6 (sum u²)^1.5)} over units.
     *
     * <p>Source: B. Efron, JASA 82 (1987), doi:10.1080/01621459.1987.10478410.
     *
     * @param design how the rows came to be
     * @param predictions whose weights count
     * @param influence one influence value a row
     * @return the acceleration; 0 if there is no spread
     */
    public static double acceleration(Design design, Predictions predictions, double[] influence) {
        return Contributions.of(design, predictions, influence).acceleration();
    }
}
