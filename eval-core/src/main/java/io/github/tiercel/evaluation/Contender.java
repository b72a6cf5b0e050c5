package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.resample.Replicates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model on the rows of a tier, or of a slice, with the value of every metric and its replicates, if there are any.
 *
 * @param areProbabilities whether the scores are so on all rows of the tier; a slice is judged by all of them
 */
record Contender<P extends Predictions>(
        String model,
        P predictions,
        boolean areProbabilities,
        Map<String, Value> values,
        Map<String, Replicates> replicates) {

    static <P extends Predictions> Contender<P> of(String model, P predictions, Settings<P> settings) {
        return of(model, predictions, settings, settings.kind().areProbabilities(predictions));
    }

    /** The model on some of its rows. */
    Contender<P> select(int[] places, Settings<P> settings) {
        return on(settings.kind().reads().cast(predictions.select(places)), settings);
    }

    /** The model on some of its rows, which were selected before. */
    Contender<P> on(P some, Settings<P> settings) {
        return of(model, some, settings, areProbabilities);
    }

    /** A decision threshold on the probability scale says nothing about other scores, so neither does its metric. */
    private static <P extends Predictions> Contender<P> of(
            String model, P predictions, Settings<P> settings, boolean areProbabilities) {
        List<Metric<P>> onScale = settings.metrics().stream()
                .filter(metric -> areProbabilities || !metric.needsProbabilities())
                .toList();
        Map<String, Value> known = settings.kind().values(onScale, predictions);
        Map<String, Value> values = new LinkedHashMap<>();
        for (Metric<P> metric : settings.metrics()) {
            Value value = known.get(metric.name());
            values.put(metric.name(), value == null ? Value.undefined(UndefinedReason.NOT_PROBABILITIES) : value);
        }
        return new Contender<>(model, predictions, areProbabilities, values, Map.of());
    }

    Contender<P> resampled(Map<String, Replicates> drawn) {
        return new Contender<>(model, predictions, areProbabilities, values, drawn);
    }

    Value value(Metric<P> metric) {
        Value value = values.get(metric.name());
        if (value == null) {
            throw new IllegalStateException("metric " + metric.name() + " was not evaluated");
        }
        return value;
    }

    Optional<Replicates> replicates(Metric<P> metric) {
        return Optional.ofNullable(replicates.get(metric.name()));
    }
}
