package io.github.tiercel.evaluation;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.result.InferenceCost;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Scores that the caller has for the rows of one tier, in the order in which the tier names them. */
final class SampleScores implements ScoreSource {

    private final String model;
    private final double[][] values;

    /** Takes the arrays over, one for each class or one in all. */
    private SampleScores(String model, double[][] values) {
        this.model = model;
        this.values = values;
    }

    /**
     * Scores of the caller's own.
     *
     * @param scores copied
     */
    static SampleScores of(EvaluationSet set, String model, double[][] scores) {
        int wanted = Math.max(1, set.classes().size());
        if (scores.length != wanted) {
            throw new DataException(
                    "LENGTH_MISMATCH",
                    String.format(
                            Locale.ROOT,
                            "Got %,d arrays of scores of \"%s\" where there must be %,d: one %s.",
                            scores.length,
                            model,
                            wanted,
                            wanted == 1 ? "in all" : "for each class"));
        }
        return new SampleScores(
                model, Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new));
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public boolean canGrow() {
        return false;
    }

    @Override
    public ScoredRows of(SampledRows rows) {
        for (double[] ofOutput : values) {
            if (ofOutput.length != rows.size()) {
                throw new DataException(
                        "LENGTH_MISMATCH",
                        String.format(
                                Locale.ROOT,
                                "Got %,d scores of \"%s\" for %,d rows. Score the rows that rows(tier) names, in that order.",
                                ofOutput.length,
                                model,
                                rows.size()));
            }
        }
        // Spreading a sample over all rows takes longer than all else; only who names bad rows needs it.
        boolean direct = rows.isSample() && Arrays.stream(values).allMatch(SampleScores::areFinite);
        Predictions predictions =
                direct ? rows.predictions(model, values) : rows.predictions(rows.scattered(model, values));
        return new ScoredRows(
                predictions,
                InferenceCost.NONE,
                List.of(),
                () -> rows.scattered(model, values),
                fewer -> fewer(rows, fewer));
    }

    /** The places of a smaller sample come first in a larger one, but not where all rows stand in their own order. */
    private Predictions fewer(SampledRows rows, SampledRows fewer) {
        return rows.isSample() ? fewer.predictions(model, values) : fewer.predictions(rows.scattered(model, values));
    }

    private static boolean areFinite(double[] scores) {
        return Arrays.stream(scores).allMatch(Double::isFinite);
    }
}
