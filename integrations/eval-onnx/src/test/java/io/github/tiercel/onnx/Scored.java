package io.github.tiercel.onnx;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Small tables, and what a model gives for their rows. */
final class Scored {

    private Scored() {}

    /** {@return all rows of a table in one batch, as rows of these columns} */
    static Batch<FeatureRow> batch(Column... columns) {
        return batch(Columns.of("table", columns[0].rows(), List.of(columns)));
    }

    static Batch<FeatureRow> batch(Columns table) {
        return features(table).batch(IntStream.range(0, table.rows()).toArray());
    }

    static Features<FeatureRow> features(Columns table) {
        return Features.from(table, table.names().toArray(String[]::new));
    }

    static NumberColumn numbers(String name, double... values) {
        BitSet missing = new BitSet();
        for (int i = 0; i < values.length; i++) {
            missing.set(i, Double.isNaN(values[i]));
        }
        return NumberColumn.wrap(name, values, missing);
    }

    static IntegerColumn integers(String name, long... values) {
        return IntegerColumn.wrap(name, values, new BitSet());
    }

    static TextColumn texts(String name, @Nullable String... values) {
        List<String> dictionary = Arrays.stream(values)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        int[] codes = Arrays.stream(values)
                .mapToInt(value -> value == null ? TextColumn.MISSING : dictionary.indexOf(value))
                .toArray();
        return TextColumn.wrap(name, codes, dictionary);
    }

    /** {@return the first output of each row} */
    static double[] first(Predictor<FeatureRow> model, Column... columns) {
        return Arrays.stream(all(model, batch(columns)))
                .mapToDouble(row -> row[0])
                .toArray();
    }

    /** {@return for each row all outputs} */
    static double[][] all(Predictor<FeatureRow> model, Batch<FeatureRow> batch) {
        double[][] scores = new double[batch.size()][model.outputs().count()];
        try {
            model.predict(batch, new ScoreSink() {
                @Override
                public void score(int row, double score) {
                    score(row, 0, score);
                }

                @Override
                public void score(int row, int output, double score) {
                    scores[row][output] = score;
                }
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return scores;
    }
}
