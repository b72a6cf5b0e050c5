package io.github.tiercel.data;

import io.github.tiercel.metrics.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which columns of a table play which part in an evaluation. Immutable.
 *
 * <pre>{@code
 * var roles = ColumnRoles.label("late").id("id").slice("origin");
 * EvaluationSet set = EvaluationSet.from(columns, roles);
 * }</pre>
 *
 * @param label the column with the labels
 * @param positive the label that is positive; empty to guess it where it is unmistakable (0/1, no/yes, false/true)
 * @param id the column with the row ids; empty to use positions
 * @param weight the column with the row weights; empty for equal weights
 * @param cluster the column whose equal values mark rows that are not independent; empty for independent rows
 * @param slices what to slice by: a column, {@code "month & origin"} for every pair of values, or {@code "distance:4"}
 *     for so many bins of a column of numbers, each of about as many rows
 * @param task what is to be predicted; empty to guess it where it is unmistakable: queries are named, or classes, or
 *     the labels are fractional numbers; else binary
 * @param query the column whose equal values mark rows to be ranked together; empty unless the task is ranking
 * @param classes the classes that have scores, for several classes; empty to take those that occur
 * @param fold the column that says which fold's model scored each row, in cross-validation; empty for one model
 * @since 0.1
 */
public record ColumnRoles(
        String label,
        Optional<String> positive,
        Optional<String> id,
        Optional<String> weight,
        Optional<String> cluster,
        List<String> slices,
        Optional<Task> task,
        Optional<String> query,
        List<String> classes,
        Optional<String> fold) {

    /** Copies the lists. */
    public ColumnRoles {
        slices = List.copyOf(slices);
        classes = List.copyOf(classes);
    }

    /**
     * {@return roles with a label column and nothing else}
     *
     * @param column the column with the labels
     */
    public static ColumnRoles label(String column) {
        return new ColumnRoles(
                column,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /**
     * {@return the roles with the positive label named}
     *
     * @param value the label's text
     */
    public ColumnRoles positive(String value) {
        return new ColumnRoles(label, Optional.of(value), id, weight, cluster, slices, task, query, classes, fold);
    }

    /**
     * {@return the roles with ids}
     *
     * @param column the column with the row ids, which must be distinct
     */
    public ColumnRoles id(String column) {
        return new ColumnRoles(
                label, positive, Optional.of(column), weight, cluster, slices, task, query, classes, fold);
    }

    /**
     * {@return the roles with weights}
     *
     * @param column the column with the row weights
     */
    public ColumnRoles weight(String column) {
        return new ColumnRoles(label, positive, id, Optional.of(column), cluster, slices, task, query, classes, fold);
    }

    /**
     * {@return the roles with clusters}
     *
     * @param column the column whose equal values mark rows of one user, session, or the like
     */
    public ColumnRoles cluster(String column) {
        return new ColumnRoles(label, positive, id, weight, Optional.of(column), slices, task, query, classes, fold);
    }

    /**
     * {@return the roles with one more thing to slice by}
     *
     * @param slice a column, {@code "month & origin"} or {@code "distance:4"}
     */
    public ColumnRoles slice(String slice) {
        List<String> more = new ArrayList<>(slices);
        more.add(slice);
        return new ColumnRoles(label, positive, id, weight, cluster, more, task, query, classes, fold);
    }

    /**
     * {@return the roles with the task named}
     *
     * @param named what is to be predicted
     */
    public ColumnRoles task(Task named) {
        return new ColumnRoles(label, positive, id, weight, cluster, slices, Optional.of(named), query, classes, fold);
    }

    /**
     * {@return the roles with queries, within which rows are ranked}
     *
     * @param column the column whose equal values mark rows of one query
     */
    public ColumnRoles query(String column) {
        return new ColumnRoles(label, positive, id, weight, cluster, slices, task, Optional.of(column), classes, fold);
    }

    /**
     * {@return the roles with the classes that have scores}
     *
     * @param names the classes, those that no row is of included
     */
    public ColumnRoles classes(List<String> names) {
        return new ColumnRoles(label, positive, id, weight, cluster, slices, task, query, names, fold);
    }

    /**
     * {@return the roles with the folds of a cross-validation}
     *
     * @param column the column that says which fold's model scored each row; its values become slices too
     */
    public ColumnRoles fold(String column) {
        return new ColumnRoles(label, positive, id, weight, cluster, slices, task, query, classes, Optional.of(column));
    }

    /** {@return every column named, the label first, each once} */
    public List<String> columns() {
        return columns(List.of());
    }

    /**
     * {@return the names of all columns that are needed, each once; a column that exists is not taken for a cross or
     * for bins, whatever its name}
     *
     * @param names the columns that exist
     */
    public List<String> columns(List<String> names) {
        List<String> all = new ArrayList<>(List.of(label));
        id.ifPresent(all::add);
        weight.ifPresent(all::add);
        cluster.ifPresent(all::add);
        query.ifPresent(all::add);
        fold.ifPresent(all::add);
        slices.forEach(slice -> all.addAll(SliceSpec.columns(slice, names)));
        return all.stream().distinct().toList();
    }
}
