package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A model that others borrow from, on the rows of a sample: what it contributes to the error of a metric is found once,
 * however many models borrow.
 *
 * <p>Safe for use by several threads. Memory: 8 bytes a row and metric, 12 more a cluster.
 *
 * <pre>{@code
 * var epoch5 = ReferenceSample.of(design, predictionsOfEpoch5);
 * var borrowing = DifferenceEstimator.of(0.95, predictionsOfEpoch7, epoch5);
 * }</pre>
 *
 * @param <P> the kind of predictions
 * @since 0.1
 */
public final class ReferenceSample<P extends Predictions> {

    private final Design design;
    private final P predictions;
    /** By the metric's name. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private ReferenceSample(Design design, P predictions) {
        this.design = design;
        this.predictions = predictions;
    }

    /**
     * {@return a model on the rows of a sample}
     *
     * @param <P> the kind of predictions
     * @param design how the rows came to be
     * @param predictions what the model predicts for them
     */
    public static <P extends Predictions> ReferenceSample<P> of(Design design, P predictions) {
        return new ReferenceSample<>(design, predictions);
    }

    Design design() {
        return design;
    }

    P predictions() {
        return predictions;
    }

    UnitParts parts(SmoothMetric<P> metric) {
        Known found = known.get(metric.name());
        // Metrics of one name may differ, in a threshold say.
        if (found == null || !found.metric().equals(metric)) {
            found = new Known(metric, UnitParts.of(design, predictions, metric.influence(predictions)));
            known.put(metric.name(), found);
        }
        return found.parts();
    }

    private record Known(Metric<?> metric, UnitParts parts) {}
}
