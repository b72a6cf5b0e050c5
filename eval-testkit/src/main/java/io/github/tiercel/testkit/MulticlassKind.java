package io.github.tiercel.testkit;

import io.github.tiercel.metrics.MulticlassPredictions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;

/** A row has one score, and so one plane, for each class. */
final class MulticlassKind implements Kind<MulticlassPredictions> {

    /** What {@link MulticlassPredictions}' own metrics forgive as rounding. */
    private static final double PROBABILITY_TOLERANCE = 1e-9;

    @Override
    public Class<MulticlassPredictions> type() {
        return MulticlassPredictions.class;
    }

    @Override
    public Arbitrary<MulticlassPredictions> any() {
        return MulticlassPredictionsArbitraries.any();
    }

    @Override
    public int planes(MulticlassPredictions predictions) {
        return predictions.classes().size();
    }

    @Override
    public double score(MulticlassPredictions predictions, int plane, int row) {
        return predictions.score(plane, row);
    }

    @Override
    public MulticlassPredictions withScores(MulticlassPredictions predictions, Plane scores) {
        int[] labels =
                IntStream.range(0, predictions.rows()).map(predictions::label).toArray();
        double[][] planes = new double[planes(predictions)][labels.length];
        for (int plane = 0; plane < planes.length; plane++) {
            for (int row = 0; row < labels.length; row++) {
                planes[plane][row] = scores.at(plane, row);
            }
        }
        return Rows.weightedAs(predictions, MulticlassPredictions.wrap(predictions.classes(), labels, planes));
    }

    @Override
    public double perfectScore(MulticlassPredictions predictions, int plane, int row) {
        return plane == predictions.label(row) ? 1 : 0;
    }

    @Override
    public boolean areProbabilities(MulticlassPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .filter(row -> predictions.weight(row) > 0)
                .allMatch(row -> IntStream.range(0, planes(predictions))
                        .mapToDouble(plane -> predictions.score(plane, row))
                        .allMatch(score -> score >= -PROBABILITY_TOLERANCE && score <= 1 + PROBABILITY_TOLERANCE));
    }

    @Override
    public String describe(MulticlassPredictions predictions, int row) {
        String scores = IntStream.range(0, planes(predictions))
                .mapToObj(plane -> predictions.classes().get(plane) + " " + predictions.score(plane, row))
                .collect(Collectors.joining(", ", "(", ")"));
        return predictions.classes().get(predictions.label(row)) + " as " + scores;
    }
}
