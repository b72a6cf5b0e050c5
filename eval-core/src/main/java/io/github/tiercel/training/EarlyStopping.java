package io.github.tiercel.training;

/**
 * When to stop training: once a metric has not improved for some evaluations, and a gain has not been overlooked for
 * want of rows.
 *
 * <p>Each epoch is compared with the last one that improved, on the same rows, so that what both find easy or hard
 * cancels ({@link io.github.tiercel.metrics.compare.PairedComparison}). With gain d, standard error se and t quantiles:
 *
 * <ul>
 *   <li>{@code IMPROVED} if {@code d - t(1 - alpha_k) se > minDelta}. The epoch is the new reference.
 *   <li>{@code NOT_IMPROVED} if {@code d + t(1 - alpha) se <= minDelta}.
 *   <li>{@code UNDECIDED} else.
 * </ul>
 *
 * <p>Every epoch is another chance to be fooled, so alpha is spent over them: alpha/K each if the number of epochs is
 * known ({@link EpochEvaluator.Builder#epochBudget}), else {@code 6 alpha / (pi² k²)} for the k-th. K counts the epochs
 * that are tested: all but the first, or but the warm-up. An epoch beyond those announced is not tested, and UNDECIDED:
 * nothing is left to spend. The probability that a run whose model stays as good as it is sees one improvement or more
 * is at most alpha, for the errors of this set of rows; nothing is said of a model that is fitted to it.
 *
 * <p>Once {@code patience} evaluations have passed without improvement, training stops if the best of them is
 * NOT_IMPROVED. If it is UNDECIDED the smallest tier takes four times as many rows from the next epoch on, up to all of
 * them; if that is not possible, or is done already, training stops, and the reason says that noise was the limit.
 *
 * <p>Immutable. Source: K. K. G. Lan and D. L. DeMets, "Discrete sequential boundaries for clinical trials", Biometrika
 * 70 (1983), doi:10.1093/biomet/70.3.659, for spending over looks; the bound is Bonferroni's.
 *
 * <pre>{@code
 * EarlyStopping rule = EarlyStopping.of("log_loss", 3).withMinDelta(0.0005).withWarmUp(2);
 * }</pre>
 *
 * @param monitor the name of the metric, one with influence values such as log_loss or roc_auc
 * @param patience how many evaluations in a row may pass without improvement, at least 1
 * @param minDelta the least gain that counts, at least 0. Without one (0) no epoch on a plateau is ever NOT_IMPROVED,
 *     so that training stops only once all rows were asked
 * @param alpha the probability of a false improvement in a run, in (0, 0.5)
 * @param warmUp how many of the first epochs are not tested, at least 0; the best of them by value is the first
 *     reference
 * @since 0.1
 */
public record EarlyStopping(String monitor, int patience, double minDelta, double alpha, int warmUp)
        implements StoppingRule {

    /** The probability of a false improvement in a run unless another one is named. */
    public static final double DEFAULT_ALPHA = 0.05;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public EarlyStopping {
        Patience.requirePatience(patience);
        Patience.requireMinDelta(minDelta);
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must be in (0, 0.5), got " + alpha);
        }
        if (warmUp < 0) {
            throw new IllegalArgumentException("warmUp must be at least 0, got " + warmUp);
        }
    }

    /**
     * {@return a rule at alpha 0.05 that counts every improvement, however small, from the first epoch on}
     *
     * @param monitor the name of the metric
     * @param patience how many evaluations in a row may pass without improvement, at least 1
     */
    public static EarlyStopping of(String monitor, int patience) {
        return new EarlyStopping(monitor, patience, 0, DEFAULT_ALPHA, 0);
    }

    /**
     * {@return the rule with a least improvement}
     *
     * @param value by how much an epoch must be better to count, at least 0
     */
    public EarlyStopping withMinDelta(double value) {
        return new EarlyStopping(monitor, patience, value, alpha, warmUp);
    }

    /**
     * {@return the rule with another probability of a false improvement}
     *
     * @param value in (0, 0.5)
     */
    public EarlyStopping withAlpha(double value) {
        return new EarlyStopping(monitor, patience, minDelta, value, warmUp);
    }

    /**
     * {@return the rule with epochs that are not tested}
     *
     * @param epochs how many of the first, at least 0
     */
    public EarlyStopping withWarmUp(int epochs) {
        return new EarlyStopping(monitor, patience, minDelta, alpha, epochs);
    }
}
