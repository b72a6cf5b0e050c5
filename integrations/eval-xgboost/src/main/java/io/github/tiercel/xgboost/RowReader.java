package io.github.tiercel.xgboost;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.FeatureBatch;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.inference.ModelException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Makes of rows the numbers that a booster reads: row after row, floats, NaN where missing.
 *
 * @param <X> what a row is
 */
@FunctionalInterface
interface RowReader<X> {

    /**
     * {@return the numbers of all rows of a batch}
     *
     * @param place says where a row of the batch stands, for messages
     * @throws ModelException if a row has not as many features as the booster reads, or one that is no finite float
     */
    float[] read(Batch<X> batch, BoosterInput input, IntFunction<String> place);

    static float[] doubles(Batch<double[]> batch, BoosterInput input, IntFunction<String> place) {
        float[] numbers = new float[batch.size() * input.features()];
        for (int row = 0; row < batch.size(); row++) {
            double[] values = batch.row(row);
            requireWidth(values.length, input, row, place);
            int start = row * input.features();
            for (int feature = 0; feature < values.length; feature++) {
                numbers[start + feature] = number(values[feature], feature, row, place);
            }
        }
        return numbers;
    }

    static float[] floats(Batch<float[]> batch, BoosterInput input, IntFunction<String> place) {
        float[] numbers = new float[batch.size() * input.features()];
        for (int row = 0; row < batch.size(); row++) {
            float[] values = batch.row(row);
            requireWidth(values.length, input, row, place);
            int start = row * input.features();
            for (int feature = 0; feature < values.length; feature++) {
                numbers[start + feature] = number(values[feature], feature, row, place);
            }
        }
        return numbers;
    }

    /** By name where the booster knows names, else by place. */
    static float[] columns(Batch<FeatureRow> batch, BoosterInput input, IntFunction<String> place) {
        FeatureBatch columns = FeatureBatch.of(batch);
        List<String> names = input.names().isEmpty() ? columns.columns() : input.names();
        requireWidth(names.size(), input, 0, place);
        float[] numbers = new float[batch.size() * input.features()];
        for (int feature = 0; feature < names.size(); feature++) {
            double[] values = columns.doubles(columns.column(names.get(feature)));
            for (int row = 0; row < values.length; row++) {
                numbers[row * input.features() + feature] = number(values[row], feature, row, place);
            }
        }
        return numbers;
    }

    private static void requireWidth(int width, BoosterInput input, int row, IntFunction<String> place) {
        // XGBoost refuses a row that is too long, and takes what a short one lacks to be missing.
        if (width != input.features()) {
            throw new ModelException(
                    "MODEL_FEATURES",
                    String.format(
                            Locale.ROOT,
                            "%s has %,d features, but the booster reads %,d. Give it the features of its training, in their"
                                    + " order, NaN where one is missing.",
                            place.apply(row),
                            width,
                            input.features()));
        }
    }

    private static float number(double value, int feature, int row, IntFunction<String> place) {
        float number = (float) value;
        if (Float.isInfinite(number)) {
            throw new ModelException(
                    "MODEL_FEATURES",
                    String.format(
                            Locale.ROOT,
                            "Feature %,d of %s is %s, which is not finite as a float. XGBoost reads finite floats, and NaN"
                                    + " where a value is missing.",
                            feature + 1,
                            place.apply(row),
                            value));
        }
        return number;
    }
}
