package io.github.tiercel.result;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The model that a candidate is compared with, on the same rows unless its differences are unpaired.
 *
 * @param name the baseline's name, or the name of its score column
 * @param metrics one estimate a metric by its name
 * @param serving how the model behaves in service; empty unless that was measured
 * @param curves its ROC and precision-recall curve, without bands; empty for another task than binary, and where one
 *     class is absent
 * @param calibration observed shares of positives against predicted probabilities, in bins of equal weight; empty for
 *     another task than binary, for a sample, and if scores are not probabilities
 * @since 0.1
 */
public record BaselineResult(
        String name,
        Map<String, Estimate> metrics,
        Optional<ServingProfile> serving,
        Optional<Curves> curves,
        Optional<ReliabilityCurve> calibration) {

    /** Copies the map, keeping its order. */
    public BaselineResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * A baseline without curves.
     *
     * @param name the baseline's name
     * @param metrics one estimate a metric by its name
     * @param serving how the model behaves in service; empty unless that was measured
     */
    public BaselineResult(String name, Map<String, Estimate> metrics, Optional<ServingProfile> serving) {
        this(name, metrics, serving, Optional.empty(), Optional.empty());
    }

    /**
     * A baseline that was not measured in service, without curves.
     *
     * @param name the baseline's name
     * @param metrics one estimate a metric by its name
     */
    public BaselineResult(String name, Map<String, Estimate> metrics) {
        this(name, metrics, Optional.empty());
    }

    /**
     * {@return the same baseline with curves to draw beside those of a model}
     *
     * @param drawn its ROC and precision-recall curve, whose bands are left out
     * @param reliability observed shares of positives against predicted probabilities
     */
    public BaselineResult withCurves(Optional<Curves> drawn, Optional<ReliabilityCurve> reliability) {
        return new BaselineResult(
                name, metrics, serving, drawn.map(both -> Curves.of(both.roc(), both.precisionRecall())), reliability);
    }
}
