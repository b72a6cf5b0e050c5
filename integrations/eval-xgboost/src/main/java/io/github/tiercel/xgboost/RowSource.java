package io.github.tiercel.xgboost;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Features;
import java.util.Locale;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * The rows of an evaluation set, and how a booster reads them.
 *
 * @param features one row for each of the set, in its order
 * @param reader makes numbers of them
 * @param <X> what a row is
 */
record RowSource<X>(Features<X> features, RowReader<X> reader) {

    /** {@return some rows as XGBoost holds them; to be disposed} */
    DMatrix matrix(int[] rows, BoosterInput input) throws XGBoostError {
        Batch<X> batch = features.batch(rows);
        return input.matrix(
                reader.read(batch, input, i -> String.format(Locale.ROOT, "row %,d of the set", rows[i] + 1)));
    }
}
