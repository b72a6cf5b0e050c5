package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;
import java.util.List;
import java.util.Optional;

/** Where a scheme of replicates holds, and the sentence that says why it does not. */
final class SchemeRule {

    private SchemeRule() {}

    static Optional<String> refusal(Scheme scheme, Metric<?> metric, Predictions predictions) {
        boolean holdsForAll = scheme == Scheme.ROW_HASHED || scheme == Scheme.WITHIN_STRATA;
        if (holdsForAll || !metric.isBootstrapped()) {
            return Optional.empty();
        }
        if (!(predictions instanceof BinaryPredictions)) {
            return refusal(scheme, "yes-or-no predictions", "those of another task");
        }
        if (predictions.isWeighted()) {
            return refusal(scheme, "rows that count alike", "weights");
        }
        boolean knows = scheme == Scheme.COMPRESSED
                ? StepKernel.reads(metric) || metric instanceof ScoreGroupMetric
                : BlockKernel.reads(metric);
        return knows
                ? Optional.empty()
                : refusal(
                        scheme,
                        scheme == Scheme.COMPRESSED
                                ? "metrics of score groups and means over rows"
                                : "roc_auc, average_precision, best_f1, functions of the confusion matrix and means",
                        metric.name());
    }

    static <P extends Predictions> void check(Scheme scheme, List<? extends Metric<P>> metrics, List<P> models) {
        if (models.size() > 1 && (scheme == Scheme.COMPRESSED || scheme == Scheme.RANK_BLOCKS)) {
            refuse(refusal(scheme, "one model", models.size() + " models, which would not share their weights"));
        }
        for (P model : models) {
            metrics.forEach(metric -> refuse(refusal(scheme, metric, model)));
        }
    }

    private static void refuse(Optional<String> reason) {
        reason.ifPresent(text -> {
            throw new IllegalArgumentException(text);
        });
    }

    private static Optional<String> refusal(Scheme scheme, String needed, String got) {
        return Optional.of(scheme.title() + " replicates need " + needed + ", got " + got
                + "; use row-hashed replicates, which hold for everything");
    }
}
