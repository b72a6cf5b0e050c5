package io.github.tiercel.serving;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.Scores;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The scores of both sides, row by row in the reference's order. O(rows) for each output. */
final class PairedScores {

    private static final String SCORE = "score";

    private final List<String> outputs;
    private final double[][] reference;
    private final double[][] served;

    private PairedScores(List<String> outputs, double[][] reference, double[][] served) {
        this.outputs = outputs;
        this.reference = reference;
        this.served = served;
    }

    static PairedScores of(Scores reference, Scores served, RowPairs pairs) {
        requireSameOutputs(reference, served);
        List<String> names = reference.classes().isEmpty() ? List.of(SCORE) : reference.classes();
        return new PairedScores(
                names, values(reference, names, pairs.reference()), values(served, names, pairs.served()));
    }

    private static double[][] values(Scores scores, List<String> outputs, int[] rows) {
        double[][] values = new double[outputs.size()][rows.length];
        for (int output = 0; output < values.length; output++) {
            for (int row = 0; row < rows.length; row++) {
                values[output][row] = scores.score(output, rows[row]);
            }
        }
        return values;
    }

    private static void requireSameOutputs(Scores reference, Scores served) {
        if (!reference.classes().equals(served.classes())) {
            throw new DataException("OTHER_OUTPUTS", others(reference, served));
        }
    }

    private static String others(Scores reference, Scores served) {
        Set<String> ours = new TreeSet<>(reference.classes());
        Set<String> theirs = new TreeSet<>(served.classes());
        if (ours.equals(theirs)) {
            return "\"" + served.model() + "\" gives its outputs in another order than \"" + reference.model() + "\": "
                    + listed(served) + " instead of " + listed(reference)
                    + ". Whoever reads them by place takes one class for another. Put them into one order.";
        }
        return "\"" + reference.model() + "\" gives " + counted(reference) + ", \"" + served.model() + "\" gives "
                + counted(served) + ". Compare models that give the same outputs.";
    }

    private static String counted(Scores scores) {
        int count = scores.classes().size();
        return count == 0 ? "1 score a row" : count + " scores a row (" + listed(scores) + ")";
    }

    private static String listed(Scores scores) {
        return String.join(", ", scores.classes());
    }

    List<String> outputs() {
        return outputs;
    }

    int rows() {
        return reference[0].length;
    }

    double[] reference(int output) {
        return reference[output];
    }

    double[] served(int output) {
        return served[output];
    }

    /** {@return the scores of one side under a name} */
    Scores scores(String name, boolean ofReference) {
        double[][] values = ofReference ? reference : served;
        return outputs.size() == 1 ? Scores.wrap(name, values[0]) : Scores.ofClasses(name, outputs, values);
    }

    /** {@return for each row the largest absolute difference of an output} */
    double[] gaps() {
        double[] gaps = new double[rows()];
        for (int output = 0; output < outputs.size(); output++) {
            for (int row = 0; row < gaps.length; row++) {
                gaps[row] = Math.max(gaps[row], gap(reference[output][row], served[output][row]));
            }
        }
        return gaps;
    }

    /** Equal infinities have no difference but NaN. */
    private static double gap(double one, double other) {
        return one == other ? 0 : Math.abs(one - other);
    }

    /** {@return how many rows have the same bits in every output} */
    int identical() {
        int identical = 0;
        for (int row = 0; row < rows(); row++) {
            identical += isIdentical(row) ? 1 : 0;
        }
        return identical;
    }

    private boolean isIdentical(int row) {
        for (int output = 0; output < outputs.size(); output++) {
            if (Double.doubleToLongBits(reference[output][row]) != Double.doubleToLongBits(served[output][row])) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether every score of both sides is in [0, 1]} */
    boolean areProbabilities() {
        return areProbabilities(reference) && areProbabilities(served);
    }

    private static boolean areProbabilities(double[][] values) {
        for (double[] ofOutput : values) {
            for (double score : ofOutput) {
                if (!(score >= 0 && score <= 1)) {
                    return false;
                }
            }
        }
        return true;
    }
}
