package io.github.tiercel.onnx;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.FeatureBatch;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.inference.KnownCategories;
import io.github.tiercel.inference.UnknownCategories;
import java.util.List;

/**
 * Categories of a column, wherever it stands in a table.
 *
 * @param feature the column's place among those that the model reads
 */
record ColumnCategories(int feature, Categories categories, ColumnPlaces places)
        implements KnownCategories<FeatureRow> {

    @Override
    public String column() {
        return categories.column();
    }

    @Override
    public List<String> known() {
        return categories.known();
    }

    @Override
    public UnknownCategories unknown(Batch<FeatureRow> batch) {
        FeatureBatch columns = FeatureBatch.of(batch);
        return categories.unknown(columns, places.in(columns)[feature]);
    }
}
