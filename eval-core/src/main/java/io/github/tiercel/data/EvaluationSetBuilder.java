package io.github.tiercel.data;

import io.github.tiercel.metrics.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is known of the rows. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class EvaluationSetBuilder {

    final String source;
    final Labels labels;
    final List<TextColumn> slices = new ArrayList<>();
    long @Nullable [] ids;
    double @Nullable [] weights;
    long @Nullable [] clusterKeys;

    @Nullable
    TextColumn folds;

    @Nullable
    LazyOrder order;

    long seed = EvaluationSet.DEFAULT_SEED;

    EvaluationSetBuilder(String source, Labels labels) {
        this.source = source;
        this.labels = labels;
        this.clusterKeys = labels instanceof RelevanceLabels ranking ? ranking.queryKeys() : null;
    }

    /**
     * Gives every row an id, which sampling and bootstrap go by.
     *
     * @param values distinct numbers, one a row; copied
     * @return this
     * @throws DataException if an id repeats or there is not one a row
     */
    public EvaluationSetBuilder ids(long[] values) {
        return ids(IntegerColumn.wrap("id", values.clone(), new BitSet()));
    }

    /**
     * Gives every row a weight; a row of weight 0 is as good as absent.
     *
     * @param values finite numbers of at least 0, one a row; copied
     * @return this
     * @throws DataException if a weight is negative or not finite, none is positive, or there is not one a row
     */
    public EvaluationSetBuilder weights(double[] values) {
        return weights(NumberColumn.wrap("weights", values.clone(), new BitSet()));
    }

    /**
     * Says which rows belong together: rows of one cluster are not independent of each other.
     *
     * @param values equal for rows of one cluster, one a row; copied
     * @return this
     * @throws IllegalArgumentException if the rows are to be ranked within queries, which are their clusters
     * @throws DataException if there is not one a row
     */
    public EvaluationSetBuilder clusters(long[] values) {
        return ownClusters(values.clone());
    }

    private EvaluationSetBuilder ownClusters(long[] values) {
        sameRows("clusters", values.length);
        if (labels.task() == Task.RANKING) {
            throw new UsageException(
                    "USAGE",
                    "Rows to be ranked come in queries, and these are their clusters."
                            + " Leave out the clusters, or name them as the queries.");
        }
        clusterKeys = values;
        return this;
    }

    /**
     * Adds a column to slice by.
     *
     * @param name the column's name
     * @param values one text a row
     * @return this
     * @throws DataException if there is not one a row
     */
    public EvaluationSetBuilder slice(String name, List<String> values) {
        return slice(SliceColumn.of(name, values));
    }

    /**
     * Adds bins of numbers to slice by, each of about as many rows. Equal numbers are never parted, so there are fewer
     * bins where many rows have one number; rows without a number have a slice of their own.
     *
     * @param name what results call it
     * @param values one number a row; NaN where there is none
     * @param bins how many bins, in [2, 100]
     * @return this
     * @throws IllegalArgumentException if {@code bins} is not in [2, 100]
     * @throws DataException if there is not one number a row
     */
    public EvaluationSetBuilder slice(String name, double[] values, int bins) {
        return slice(SliceSpec.binned(name, NumberColumn.wrap(name, values.clone(), new BitSet()), bins));
    }

    /**
     * Says which fold of a cross-validation each row was left out of, so that the model of that fold scored it. Results
     * have the folds as slices, and how metrics spread over them.
     *
     * @param name the column's name
     * @param values one text a row, the same for rows of one fold
     * @return this
     * @throws DataException if there is not one a row, or there are not 2 to 1,000 folds
     */
    public EvaluationSetBuilder folds(String name, List<String> values) {
        return folds(SliceColumn.of(name, values));
    }

    /**
     * Sets the seed of sampling and bootstrap; 42 unless set.
     *
     * @param value any number
     * @return this
     */
    public EvaluationSetBuilder seed(long value) {
        seed = value;
        return this;
    }

    /**
     * {@return the evaluation set}
     *
     * @throws DataException if there is no row, or a slice parts the rows of a query
     */
    public EvaluationSet build() {
        if (labels.rows() == 0) {
            throw EvaluationSet.noRows(source);
        }
        if (labels instanceof RelevanceLabels ranking) {
            allSlices().forEach(ranking::refuseParting);
        }
        return new EvaluationSet(this);
    }

    EvaluationSetBuilder ids(Column column) {
        sameRows("ids", column.rows());
        ids = RowKeys.of(column, source);
        RowKeys.distinct(ids, column);
        return this;
    }

    EvaluationSetBuilder clusters(Column column) {
        return ownClusters(RowKeys.of(column, source));
    }

    EvaluationSetBuilder weights(Column column) {
        sameRows("weights", column.rows());
        weights = Weights.of(column, source);
        return this;
    }

    EvaluationSetBuilder slice(Column column) {
        sameRows("slice \"" + column.name() + "\"", column.rows());
        slices.add(SliceColumn.of(column));
        return this;
    }

    EvaluationSetBuilder folds(Column column) {
        sameRows("folds", column.rows());
        folds = FoldColumn.of(column, source);
        return this;
    }

    /** The columns to slice by, the folds among them. */
    List<TextColumn> allSlices() {
        TextColumn known = folds;
        if (known == null || slices.stream().anyMatch(slice -> slice.name().equals(known.name()))) {
            return List.copyOf(slices);
        }
        return Stream.concat(slices.stream(), Stream.of(known)).toList();
    }

    void sameRows(String name, int rows) {
        if (rows != labels.rows()) {
            throw new DataException(
                    "LENGTH_MISMATCH",
                    "Got " + Offenders.number(labels.rows()) + " labels but " + Offenders.number(rows) + " " + name
                            + ". Each row needs one of both, in the same order.");
        }
    }
}
