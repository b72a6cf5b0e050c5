package io.github.tiercel.evaluation;

import io.github.tiercel.data.DataException;
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
    SampleScores(String model, double[][] values) {
        this.model = model;
        this.values = values;
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
                throw new DataException(String.format(
                        Locale.ROOT,
                        "Got %,d scores of \"%s\" for %,d rows. Score the rows that rows(tier) names, in that order.",
                        ofOutput.length,
                        model,
                        rows.size()));
            }
        }
        // Spreading a sample over all rows takes longer than all else; only who names bad rows needs it.
        boolean direct = rows.isSample() && Arrays.stream(values).noneMatch(SampleScores::hasNaN);
        Predictions predictions =
                direct ? rows.predictions(model, values) : rows.predictions(rows.scattered(model, values));
        return new ScoredRows(predictions, InferenceCost.NONE, List.of(), () -> rows.scattered(model, values));
    }

    private static boolean hasNaN(double[] scores) {
        return Arrays.stream(scores).anyMatch(Double::isNaN);
    }
}
