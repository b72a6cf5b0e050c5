package io.github.tiercel.data;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;

/**
 * A model's scores for the rows of an evaluation set, in the caller's row order: the model itself is not needed. One a
 * row, or, to tell several classes apart, one for each class.
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

    /** As metrics of several classes allow: sums of 32-bit probabilities differ from 1 by this much. */
    private static final double SUM_TOLERANCE = 1e-4;

    private final String model;
    private final List<String> classes;
    private final double[][] values;

    private Scores(String model, List<String> classes, double[][] values) {
        this.model = model;
        this.classes = List.copyOf(classes);
        this.values = values;
    }

    /**
     * {@return scores}
     *
     * @param model the model's name, as results show it
     * @param values one number a row; copied
     * @throws DataException if a score is NaN or infinite
     */
    public static Scores of(String model, double[] values) {
        return wrap(model, values.clone());
    }

    /**
     * {@return scores over the caller's own array, which the caller must not change afterwards}
     *
     * @param model the model's name, as results show it
     * @param values one number a row
     * @throws DataException if a score is NaN or infinite
     */
    public static Scores wrap(String model, double[] values) {
        return wrap(model, List.of(), new double[][] {values});
    }

    /**
     * {@return scores of several classes}
     *
     * @param model the model's name, as results show it
     * @param classes the names of the classes: at least two, distinct
     * @param values one array a class, in the order of the names, with one number a row; copied
     * @throws IllegalArgumentException if there is not one array a class, or the names are too few or repeat
     * @throws DataException if a score is NaN or infinite, or the arrays differ in length
     */
    public static Scores ofClasses(String model, List<String> classes, double[][] values) {
        if (classes.size() < 2 || classes.stream().distinct().count() < classes.size()) {
            throw new UsageException("USAGE", "classes must be at least two with distinct names, got " + classes);
        }
        if (values.length != classes.size()) {
            throw new IllegalArgumentException("values must be one array for each of the " + classes.size()
                    + " classes, got " + values.length + ". Scores of a row stand in different arrays.");
        }
        return wrap(model, classes, Arrays.stream(values).map(double[]::clone).toArray(double[][]::new));
    }

    /** The caller must not change the arrays afterwards. */
    static Scores wrap(String model, List<String> classes, double[][] values) {
        for (double[] ofClass : values) {
            if (ofClass.length != values[0].length) {
                throw new DataException(
                        "LENGTH_MISMATCH",
                        "Scores of \"" + model + "\" have " + Offenders.number(values[0].length)
                                + " rows for one class and " + Offenders.number(ofClass.length)
                                + " for another. Each row needs one for each class.");
            }
        }
        Offenders bad = Offenders.of(values[0].length, any(values, score -> !Double.isFinite(score)));
        if (bad.exist()) {
            throw notNumbers(model, notFinite(values), bad, values[0].length);
        }
        return new Scores(model, classes, values);
    }

    /**
     * {@return the scores in a column}
     *
     * @param columns where to look
     * @param name the column's name, which becomes the model's name
     * @throws IllegalArgumentException if there is no such column
     * @throws DataException if a score is missing, NaN, infinite, or not a number
     */
    public static Scores from(Columns columns, String name) {
        return wrap(name, read(columns, name, name));
    }

    /**
     * {@return the scores of several classes in columns, one a class}
     *
     * @param columns where to look
     * @param prefix what the names of the columns begin with; the rest is the name of the class
     * @param classes the classes
     * @throws IllegalArgumentException if there is no such column
     * @throws DataException if a score is missing, NaN, infinite, or not a number
     */
    public static Scores from(Columns columns, String prefix, List<String> classes) {
        String model = modelOf(prefix);
        double[][] values = classes.stream()
                .map(name -> read(columns, prefix + name, model))
                .toArray(double[][]::new);
        return wrap(model, classes, values);
    }

    /**
     * {@return what results call the model whose columns begin with a prefix: {@code p} where that is {@code p_}}
     *
     * @param prefix what the names of the columns begin with
     */
    public static String modelOf(String prefix) {
        String stripped = prefix.replaceFirst("[_.\\-]+$", "");
        return stripped.isEmpty() ? prefix : stripped;
    }

    private static double[] read(Columns columns, String name, String model) {
        Column column = columns.column(name);
        Offenders missing = Offenders.of(columns.rows(), column::isMissing);
        if (missing.exist()) {
            throw notNumbers(model, "missing", missing, columns.rows());
        }
        return Numbers.of(column, "scores", columns.source());
    }

    /**
     * {@return the same scores of a model that goes by another name}
     *
     * @param other the model's name, as results show it
     */
    public Scores called(String other) {
        return new Scores(other, classes, values);
    }

    /** {@return the model's name} */
    public String model() {
        return model;
    }

    /** {@return the classes that there are scores of; empty where there is one score a row} */
    public List<String> classes() {
        return classes;
    }

    /** {@return the number of rows} */
    public int rows() {
        return values[0].length;
    }

    /**
     * {@return the score of a row}
     *
     * @param row the row, from 0
     * @throws IllegalStateException if there are scores of several classes
     */
    public double score(int row) {
        if (!classes.isEmpty()) {
            throw new IllegalStateException("\"" + model + "\" has one score for each of " + classes);
        }
        return values[0][row];
    }

    /**
     * {@return the score of a class for a row}
     *
     * @param classIndex the place of the class in {@link #classes()}
     * @param row the row, from 0
     */
    public double score(int classIndex, int row) {
        return values[classIndex][row];
    }

    /**
     * {@return the error that these scores are no probabilities}
     *
     * @param metric the metric that needs probabilities
     */
    public DataException notProbabilities(String metric) {
        Offenders outside = Offenders.of(rows(), any(values, score -> !(score >= 0 && score <= 1)));
        return outside.exist() ? outside(metric, outside) : ofAnotherSum(metric);
    }

    private DataException outside(String metric, Offenders outside) {
        double least =
                Arrays.stream(values).flatMapToDouble(Arrays::stream).min().orElseThrow();
        double most =
                Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElseThrow();
        String unless = classes.isEmpty()
                ? "If these are logits, apply the logistic function first; rank metrics such as roc_auc take any score."
                : "If these are logits, apply the softmax function first; metrics of decisions, such as accuracy, take"
                        + " any score.";
        return new DataException(
                "OUTSIDE_0_1",
                Offenders.number(outside.count()) + " of " + Offenders.number(rows())
                        + (classes.isEmpty() ? " scores of \"" : " rows of scores of \"") + model
                        + "\" are outside [0, 1] (from "
                        + least + " to " + most + ", " + outside.where() + "), but " + metric + " needs probabilities. "
                        + unless);
    }

    private DataException ofAnotherSum(String metric) {
        Offenders other = Offenders.of(rows(), row -> Math.abs(sum(row) - 1) > SUM_TOLERANCE);
        return new DataException(
                "SUM_NOT_1",
                Offenders.number(other.count()) + " of " + Offenders.number(rows())
                        + " rows of scores of \"" + model + "\" do not sum to 1 (" + other.where() + ": "
                        + (other.exist() ? sum(other.first()) : "") + "), but " + metric
                        + " needs the probabilities of all classes. Check that there is a score for every class.");
    }

    private double sum(int row) {
        double sum = 0;
        for (double[] ofClass : values) {
            sum += ofClass[row];
        }
        return sum;
    }

    /** The scores by class in the order wanted, or the only ones there are; shared, not copied. */
    double[][] shared(List<String> wanted) {
        if (wanted.isEmpty() != classes.isEmpty() || !Set.copyOf(wanted).equals(Set.copyOf(classes))) {
            throw ofOtherClasses(wanted);
        }
        return classes.isEmpty()
                ? values
                : wanted.stream().map(name -> values[classes.indexOf(name)]).toArray(double[][]::new);
    }

    private DataException ofOtherClasses(List<String> wanted) {
        if (classes.isEmpty()) {
            return new DataException(
                    "OTHER_CLASSES",
                    "\"" + model + "\" has one score a row, but telling the classes " + String.join(", ", wanted)
                            + " apart takes one for each class.");
        }
        if (wanted.isEmpty()) {
            return new DataException(
                    "OTHER_CLASSES",
                    "\"" + model + "\" has scores of the classes " + String.join(", ", classes)
                            + ", but these labels take one score a row. Pass the scores of one class.");
        }
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(classes);
        Set<String> unknown = new TreeSet<>(classes);
        unknown.removeAll(wanted);
        return new DataException(
                "OTHER_CLASSES",
                "\"" + model + "\" has scores of other classes than the labels:"
                        + (missing.isEmpty() ? "" : " none of " + String.join(", ", missing) + ";")
                        + (unknown.isEmpty()
                                ? ""
                                : " some of " + String.join(", ", unknown) + ", which the labels do not know;")
                        + " the labels have " + String.join(", ", wanted) + ".");
    }

    private static IntPredicate any(double[][] values, DoublePredicate condition) {
        return row -> {
            for (double[] ofClass : values) {
                if (condition.test(ofClass[row])) {
                    return true;
                }
            }
            return false;
        };
    }

    private static String notFinite(double[][] values) {
        boolean areNaN = Arrays.stream(values).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN);
        boolean areInfinite =
                Arrays.stream(values).flatMapToDouble(Arrays::stream).anyMatch(Double::isInfinite);
        return areNaN && areInfinite ? "NaN or infinite" : areNaN ? "NaN" : "infinite";
    }

    private static DataException notNumbers(String model, String what, Offenders rows, int all) {
        return new DataException(
                "NOT_FINITE",
                Offenders.number(rows.count()) + " of " + Offenders.number(all) + " scores of \"" + model
                        + "\" " + (rows.count() == 1 ? "is " : "are ") + what + " (" + rows.where()
                        + "). The model may have failed on these rows or a feature is missing there;"
                        + " every row needs a score, so fix the model or leave the rows out of the data.");
    }
}
