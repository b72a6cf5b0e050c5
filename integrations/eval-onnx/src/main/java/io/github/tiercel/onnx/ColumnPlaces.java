package io.github.tiercel.onnx;

import io.github.tiercel.data.FeatureBatch;
import io.github.tiercel.data.NearestName;
import java.util.List;

/** Finds the columns that a model reads in the batches of a table. */
final class ColumnPlaces {

    private final String file;
    private final List<String> wanted;
    /** Batches of one table share its list of names. */
    private volatile Found last = new Found(List.of(), new int[0]);

    ColumnPlaces(String file, List<String> wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    /** {@return for each column wanted its place in the batch; not to be changed} */
    int[] in(FeatureBatch batch) {
        List<String> columns = batch.columns();
        Found known = last;
        if (known.columns != columns) {
            known = new Found(
                    columns,
                    wanted.stream().mapToInt(name -> place(name, columns)).toArray());
            last = known;
        }
        return known.places;
    }

    private int place(String name, List<String> columns) {
        int place = columns.indexOf(name);
        if (place < 0) {
            throw Faults.features(
                    "The model in " + file + " reads the column \"" + name + "\", which the features do not"
                            + " have." + NearestName.suggestion(name, columns) + " They have "
                            + Faults.listed(columns) + ".");
        }
        return place;
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared, and never leaves the package.
    private record Found(List<String> columns, int[] places) {}
}
