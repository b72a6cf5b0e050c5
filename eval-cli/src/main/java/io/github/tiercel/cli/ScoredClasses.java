package io.github.tiercel.cli;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.TextColumn;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The classes that columns have scores of, as what follows a prefix in their names. */
final class ScoredClasses {

    private static final int FEWEST = 2;
    private static final String WHOLE = ".0";

    private ScoredClasses() {}

    /**
     * Finds them among columns.
     *
     * @param columns the names of all columns
     * @param taken columns that have another part to play
     * @param prefixes those of all models; columns of a longer one are not of a shorter one that it begins with
     */
    static List<String> of(String prefix, List<String> columns, Collection<String> taken, Collection<String> prefixes) {
        List<String> longer = prefixes.stream()
                .filter(other -> other.startsWith(prefix) && other.length() > prefix.length())
                .toList();
        List<String> names = columns.stream()
                .filter(column -> column.startsWith(prefix) && column.length() > prefix.length())
                .filter(column -> !taken.contains(column) && longer.stream().noneMatch(column::startsWith))
                .map(column -> column.substring(prefix.length()))
                .toList();
        if (names.size() < FEWEST) {
            throw Usage.mistake("Fewer than two columns of scores begin with \"" + prefix
                    + "\". There must be one for each class, such as " + prefix + "cat and " + prefix
                    + "dog. Columns: " + String.join(", ", columns) + ".");
        }
        return names;
    }

    /**
     * Refuses a class that no row is of: its column may as well hold something else.
     *
     * @throws io.github.tiercel.data.UsageException if there is one
     */
    static void check(String prefix, List<String> classes, Column labels) {
        Set<String> unseen = new LinkedHashSet<>(classes);
        for (int row = 0; row < labels.rows() && !unseen.isEmpty(); row++) {
            unseen.remove(text(labels, row));
        }
        for (String name : unseen) {
            throw Usage.mistake("Column \"" + prefix + name + "\" begins with \"" + prefix
                    + "\", but no label in column \"" + labels.name() + "\" is \"" + name
                    + "\". Name the classes with --classes, those without a row included.");
        }
    }

    /** 1.0 and 1 are one label in a column of numbers. */
    private static String text(Column labels, int row) {
        String text = labels.text(row);
        boolean whole = !(labels instanceof TextColumn) && text.endsWith(WHOLE);
        return whole ? text.substring(0, text.length() - WHOLE.length()) : text;
    }
}
