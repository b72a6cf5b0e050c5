package io.github.tiercel.result;

import java.util.List;

/**
 * How the features of two data sets differ, column by column.
 *
 * @param reference where the reference comes from, as a rule the rows of training
 * @param data where the rows to compare with it come from
 * @param referenceRows how many rows the reference has
 * @param dataRows how many the data have
 * @param thresholds when a column counts as skewed
 * @param level the level of intervals
 * @param columns the columns that both have, in the reference's order
 * @param onlyReference columns that the data lack
 * @param onlyData columns that the reference lacks
 * @param otherTypes columns that both have of different types
 * @param provenance what the result was made from and with
 * @since 0.1
 */
public record SkewResult(
        String reference,
        String data,
        int referenceRows,
        int dataRows,
        SkewThresholds thresholds,
        double level,
        List<ColumnSkew> columns,
        List<String> onlyReference,
        List<String> onlyData,
        List<TypeMismatch> otherTypes,
        Provenance provenance) {

    /** Version of the JSON form; it changes only when a reader of the old form would be misled. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the lists. */
    public SkewResult {
        columns = List.copyOf(columns);
        onlyReference = List.copyOf(onlyReference);
        onlyData = List.copyOf(onlyData);
        otherTypes = List.copyOf(otherTypes);
    }

    /** {@return the columns that differ significantly and by much} */
    public List<ColumnSkew> skewed() {
        return columns.stream().filter(ColumnSkew::isSkewed).toList();
    }

    /**
     * {@return what was found of a column}
     *
     * @param name the column's name
     * @throws IllegalArgumentException if it was not compared
     */
    public ColumnSkew column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("column \"" + name + "\" was not compared; this result holds "
                                + columns.stream().map(ColumnSkew::name).toList()));
    }

    /**
     * {@return the same result with another provenance}
     *
     * @param origin what the result was made from and with
     */
    public SkewResult traced(Provenance origin) {
        return new SkewResult(
                reference,
                data,
                referenceRows,
                dataRows,
                thresholds,
                level,
                columns,
                onlyReference,
                onlyData,
                otherTypes,
                origin);
    }
}
