package io.github.tiercel.evaluation;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.result.InferenceCost;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Scores that the caller has for the rows of one tier, in the order in which the tier names them. */
final class SampleScores implements ScoreSource {

    private final String model;
    private final double[] values;

    /** Takes the array over. */
    SampleScores(String model, double[] values) {
        this.model = model;
        this.values = values;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public ScoredRows of(SampledRows rows) {
        if (values.length != rows.size()) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "Got %,d scores of \"%s\" for %,d rows. Score the rows that rows(tier) names, in that order.",
                    values.length,
                    model,
                    rows.size()));
        }
        // Spreading a sample over all rows takes longer than all else; only who names bad rows needs it.
        boolean direct = rows.isSample() && Arrays.stream(values).noneMatch(Double::isNaN);
        BinaryPredictions predictions = direct ? rows.predictions(model, values) : rows.predictions(byRow(rows));
        return new ScoredRows(predictions, InferenceCost.NONE, List.of(), () -> byRow(rows));
    }

    private Scores byRow(SampledRows rows) {
        return Scores.wrap(model, rows.scattered(values));
    }
}
