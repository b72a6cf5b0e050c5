package io.github.tiercel.data;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.sampling.RowOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be predicted of each row, in the form of one task, and how scores join it. Immutable. */
sealed interface Labels permits BinaryLabels, ClassLabels, NumberLabels, RelevanceLabels {

    Task task();

    int rows();

    /** A row's label as a number: 1 for positive and 0 for negative, the index of its class, or the number itself. */
    double value(int row);

    /** The classes that each have an array of scores, in the order of the arrays; empty where there is one array. */
    List<String> classes();

    /** The order whose prefixes are samples of these rows, by the strata that suit the task. */
    RowOrder order(long[] keys, long seed);

    Labels select(int[] rows);

    /** Joins labels and scores without copying them; {@code scores} has one array a class, or one in all. */
    Predictions join(double[][] scores, double @Nullable [] weights);
}
