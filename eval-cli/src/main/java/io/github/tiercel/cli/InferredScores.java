package io.github.tiercel.cli;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.RowScores;
import io.github.tiercel.evaluation.UnpairableException;
import java.util.Arrays;
import java.util.List;

/** What a model in a file gave all rows of a set, to be looked up for some of them. */
final class InferredScores {

    private final String model;
    private final List<String> classes;
    private final double[][] values;

    private InferredScores(String model, List<String> classes, double[][] values) {
        this.model = model;
        this.classes = classes;
        this.values = values;
    }

    /**
     * {@return the scores of what the set's labels are about}
     *
     * @throws UnpairableException if no output is called as the labels are
     */
    static InferredScores of(String model, EvaluationSet set, RowScores scores) throws UnpairableException {
        List<String> outputs = scores.outputs().names();
        List<String> wanted = set.classes().isEmpty() ? List.of(single(set, outputs)) : set.classes();
        if (!outputs.containsAll(wanted)) {
            throw new UnpairableException("None of the outputs of \"" + model + "\" is called as the labels are.");
        }
        double[][] values = wanted.stream()
                .map(name -> scores.scores(outputs.indexOf(name)))
                .toArray(double[][]::new);
        return new InferredScores(model, set.classes(), values);
    }

    private static String single(EvaluationSet set, List<String> outputs) {
        return outputs.size() == 1 ? outputs.get(0) : set.positive().orElse("");
    }

    Scores of(int[] rows) {
        double[][] selected = Arrays.stream(values)
                .map(ofAll -> Arrays.stream(rows).mapToDouble(row -> ofAll[row]).toArray())
                .toArray(double[][]::new);
        return classes.isEmpty() ? Scores.wrap(model, selected[0]) : Scores.ofClasses(model, classes, selected);
    }
}
