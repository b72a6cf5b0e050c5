package io.github.tiercel.evaluation;

import java.util.List;

/**
 * How thoroughly to evaluate: how many rows, which metrics, how many bootstrap replicates; in training, how often.
 *
 * <p>{@link #fast()} is for every epoch, {@link #full()} for checkpoints and the final candidate. Tiers nest: the rows
 * of a smaller tier are among those of a larger one. A tier that covers all rows gives the same numbers, to the last
 * bit, whatever it is called. Immutable.
 *
 * @param name the name that results show
 * @param rows how many rows
 * @param metrics names of the metrics to compute unless the evaluator names others
 * @param replicates bootstrap replicates beside the intervals from influence values; 0 for none
 * @param cadence how often a training loop evaluates the tier
 * @since 0.1
 */
public record Tier(String name, SampleRows rows, List<String> metrics, int replicates, Cadence cadence) {

    private static final List<String> FAST_METRICS = List.of("log_loss", "roc_auc", "accuracy");

    private static final List<String> FULL_METRICS = List.of(
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
            "best_f1");

    /** Bootstrap replicates of the full tier. */
    public static final int DEFAULT_REPLICATES = 1000;

    /**
     * Copies the metrics.
     *
     * @throws IllegalArgumentException if {@code replicates} is 1 or negative
     */
    public Tier {
        metrics = List.copyOf(metrics);
        if (replicates < 0 || replicates == 1) {
            throw new IllegalArgumentException("replicates must be 0 or at least 2, got " + replicates);
        }
    }

    /** {@return a stratified sample, log-loss, accuracy and ROC-AUC, intervals from influence values} */
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
        return new Tier(name, other, metrics, replicates, cadence);
    }

    /**
     * {@return the tier with other metrics}
     *
     * @param names metric names
     */
    public Tier withMetrics(List<String> names) {
        return new Tier(name, rows, names, replicates, cadence);
    }

    /**
     * {@return the tier with another number of bootstrap replicates}
     *
     * @param number 0 for none, else at least 2
     */
    public Tier withReplicates(int number) {
        return new Tier(name, rows, metrics, number, cadence);
    }

    /**
     * {@return the tier with another cadence}
     *
     * @param other how often a training loop evaluates it
     */
    public Tier withCadence(Cadence other) {
        return new Tier(name, rows, metrics, replicates, other);
    }
}
