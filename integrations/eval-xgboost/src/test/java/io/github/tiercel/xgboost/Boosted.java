package io.github.tiercel.xgboost;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Rows that a booster can learn from, boosters that did, and what is done with them over and over. */
final class Boosted {

    static final int FEATURES = 6;

    /** A name for each feature. */
    static final String[] NAMES = {"a", "b", "c", "d", "e", "f"};

    static final String BINARY = "binary:logistic";
    static final String CLASSES = "multi:softprob";
    static final String NUMBERS = "reg:squarederror";

    private Boosted() {}

    /** {@return rows of numbers, one in twelve of which is missing} */
    static double[][] rows(int rows, long seed) {
        Random random = new Random(seed);
        double[][] values = new double[rows][FEATURES];
        for (double[] row : values) {
            for (int feature = 0; feature < FEATURES; feature++) {
                row[feature] = random.nextInt(12) == 0 ? Double.NaN : random.nextGaussian();
            }
        }
        return values;
    }

    /** {@return what is to be learned of rows: a number that the first three features and chance decide} */
    static double[] numbers(double[][] rows, long seed) {
        Random random = new Random(seed);
        return Arrays.stream(rows)
                .mapToDouble(row -> (Double.isNaN(row[0]) ? 1 : row[0])
                        - (Double.isNaN(row[1]) ? 0 : row[1])
                        + random.nextGaussian())
                .toArray();
    }

    static boolean[] positives(double[] numbers) {
        boolean[] positives = new boolean[numbers.length];
        for (int row = 0; row < numbers.length; row++) {
            positives[row] = numbers[row] > 1;
        }
        return positives;
    }

    /** {@return one of three classes a row} */
    static int[] classes(double[] numbers) {
        return Arrays.stream(numbers)
                .mapToInt(number -> number > 1 ? 2 : number > -1 ? 1 : 0)
                .toArray();
    }

    static Map<String, Object> parameters(String objective) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("objective", objective, "nthread", 1, "max_depth", 3, "seed", 7));
        if (objective.startsWith("multi")) {
            parameters.put("num_class", 3);
        }
        return parameters;
    }

    static Map<String, Object> parameters(String objective, String booster) {
        Map<String, Object> parameters = parameters(objective);
        parameters.put("booster", booster);
        if (booster.equals("dart")) {
            parameters.put("rate_drop", 0.5);
        }
        return parameters;
    }

    /** {@return labelled rows to train on} */
    static DMatrix training(int rows, long seed, String objective) throws XGBoostError {
        double[][] values = rows(rows, seed);
        double[] numbers = numbers(values, seed);
        DMatrix matrix = matrix(values);
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = switch (objective) {
                case NUMBERS -> (float) numbers[row];
                case BINARY -> numbers[row] > 1 ? 1 : 0;
                default -> classes(numbers)[row];
            };
        }
        matrix.setLabel(labels);
        return matrix;
    }

    static DMatrix matrix(double[][] rows) throws XGBoostError {
        float[] numbers = new float[rows.length * rows[0].length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return new DMatrix(numbers, rows.length, rows[0].length, Float.NaN);
    }

    static Booster train(String objective, int rounds) throws XGBoostError {
        return train(parameters(objective), rounds);
    }

    static Booster train(Map<String, Object> parameters, int rounds) throws XGBoostError {
        DMatrix training = training(400, 1, String.valueOf(parameters.get("objective")));
        return XGBoost.train(training, parameters, rounds, Map.of(), null, null);
    }

    /** {@return what XGBoost itself gives for rows that it has not seen before} */
    static float[][] fresh(Booster booster, double[][] rows, int rounds) throws XGBoostError {
        DMatrix matrix = matrix(rows);
        try {
            return booster.predict(matrix, false, rounds);
        } finally {
            matrix.dispose();
        }
    }

    static <X> float[][] scores(Predictor<X> predictor, List<X> rows) throws Exception {
        float[][] scores = new float[rows.size()][predictor.outputs().count()];
        predictor.predict(batch(rows), new ScoreSink() {
            @Override
            public void score(int row, double score) {
                score(row, 0, score);
            }

            @Override
            public void score(int row, int output, double score) {
                scores[row][output] = (float) score;
            }
        });
        return scores;
    }

    static <X> Batch<X> batch(List<X> rows) {
        return new Batch<>() {
            @Override
            public int size() {
                return rows.size();
            }

            @Override
            public X row(int i) {
                return rows.get(i);
            }
        };
    }

    static double[][] pick(double[][] rows, int[] numbers) {
        return Arrays.stream(numbers).mapToObj(number -> rows[number]).toArray(double[][]::new);
    }

    /** {@return one array for each score of a row} */
    static double[][] planes(float[][] scores) {
        double[][] planes = new double[scores[0].length][scores.length];
        for (int row = 0; row < scores.length; row++) {
            for (int output = 0; output < planes.length; output++) {
                planes[output][row] = scores[row][output];
            }
        }
        return planes;
    }

    /** {@return rows as columns, and one of text} */
    static Columns table(double[][] rows) {
        List<Column> columns = new ArrayList<>();
        for (int feature = 0; feature < Boosted.FEATURES; feature++) {
            columns.add(column(rows, feature));
        }
        columns.add(TextColumn.wrap("text", new int[rows.length], List.of("words")));
        return Columns.of("a table", rows.length, columns);
    }

    /** What is NaN in a row is missing in the column. */
    private static Column column(double[][] rows, int feature) {
        double[] values = new double[rows.length];
        BitSet missing = new BitSet();
        for (int row = 0; row < rows.length; row++) {
            boolean isMissing = Double.isNaN(rows[row][feature]);
            values[row] = isMissing ? 0 : rows[row][feature];
            missing.set(row, isMissing);
        }
        return NumberColumn.wrap(NAMES[feature], values, missing);
    }

    static float[] floats(double[] row) {
        float[] floats = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            floats[i] = (float) row[i];
        }
        return floats;
    }
}
