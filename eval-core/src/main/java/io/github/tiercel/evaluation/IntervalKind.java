package io.github.tiercel.evaluation;

/**
 * Which interval stands first in a result: the one that {@link io.github.tiercel.metrics.Estimate#population()} is, at
 * the level of the evaluation. What gates read does not depend on it: of metrics with influence values the analytic
 * interval, of others the bootstrap's.
 *
 * <p>Both are two-sided, {@code [lower, upper]} in the unit of the metric. Metrics without influence values, such as
 * {@code median_ae}, have the bootstrap interval whichever is asked for. A metric whose value is undefined has neither;
 * nor has one with influence values of which no error can be estimated, since replicates would only hide that. The
 * bootstrap has none where too few replicates are defined or all are alike; then the analytic one stays first. A sample
 * has no bootstrap, and an evaluation of one refuses to put it first.
 *
 * <p>Immutable, and safe for use by several threads. An analytic interval takes one pass over the rows, O(n log n)
 * where they must be sorted; the bootstrap about that for each replicate.
 *
 * <p>Sources: B. Efron, "Better bootstrap confidence intervals", JASA 82 (1987), doi:10.1080/01621459.1987.10478410,
 * for the bootstrap; that of each analytic interval is named at its metric.
 *
 * <pre>{@code
 * Evaluator evaluator = Evaluator.of(set).intervals(IntervalKind.BOOTSTRAP).replicates(2000).build();
 * }</pre>
 *
 * @since 0.1
 */
public enum IntervalKind {
    /** The analytic interval that suits the metric, from influence values or counts; the bootstrap stands beside it. */
    INFLUENCE,
    /** The bias-corrected and accelerated bootstrap interval, where there is one. Needs all rows. */
    BOOTSTRAP
}
