package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.ranking.Counting;
import io.github.tiercel.metrics.registry.MetricFamily;
import io.github.tiercel.result.Support;
import io.github.tiercel.result.TaskFindings;
import java.util.Map;
import java.util.Optional;

/** What sets the evaluation of one task apart from that of the others. */
sealed interface TaskKind<P extends Predictions> permits BinaryKind, MulticlassKind, RegressionKind, RankingKind {

    static TaskKind<?> of(Task task, Counting counting) {
        return switch (task) {
            case BINARY -> new BinaryKind();
            case MULTICLASS -> new MulticlassKind();
            case REGRESSION -> new RegressionKind();
            case RANKING -> new RankingKind(counting);
        };
    }

    MetricFamily<P> family();

    Class<P> reads();

    /** The registered metric of a name. */
    default Optional<Metric<P>> named(String name) {
        return family().named(name);
    }

    /** The metric at the decision threshold, if it depends on one. */
    default Metric<P> at(Metric<P> metric, double threshold) {
        return metric;
    }

    /**
     * Whether scores are probabilities in all rows; true where each metric says by itself what it needs. A slice whose
     * scores happen to be probabilities is judged by all rows.
     */
    default boolean areProbabilities(P predictions) {
        return true;
    }

    boolean sameScores(P one, P other, int row);

    Support support(P predictions);

    TaskFindings findings(Contender<P> model, Map<String, Estimate> metrics, Estimates<P> estimates, Units units);

    /** Adds what a reader should know of labels and scores. */
    void notice(Notices notices, Contender<P> model, Map<String, Estimate> metrics, Settings<P> settings);
}
