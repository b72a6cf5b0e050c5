package io.github.tiercel.result;

import io.github.tiercel.metrics.curve.RocCurve;

/**
 * How well one class is told from all others by its score.
 *
 * @param name the name of the class
 * @param auc the area under the curve, in [0, 1]
 * @param roc true positive rate against false positive rate
 * @since 0.1
 */
public record ClassCurve(String name, double auc, RocCurve roc) {}
