package io.github.tiercel.evaluation;

import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.ServingProfile;
import java.util.Optional;
import java.util.SortedMap;

/** Scores of a model that was measured in service. */
record MeasuredScores(ScoreSource source, ServingProfile profile) implements ScoreSource {

    @Override
    public String model() {
        return source.model();
    }

    @Override
    public Optional<String> fingerprint() {
        return source.fingerprint();
    }

    @Override
    public SortedMap<String, String> storedRows() {
        return source.storedRows();
    }

    @Override
    public boolean canGrow() {
        return source.canGrow();
    }

    @Override
    public Optional<ServingProfile> serving() {
        return Optional.of(profile);
    }

    @Override
    public Optional<HoldoutUse> used(String tier) {
        return source.used(tier);
    }

    @Override
    public ScoredRows of(SampledRows rows) {
        return source.of(rows);
    }
}
