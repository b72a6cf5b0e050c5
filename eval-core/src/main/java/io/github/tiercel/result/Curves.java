package io.github.tiercel.result;

import io.github.tiercel.metrics.curve.PrecisionRecallCurve;
import io.github.tiercel.metrics.curve.RocCurve;

/**
 * The curves of a model.
 *
 * @param roc true positive rate against false positive rate
 * @param precisionRecall precision against recall
 * @since 0.1
 */
public record Curves(RocCurve roc, PrecisionRecallCurve precisionRecall) {}
