package io.github.tiercel.packed;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.sampling.Strata;
import java.util.List;

/**
 * What a packed set says of itself.
 *
 * @param source the name of what was packed, for messages
 * @param fingerprint the SHA-256 of the source's bytes
 * @param options what was asked of the packing, in a form that is equal for equal wishes
 * @param roles which columns of the source are what, with the task, and for binary labels the positive one, named
 * @param seed the seed of sampling and bootstrap
 * @param rows the number of rows, at least 1
 * @param columns the columns of the files, in their order
 * @param features the columns that models may read, in the order in which they were named
 * @param strata the strata of the order; none where queries or clusters are drawn whole
 * @param strataRows how many rows each of them has
 * @param merges what was merged to have few enough of them
 * @since 0.1
 */
public record SetDescription(
        String source,
        String fingerprint,
        String options,
        ColumnRoles roles,
        long seed,
        int rows,
        List<PackedColumn> columns,
        List<String> features,
        List<Strata.Part> strata,
        List<Integer> strataRows,
        List<Strata.Merge> merges) {

    /** Copies the lists. */
    public SetDescription {
        columns = List.copyOf(columns);
        features = List.copyOf(features);
        strata = List.copyOf(strata);
        strataRows = List.copyOf(strataRows);
        merges = List.copyOf(merges);
    }

    /** {@return the names of the columns that come from the source as they are} */
    public List<String> dataColumns() {
        return columns.stream()
                .filter(column -> !column.isReserved())
                .map(PackedColumn::name)
                .toList();
    }

    /** {@return whether there is such a column} */
    boolean has(PackedColumn column) {
        return columns.contains(column);
    }
}
