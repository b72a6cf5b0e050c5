package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Whether two models were asked about the same rows: equal classes, weights, queries and labels, in the same order.
 * Rows of weight 0 are as good as absent, whatever their labels. O(rows), no memory.
 */
final class SameRows {

    private SameRows() {}

    static void require(Predictions one, Predictions other) {
        if (one.rows() != other.rows()) {
            throw new IllegalArgumentException(
                    "models must have the same rows, got " + one.rows() + " and " + other.rows());
        }
        if (!classes(one).equals(classes(other))) {
            throw new IllegalArgumentException(
                    "models must have the same classes, got " + classes(one) + " and " + classes(other));
        }
        IntToDoubleFunction queries = queries(one);
        IntToDoubleFunction otherQueries = queries(other);
        IntToDoubleFunction labels = labels(one);
        IntToDoubleFunction otherLabels = labels(other);
        for (int row = 0; row < one.rows(); row++) {
            require("weights", row, one.weight(row), other.weight(row));
            if (one.weight(row) > 0) {
                require("queries", row, queries.applyAsDouble(row), otherQueries.applyAsDouble(row));
                require("labels", row, labels.applyAsDouble(row), otherLabels.applyAsDouble(row));
            }
        }
    }

    private static void require(String name, int row, double value, double other) {
        if (value != other) {
            throw new IllegalArgumentException("models must have the same " + name + ", but differ at row " + row);
        }
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
