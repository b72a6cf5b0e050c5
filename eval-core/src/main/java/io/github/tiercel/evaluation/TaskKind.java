package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.ranking.Counting;
import io.github.tiercel.metrics.registry.MetricFamily;
import io.github.tiercel.metrics.registry.MetricRegistry;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.Support;
import io.github.tiercel.result.TaskFindings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What sets the evaluation of one task apart from that of the others. */
sealed interface TaskKind<P extends Predictions> permits BinaryKind, MulticlassKind, RegressionKind, RankingKind {

    /** Looks for metrics of other jars, which takes a while: once an evaluator. */
    static TaskKind<?> of(Task task, Counting counting) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return switch (task) {
            case BINARY -> new BinaryKind(MetricRegistry.of(MetricFamily.BINARY, loader));
            case MULTICLASS -> new MulticlassKind(MetricRegistry.of(MetricFamily.MULTICLASS, loader));
            case REGRESSION -> new RegressionKind(MetricRegistry.of(MetricFamily.REGRESSION, loader));
            case RANKING -> new RankingKind(MetricRegistry.of(MetricFamily.RANKING, loader), counting);
        };
    }

    MetricRegistry<P> registry();

    Class<P> reads();

    /** The registered metric of a name. */
    default Optional<Metric<P>> named(String name) {
        return registry().named(name);
    }

    /** The metric at the decision threshold, if it depends on one. */
    default Metric<P> at(Metric<P> metric, double threshold) {
        return metric;
    }

    /** The settings that this task alone has, for the record of what was computed. */
    default Map<String, String> echo() {
        return Map.of();
    }

    /**
     * Whether scores are probabilities in all rows; true where each metric says by itself what it needs. A slice whose
     * scores happen to be probabilities is judged by all rows.
     */
    default boolean areProbabilities(P predictions) {
        return true;
    }

    /** The values of metrics by their names, in their order. */
    default Map<String, Value> values(List<Metric<P>> metrics, P predictions) {
        Map<String, Value> values = new LinkedHashMap<>();
        metrics.forEach(metric -> values.put(metric.name(), metric.value(predictions)));
        return values;
    }

    boolean sameScores(P one, P other, int row);

    Support support(P predictions);

    /** What is known of the rows without looking at scores in other ways than metrics do. */
    TaskFindings bare(P predictions);

    TaskFindings findings(Contender<P> model, Map<String, Estimate> metrics, Estimates<P> estimates, Units units);

    /** The baseline with what is drawn of it beside a model. */
    default BaselineResult drawn(BaselineResult baseline, P predictions, Estimates<P> estimates) {
        return baseline;
    }

    /** Adds what a reader should know of labels and scores. */
    void notice(Notices notices, Contender<P> model, Map<String, Estimate> metrics, Settings<P> settings);
}
