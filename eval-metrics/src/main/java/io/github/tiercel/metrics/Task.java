package io.github.tiercel.metrics;

import java.util.Arrays;
import java.util.Locale;

/**
 * The kinds of prediction that can be evaluated, each with the predictions that its metrics read.
 *
 * @since 0.1
 */
public enum Task {
    /** Yes or no, with one score a row. */
    BINARY(BinaryPredictions.class),
    /** One class out of several, with one score a row for each class. */
    MULTICLASS(MulticlassPredictions.class),
    /** A number, with one predicted number a row. */
    REGRESSION(RegressionPredictions.class),
    /** An order of rows within each query, with one score a row. */
    RANKING(RankingPredictions.class);

    private final Class<? extends Predictions> predictions;

    Task(Class<? extends Predictions> predictions) {
        this.predictions = predictions;
    }

    /**
     * {@return the task that a metric measures}
     *
     * @param metric any metric
     */
    public static Task of(Metric<?> metric) {
        return Arrays.stream(values())
                .filter(task -> task.predictions == metric.reads())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("metric " + metric.name() + " reads "
                        + metric.reads().getName() + ", which is not the predictions of any task"));
    }

    /** {@return the name as commands and results spell it: {@code binary}} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the kind of predictions that metrics of this task read} */
    public Class<? extends Predictions> predictions() {
        return predictions;
    }
}
