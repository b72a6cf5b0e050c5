package io.github.tiercel.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How metrics spread over the folds of a cross-validation, in which each row was scored by the model that it was left
 * out of. The value of each fold is a slice of the result; the ordinary metrics are those of all rows pooled.
 *
 * <p>The standard deviation says how much folds differ. It is no standard error, neither of the mean nor of the pooled
 * value: the models of the folds share most of their training rows, and no unbiased estimate of the variance of
 * cross-validation exists. Source: Y. Bengio, Y. Grandvalet, Journal of Machine Learning Research 5 (2004), 1089-1105.
 *
 * @param column the column that names the folds
 * @param count how many folds have an evaluated row
 * @param metrics one spread a metric by its name
 * @since 0.1
 */
public record FoldSummary(String column, int count, Map<String, FoldSpread> metrics) {

    /** Copies the map, keeping its order. */
    public FoldSummary {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * {@return the spread of a metric}
     *
     * @param name the metric's name, for example {@code "roc_auc"}
     * @throws IllegalArgumentException if the metric was not asked for
     */
    public FoldSpread metric(String name) {
        FoldSpread spread = metrics.get(name);
        if (spread == null) {
            throw new IllegalArgumentException(
                    "metric \"" + name + "\" was not evaluated; the folds hold " + metrics.keySet());
        }
        return spread;
    }
}
