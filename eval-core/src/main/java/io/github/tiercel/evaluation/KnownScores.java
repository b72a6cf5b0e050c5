package io.github.tiercel.evaluation;

import java.util.Optional;

/** Scores that were joined with the rows of a tier before, for that tier or one of fewer rows. */
record KnownScores(TierScores scores) implements ScoreSource {

    @Override
    public String model() {
        return scores.model();
    }

    @Override
    public Optional<String> fingerprint() {
        return scores.fingerprint();
    }

    @Override
    public ScoredRows of(SampledRows rows) {
        return scores.on(rows);
    }
}
