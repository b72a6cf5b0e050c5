package io.github.tiercel.evaluation;

import io.github.tiercel.data.Scores;
import io.github.tiercel.result.InferenceCost;
import java.util.List;

/** Scores of all rows that the caller has already. */
record GivenScores(Scores scores) implements ScoreSource {

    @Override
    public String model() {
        return scores.model();
    }

    @Override
    public ScoredRows of(SampledRows rows) {
        return new ScoredRows(
                rows.predictions(scores),
                InferenceCost.NONE,
                List.of(),
                () -> scores,
                fewer -> fewer.predictions(scores));
    }
}
