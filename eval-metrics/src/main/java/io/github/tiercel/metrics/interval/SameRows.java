package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Whether two models were asked about the same rows: equal classes, weights, queries and labels, in the same order.
 * Rows of weight 0 are as good as absent, whatever their labels. Time O(rows), no memory; safe for use by several
 * threads.
 *
 * <pre>{@code
 * SameRows.require(candidate, baseline);
 * }</pre>
 *
 * @since 0.1
 */
public final class SameRows {

    private SameRows() {}

    /**
     * Refuses predictions that are not of the same rows.
     *
     * @param one a model's predictions
     * @param other another model's
     * @throws IllegalArgumentException if the two differ in rows, labels, weights, queries or classes; the message
     *     names the first row that differs
     */
    public static void require(Predictions one, Predictions other) {
        Optional<String> hindrance = hindrance(one, other);
        if (hindrance.isPresent()) {
            throw new IllegalArgumentException(hindrance.get());
        }
    }

    /** Why the two are not of the same rows; empty if they are. */
    static Optional<String> hindrance(Predictions one, Predictions other) {
        if (one.rows() != other.rows()) {
            return Optional.of("models must have the same rows, got " + one.rows() + " and " + other.rows());
        }
        if (!classes(one).equals(classes(other))) {
            return Optional.of("models must have the same classes, got " + classes(one) + " and " + classes(other));
        }
        IntToDoubleFunction queries = queries(one);
        IntToDoubleFunction otherQueries = queries(other);
        IntToDoubleFunction labels = labels(one);
        IntToDoubleFunction otherLabels = labels(other);
        for (int row = 0; row < one.rows(); row++) {
            double weight = one.weight(row);
            if (weight != other.weight(row)) {
                return differ("weights", row);
            }
            if (weight > 0 && queries.applyAsDouble(row) != otherQueries.applyAsDouble(row)) {
                return differ("queries", row);
            }
            if (weight > 0 && labels.applyAsDouble(row) != otherLabels.applyAsDouble(row)) {
                return differ("labels", row);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> differ(String name, int row) {
        return Optional.of("models must have the same " + name + ", but differ at row " + row);
    }

    private static List<String> classes(Predictions predictions) {
        return predictions instanceof MulticlassPredictions several ? several.classes() : List.of();
    }

    private static IntToDoubleFunction queries(Predictions predictions) {
        return predictions instanceof RankingPredictions ranking ? ranking::query : row -> 0;
    }

    private static IntToDoubleFunction labels(Predictions predictions) {
        if (predictions instanceof BinaryPredictions binary) {
            return row -> binary.label(row) ? 1 : 0;
        }
        if (predictions instanceof MulticlassPredictions several) {
            return several::label;
        }
        return predictions instanceof RankingPredictions ranking
                ? ranking::relevance
                : ((RegressionPredictions) predictions)::label;
    }
}
