package io.github.tiercel.metrics.registry;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.calibration.CalibrationMetrics;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.ranking.RankingMetrics;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All metrics of one task: those of a fixed name, and those whose name carries a parameter, such as {@code top_5}.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * Metric<RegressionPredictions> rmse = MetricFamily.REGRESSION.named("rmse").orElseThrow();
 * }</pre>
 *
 * @param <P> the predictions that the metrics read
 * @since 0.1
 */
public final class MetricFamily<P extends Predictions> {

    /** Metrics of yes-or-no predictions, those of calibration included. */
    public static final MetricFamily<BinaryPredictions> BINARY = new MetricFamily<>(
            Task.BINARY,
            joined(BinaryMetrics.all(), CalibrationMetrics.all()),
            name -> BinaryMetrics.named(name).or(() -> CalibrationMetrics.named(name)),
            joined(BinaryMetrics.patterns(), CalibrationMetrics.patterns()));

    /** Metrics of one class out of several. */
    public static final MetricFamily<MulticlassPredictions> MULTICLASS = new MetricFamily<>(
            Task.MULTICLASS, MulticlassMetrics.all(), MulticlassMetrics::named, MulticlassMetrics.patterns());

    /** Metrics of predicted numbers. */
    public static final MetricFamily<RegressionPredictions> REGRESSION = new MetricFamily<>(
            Task.REGRESSION, RegressionMetrics.all(), RegressionMetrics::named, RegressionMetrics.patterns());

    /** Metrics of orders within queries. */
    public static final MetricFamily<RankingPredictions> RANKING = new MetricFamily<>(
            Task.RANKING,
            List.copyOf(RankingMetrics.all()),
            name -> RankingMetrics.named(name).map(metric -> metric),
            RankingMetrics.patterns());

    private final Task task;
    private final List<Metric<P>> metrics;
    private final Function<String, Optional<Metric<P>>> byName;
    private final List<String> patterns;

    private MetricFamily(
            Task task, List<Metric<P>> metrics, Function<String, Optional<Metric<P>>> byName, List<String> patterns) {
        this.task = task;
        this.metrics = metrics;
        this.byName = byName;
        this.patterns = patterns;
    }

    /**
     * {@return the metrics of a task}
     *
     * @param task any task
     */
    public static MetricFamily<?> of(Task task) {
        return switch (task) {
            case BINARY -> BINARY;
            case MULTICLASS -> MULTICLASS;
            case REGRESSION -> REGRESSION;
            case RANKING -> RANKING;
        };
    }

    /** {@return the task they measure} */
    public Task task() {
        return task;
    }

    /** {@return every metric of a fixed name, and of each other kind one; in the order in which results list them} */
    public List<Metric<P>> all() {
        return metrics;
    }

    /**
     * {@return the metric of a name, or empty}
     *
     * @param name a name such as {@code "roc_auc"} or {@code "top_5"}, in exactly this spelling
     */
    public Optional<Metric<P>> named(String name) {
        return byName.apply(name);
    }

    /** {@return how names with a parameter are spelt, the parameter in capitals: {@code top_K}} */
    public List<String> patterns() {
        return patterns;
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
