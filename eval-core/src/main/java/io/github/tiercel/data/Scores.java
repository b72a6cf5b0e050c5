package io.github.tiercel.data;

/**
 * A model's scores for the rows of an evaluation set, in the caller's row order: the model itself is not needed.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * Scores candidate = Scores.of("candidate", new double[] {0.1, 0.4, 0.35, 0.8});
 * }</pre>
 *
 * @since 0.1
 */
public final class Scores {

    private final String model;
    private final double[] values;

    private Scores(String model, double[] values) {
        this.model = model;
        this.values = values;
    }

    /**
     * {@return scores}
     *
     * @param model the model's name, as results show it
     * @param values one number a row; copied
     * @throws DataException if a score is NaN
     */
    public static Scores of(String model, double[] values) {
        return wrap(model, values.clone());
    }

    /**
     * {@return scores over the caller's own array, which the caller must not change afterwards}
     *
     * @param model the model's name, as results show it
     * @param values one number a row
     * @throws DataException if a score is NaN
     */
    public static Scores wrap(String model, double[] values) {
        Offenders nan = Offenders.of(values.length, row -> Double.isNaN(values[row]));
        if (nan.exist()) {
            throw notNumbers(model, "NaN", nan, values.length);
        }
        return new Scores(model, values);
    }

    /**
     * {@return the scores in a column}
     *
     * @param columns where to look
     * @param name the column's name, which becomes the model's name
     * @throws IllegalArgumentException if there is no such column
     * @throws DataException if a score is missing, NaN, or not a number
     */
    public static Scores from(Columns columns, String name) {
        Column column = columns.column(name);
        Offenders missing = Offenders.of(columns.rows(), column::isMissing);
        if (missing.exist()) {
            throw notNumbers(name, "missing", missing, columns.rows());
        }
        return wrap(name, Numbers.of(column, "scores", columns.source()));
    }

    /** {@return the model's name} */
    public String model() {
        return model;
    }

    /** {@return the number of rows} */
    public int rows() {
        return values.length;
    }

    /**
     * {@return the score of a row}
     *
     * @param row the row, from 0
     */
    public double score(int row) {
        return values[row];
    }

    /**
     * {@return the error that these scores are no probabilities}
     *
     * @param metric the metric that needs probabilities
     */
    public DataException notProbabilities(String metric) {
        Offenders outside = Offenders.of(values.length, row -> !(values[row] >= 0 && values[row] <= 1));
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new DataException(Offenders.number(outside.count()) + " of " + Offenders.number(values.length)
                + " scores of \"" + model + "\" are outside [0, 1] (from " + least + " to " + most + ", "
                + outside.where() + "), but " + metric + " needs probabilities. If these are logits, apply the logistic"
                + " function first; rank metrics such as roc_auc take any score.");
    }

    double[] shared() {
        return values;
    }

    private static DataException notNumbers(String model, String what, Offenders rows, int all) {
        return new DataException(
                Offenders.number(rows.count()) + " of " + Offenders.number(all) + " scores of \"" + model
                        + "\" " + (rows.count() == 1 ? "is " : "are ") + what + " (" + rows.where()
                        + "). The model may have failed on these rows or a feature is missing there;"
                        + " every row needs a score, so fix the model or leave the rows out of the data.");
    }
}
