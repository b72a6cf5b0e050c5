package io.github.tiercel.result;

import io.github.tiercel.metrics.curve.CurveBand;
import io.github.tiercel.metrics.curve.PrecisionRecallCurve;
import io.github.tiercel.metrics.curve.RocCurve;
import java.util.Optional;

/**
 * The curves of a model.
 *
 * @param roc true positive rate against false positive rate
 * @param rocBand one rectangle for each point of it, all of which hold the true points at once; empty for a sample
 * @param precisionRecall precision against recall
 * @param precisionRecallBand one rectangle for each point of it with enough positives above; empty for a sample
 * @since 0.1
 */
public record Curves(
        RocCurve roc,
        Optional<CurveBand> rocBand,
        PrecisionRecallCurve precisionRecall,
        Optional<CurveBand> precisionRecallBand) {

    /**
     * {@return curves without bands}
     *
     * @param roc true positive rate against false positive rate
     * @param precisionRecall precision against recall
     */
    public static Curves of(RocCurve roc, PrecisionRecallCurve precisionRecall) {
        return new Curves(roc, Optional.empty(), precisionRecall, Optional.empty());
    }
}
