package io.github.tiercel.onnx;

import io.github.tiercel.data.FeatureBatch;
import java.util.Optional;

/**
 * Reads a column as integers, where neither a missing value nor a fraction has a place.
 *
 * @param feature the column's place among those that the model reads
 * @param categories what a column of text is translated by
 */
record IntegerReader(int feature, String column, String type, Optional<Categories> categories) {

    long[] read(FeatureBatch batch, int at) {
        requirePresent(batch, at);
        if (categories.isPresent()) {
            return codes(categories.get().places(batch, at));
        }
        return switch (batch.type(at)) {
            case INTEGER -> batch.longs(at);
            case NUMBER -> whole(batch.doubles(at));
            case TEXT ->
                throw Faults.features("Column \"" + column + "\" holds text, but the model reads " + type
                        + " of it. Name its categories in the order of the model.");
        };
    }

    private void requirePresent(FeatureBatch batch, int at) {
        for (int row = 0; row < batch.size(); row++) {
            if (batch.isMissing(row, at)) {
                throw Faults.features("Column \"" + column + "\" has no value at " + Faults.place(row, batch.size())
                        + ", but the model reads " + type + ", which has no missing value. Fill the column in as for"
                        + " training.");
            }
        }
    }

    private static long[] codes(int[] places) {
        long[] codes = new long[places.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = places[row];
        }
        return codes;
    }

    private long[] whole(double[] values) {
        long[] whole = new long[values.length];
        for (int row = 0; row < whole.length; row++) {
            whole[row] = (long) values[row];
            if (whole[row] != values[row]) {
                throw Faults.features("Column \"" + column + "\" has " + values[row] + " at "
                        + Faults.place(row, values.length) + ", but the model reads " + type
                        + ", which has no fractions.");
            }
        }
        return whole;
    }
}
