package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Task;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How thoroughly to evaluate: how many rows, which metrics, how many bootstrap replicates; in training, how often.
 *
 * <p>{@link #fast()} is for every epoch, {@link #full()} for checkpoints and the final candidate. Tiers nest: the rows
 * of a smaller tier are among those of a larger one. A tier that covers all rows gives the same numbers, to the last
 * bit, whatever it is called. Immutable.
 *
 * @param name the name that results show
 * @param rows how many rows
 * @param metrics names of the metrics to compute for each task, unless the evaluator names others
 * @param replicates bootstrap replicates beside the intervals from influence values; 0 for none
 * @param cadence how often a training loop evaluates the tier
 * @param metricsOnly whether what is there to be looked at is left out: curves, calibration, histograms, metrics of
 *     classes and ranks. Gates read metrics alone
 * @since 0.1
 */
public record Tier(
        String name,
        SampleRows rows,
        Map<Task, List<String>> metrics,
        int replicates,
        Cadence cadence,
        boolean metricsOnly) {

    private static final Map<Task, List<String>> FAST_METRICS = Map.of(
            Task.BINARY, List.of("log_loss", "roc_auc", "accuracy"),
            Task.MULTICLASS, List.of("log_loss", "accuracy", "balanced_accuracy"),
            Task.REGRESSION, List.of("mae", "rmse"),
            Task.RANKING, List.of("ndcg@10"));

    private static final Map<Task, List<String>> FULL_METRICS = Map.of(
            Task.BINARY,
                    List.of(
                            "roc_auc",
                            "average_precision",
                            "log_loss",
                            "brier",
                            "accuracy",
                            "balanced_accuracy",
                            "precision",
                            "recall",
                            "f1",
                            "mcc",
                            "ece",
                            "best_f1"),
            Task.MULTICLASS,
                    List.of(
                            "roc_auc_ovr",
                            "log_loss",
                            "brier",
                            "accuracy",
                            "balanced_accuracy",
                            "precision_macro",
                            "recall_macro",
                            "f1_macro",
                            "f1_weighted",
                            "mcc",
                            "cohen_kappa"),
            Task.REGRESSION, List.of("mae", "rmse", "r2", "explained_variance", "median_ae", "mape", "spearman"),
            Task.RANKING, List.of("ndcg@10", "map", "mrr", "precision@10", "recall@10", "hit@10"));

    /** Bootstrap replicates of the full tier. */
    public static final int DEFAULT_REPLICATES = 1000;

    /**
     * Copies the metrics.
     *
     * @throws IllegalArgumentException if {@code replicates} is 1 or negative
     */
    public Tier {
        metrics = Map.copyOf(metrics);
        if (replicates < 0 || replicates == 1) {
            throw new IllegalArgumentException("replicates must be 0 or at least 2, got " + replicates);
        }
    }

    /**
     * A tier with all findings.
     *
     * @param name the name that results show
     * @param rows how many rows
     * @param metrics names of the metrics to compute for each task
     * @param replicates bootstrap replicates
     * @param cadence how often a training loop evaluates the tier
     * @throws IllegalArgumentException if {@code replicates} is 1 or negative
     */
    public Tier(String name, SampleRows rows, Map<Task, List<String>> metrics, int replicates, Cadence cadence) {
        this(name, rows, metrics, replicates, cadence, false);
    }

    /** {@return a stratified sample, two or three cheap metrics of the task, intervals from influence values} */
    public static Tier fast() {
        return new Tier("fast", new SampleRows.Fast(), FAST_METRICS, 0, new Cadence.Every(1));
    }

    /** {@return all rows, all default metrics, and 1000 bootstrap replicates beside the intervals} */
    public static Tier full() {
        return new Tier("full", new SampleRows.All(), FULL_METRICS, DEFAULT_REPLICATES, new Cadence.OnDemand());
    }

    /**
     * {@return the tier with another number of rows}
     *
     * @param other how many rows
     */
    public Tier withRows(SampleRows other) {
        return new Tier(name, other, metrics, replicates, cadence, metricsOnly);
    }

    /**
     * {@return the names of the metrics to compute for a task}
     *
     * @param task the task of the labels
     */
    public List<String> metrics(Task task) {
        return metrics.getOrDefault(task, List.of());
    }

    /**
     * {@return the tier with other metrics, whatever the task}
     *
     * @param names metric names
     */
    public Tier withMetrics(List<String> names) {
        Map<Task, List<String>> ofEach = new EnumMap<>(Task.class);
        for (Task task : Task.values()) {
            ofEach.put(task, List.copyOf(names));
        }
        return new Tier(name, rows, ofEach, replicates, cadence, metricsOnly);
    }

    /**
     * {@return the tier with another number of bootstrap replicates}
     *
     * @param number 0 for none, else at least 2
     */
    public Tier withReplicates(int number) {
        return new Tier(name, rows, metrics, number, cadence, metricsOnly);
    }

    /**
     * {@return the tier with another cadence}
     *
     * @param other how often a training loop evaluates it
     */
    public Tier withCadence(Cadence other) {
        return new Tier(name, rows, metrics, replicates, other, metricsOnly);
    }

    /** {@return the tier without what is there to be looked at: curves, calibration, histograms} */
    public Tier withMetricsOnly() {
        return new Tier(name, rows, metrics, replicates, cadence, true);
    }
}
