package io.github.tiercel.result;

import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import io.github.tiercel.metrics.multiclass.ConfusionTable;
import java.util.List;
import java.util.Optional;

/**
 * What was found of predictions of one class out of several.
 *
 * @param classes one entry a declared class, in their order, absent ones included
 * @param confusion the weights of rows by their class and by the class predicted for them
 * @param curves the ROC curves of the classes with the most rows, ten at most, in the order of classes; empty for a
 *     sample
 * @param calibration observed shares of rows whose predicted class is right against the probability of that class, in
 *     bins of equal weight; empty for a sample, and if scores are not probabilities
 * @since 0.1
 */
public record MulticlassFindings(
        List<ClassResult> classes,
        ConfusionTable confusion,
        List<ClassCurve> curves,
        Optional<ReliabilityCurve> calibration)
        implements TaskFindings {

    /** Copies the lists. */
    public MulticlassFindings {
        classes = List.copyOf(classes);
        curves = List.copyOf(curves);
    }

    /**
     * {@return findings of classes and nothing else}
     *
     * @param classes one entry a declared class, in their order, absent ones included
     * @param confusion the weights of rows by their class and by the class predicted for them
     */
    public static MulticlassFindings of(List<ClassResult> classes, ConfusionTable confusion) {
        return new MulticlassFindings(classes, confusion, List.of(), Optional.empty());
    }

    @Override
    public String task() {
        return "multiclass";
    }
}
