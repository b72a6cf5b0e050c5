package io.github.tiercel.duckdb;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Filter;
import io.github.tiercel.metrics.Task;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is asked of a packing.
 *
 * @param features columns for models; empty for all that have no other part
 * @param stratify what classes are crossed with
 * @param earlier the order that rows keep if they have one, unless it is to be by more than labels
 */
record PackingOptions(
        ColumnRoles roles,
        Optional<List<String>> features,
        Optional<Filter> filter,
        List<String> stratify,
        boolean dropsUnlabelled,
        long seed,
        EarlierOrder earlier) {

    PackingOptions features(List<String> names) {
        return new PackingOptions(roles, Optional.of(names), filter, stratify, dropsUnlabelled, seed, earlier);
    }

    PackingOptions where(Filter condition) {
        Filter all = filter.map(before -> before.and(condition)).orElse(condition);
        return new PackingOptions(roles, features, Optional.of(all), stratify, dropsUnlabelled, seed, earlier);
    }

    PackingOptions stratify(List<String> slices) {
        return new PackingOptions(roles, features, filter, slices, dropsUnlabelled, seed, earlier);
    }

    PackingOptions dropUnlabelled() {
        return new PackingOptions(roles, features, filter, stratify, true, seed, earlier);
    }

    PackingOptions seed(long value) {
        return new PackingOptions(roles, features, filter, stratify, dropsUnlabelled, value, earlier);
    }

    PackingOptions keeping(EarlierOrder order) {
        return new PackingOptions(roles, features, filter, stratify, dropsUnlabelled, seed, order);
    }

    Optional<String> group() {
        return roles.query().or(roles::cluster);
    }

    /** Whether classes are crossed with columns. */
    boolean isCrossed() {
        return !stratify.isEmpty();
    }

    void refuseGroupsInStrata() {
        if (group().isPresent() && isCrossed()) {
            throw new IllegalArgumentException("Rows in queries or clusters are drawn whole and have no strata."
                    + " Leave out the columns to stratify by, or the queries or clusters.");
        }
    }

    /** The roles with what was guessed. */
    ColumnRoles described(EvaluationSet labels) {
        ColumnRoles known = roles.task(labels.task()).classes(labels.classes());
        return labels.positive().map(known::positive).orElse(known);
    }

    /** The roles that say what labels are. */
    ColumnRoles labels() {
        return new ColumnRoles(
                roles.label(),
                roles.positive(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                roles.task(),
                roles.query(),
                roles.classes(),
                Optional.empty());
    }

    /** The roles that decide which row belongs where. */
    ColumnRoles ordering() {
        return new ColumnRoles(
                roles.label(),
                roles.positive(),
                Optional.empty(),
                Optional.empty(),
                roles.cluster(),
                stratify,
                roles.task(),
                roles.query(),
                roles.classes(),
                Optional.empty());
    }

    /** The columns that slices are made of, as far as they exist. */
    static List<String> sliceColumns(List<String> slices, List<String> names) {
        String none = "\0";
        ColumnRoles roles = ColumnRoles.label(none);
        for (String slice : slices) {
            roles = roles.slice(slice);
        }
        return roles.columns(names).stream().filter(name -> !name.equals(none)).toList();
    }

    /** {@return whether a slice is made of bins of numbers} */
    static boolean hasBins(String slice, List<String> names) {
        return !names.contains(slice) && !names.containsAll(List.of(slice.split(" & ", -1)));
    }

    /** Whether rows are ordered one by one, by their labels alone. */
    boolean isOrderedByLabels() {
        return stratify.isEmpty() && group().isEmpty();
    }

    /** Whether a set with this text has no other columns in its strata. */
    static boolean isOrderedByLabels(String text) {
        return text.contains("; stratify []; ");
    }

    /** Equal for equal wishes, and for no others: values are quoted. */
    String text() {
        return String.join(
                "; ",
                "label " + quoted(roles.label()),
                "task " + roles.task().map(Task::spelling).orElse("guessed"),
                "positive " + quoted(roles.positive().stream().toList()),
                "classes " + quoted(roles.classes()),
                "id " + quoted(roles.id().stream().toList()),
                "weight " + quoted(roles.weight().stream().toList()),
                "query " + quoted(roles.query().stream().toList()),
                "cluster " + quoted(roles.cluster().stream().toList()),
                "slices " + quoted(roles.slices()),
                "stratify " + quoted(stratify),
                "features " + features.map(PackingOptions::quoted).orElse("all"),
                "where " + filter.map(PackingOptions::text).orElse("all"),
                "unlabelled " + (dropsUnlabelled ? "dropped" : "refused"),
                "seed " + seed);
    }

    private static String text(Filter filter) {
        if (filter instanceof Filter.And and) {
            return text(and.left()) + " and " + text(and.right());
        }
        if (filter instanceof Filter.In in) {
            return quoted(in.column()) + " in " + quoted(in.values());
        }
        if (filter instanceof Filter.Compare compare) {
            return quoted(compare.column()) + " " + compare.bound() + " " + quoted(compare.value());
        }
        return quoted(((Filter.Present) filter).column()) + " present";
    }

    private static String quoted(Collection<String> texts) {
        return texts.stream().map(PackingOptions::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
