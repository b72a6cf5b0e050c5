package io.github.tiercel.onnx;

import io.github.tiercel.data.ColumnType;
import io.github.tiercel.data.FeatureBatch;

/** What one column of a table puts into a model's matrix. */
sealed interface MatrixPart {

    /** {@return the column's place among those that the model reads} */
    int feature();

    /** Reads the column at a place of the batch. */
    void fill(FeatureBatch batch, int at, MatrixTarget target);

    /** The number itself, NaN where missing. */
    record Value(int feature, String column, int matrixColumn) implements MatrixPart {

        @Override
        public void fill(FeatureBatch batch, int at, MatrixTarget target) {
            if (batch.type(at) == ColumnType.TEXT) {
                throw Faults.features(
                        "Column \"" + column + "\" holds text, but the model reads a number of it. Name its"
                                + " categories in the order of the model, or one column of the matrix for each value as \""
                                + column + "=VALUE\".");
            }
            double[] values = batch.doubles(at);
            int tooLarge = target.put(matrixColumn, values);
            if (tooLarge >= 0) {
                throw Faults.features(
                        "Column \"" + column + "\" has " + values[tooLarge] + " at "
                                + Faults.place(tooLarge, values.length)
                                + ", which is too large for the floats that the model reads. Scale the column as for training.");
            }
        }
    }

    /** The place of the category, -1 for a value that the model does not know, NaN where missing. */
    record Code(int feature, Categories categories, int matrixColumn) implements MatrixPart {

        @Override
        public void fill(FeatureBatch batch, int at, MatrixTarget target) {
            int[] places = categories.places(batch, at);
            double[] codes = new double[places.length];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = places[row] == Categories.MISSING ? Double.NaN : places[row];
            }
            target.put(matrixColumn, codes);
        }
    }

    /** A 1 in the matrix column of the category; none for a value that the model does not know, or where missing. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, and never leaves the package.
    record OneHot(int feature, Categories categories, int[] matrixColumns) implements MatrixPart {

        @Override
        public void fill(FeatureBatch batch, int at, MatrixTarget target) {
            target.mark(matrixColumns, categories.places(batch, at));
        }
    }
}
