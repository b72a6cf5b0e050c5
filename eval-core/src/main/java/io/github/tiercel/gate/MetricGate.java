package io.github.tiercel.gate;

import io.github.tiercel.result.GateResult;

/**
 * The judgement of one gate rule, and which metric or figure the rule reads. Immutable.
 *
 * @param metric the name of what was held against the limit, such as {@code "roc_auc"}
 * @param gate what was found
 * @since 0.1
 */
public record MetricGate(String metric, GateResult gate) {}
