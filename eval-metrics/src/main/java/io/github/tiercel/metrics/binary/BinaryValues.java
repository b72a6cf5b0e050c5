package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RecallSteps;
import io.github.tiercel.metrics.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of several metrics on the same predictions, in fewer passes than there are metrics: one over the steps of
 * recall for all that read these. Each value is, to the last bit, what its metric gives by itself.
 *
 * @since 0.1
 */
public final class BinaryValues {

    private BinaryValues() {}

    /**
     * {@return the value of each metric by its name, in the order of the metrics}
     *
     * @param metrics metrics with distinct names
     * @param predictions labels, scores and weights
     */
    public static Map<String, Value> of(
            List<? extends Metric<BinaryPredictions>> metrics, BinaryPredictions predictions) {
        Map<String, Value> values = new LinkedHashMap<>();
        List<StepMetric> stepped = new ArrayList<>();
        for (Metric<BinaryPredictions> metric : metrics) {
            if (metric instanceof StepMetric steps) {
                stepped.add(steps);
            }
        }
        Map<String, Value> together = ofSteps(stepped, predictions);
        for (Metric<BinaryPredictions> metric : metrics) {
            Value known = together.get(metric.name());
            values.put(metric.name(), known == null ? metric.value(predictions) : known);
        }
        return values;
    }

    private static Map<String, Value> ofSteps(List<StepMetric> metrics, BinaryPredictions predictions) {
        Map<String, Value> values = new LinkedHashMap<>();
        if (!metrics.isEmpty()) {
            RecallSteps steps = predictions.groups().steps();
            List<StepSum> sums = new ArrayList<>();
            metrics.forEach(metric -> sums.add(metric.sum(steps.positives(), steps.negatives())));
            StepPass.run(steps, sums);
            for (int m = 0; m < sums.size(); m++) {
                values.put(metrics.get(m).name(), sums.get(m).value());
            }
        }
        return values;
    }
}
