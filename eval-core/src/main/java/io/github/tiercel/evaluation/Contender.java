package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.resample.Bootstrap;
import io.github.tiercel.metrics.resample.Replicates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model on the rows of a tier, or of a slice, with the value of every metric and its replicates, if there are any.
 */
record Contender(
        String model, BinaryPredictions predictions, Map<String, Value> values, Map<String, Replicates> replicates) {

    static Contender of(String model, BinaryPredictions predictions, List<Metric<BinaryPredictions>> metrics) {
        return of(model, predictions, metrics, predictions.areProbabilities());
    }

    /** The model on some of its rows; its scores are probabilities only if they are so on all of them. */
    Contender select(int[] places, List<Metric<BinaryPredictions>> metrics) {
        return of(model, predictions.select(places), metrics, predictions.areProbabilities());
    }

    private static Contender of(
            String model,
            BinaryPredictions predictions,
            List<Metric<BinaryPredictions>> metrics,
            boolean areProbabilities) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Metric<BinaryPredictions> metric : metrics) {
            values.put(metric.name(), evaluate(metric, predictions, areProbabilities));
        }
        return new Contender(model, predictions, values, Map.of());
    }

    Contender resampled(Bootstrap bootstrap, List<Metric<BinaryPredictions>> metrics) {
        return new Contender(model, predictions, values, bootstrap.replicates(metrics, predictions));
    }

    Value value(Metric<BinaryPredictions> metric) {
        Value value = values.get(metric.name());
        if (value == null) {
            throw new IllegalStateException("metric " + metric.name() + " was not evaluated");
        }
        return value;
    }

    Optional<Replicates> replicates(Metric<BinaryPredictions> metric) {
        return Optional.ofNullable(replicates.get(metric.name()));
    }

    /** A decision threshold on the probability scale says nothing about other scores, so neither does its metric. */
    private static Value evaluate(
            Metric<BinaryPredictions> metric, BinaryPredictions predictions, boolean areProbabilities) {
        boolean wrongScale = metric.needsProbabilities() && !areProbabilities;
        return wrongScale ? Value.undefined(UndefinedReason.NOT_PROBABILITIES) : metric.value(predictions);
    }
}
