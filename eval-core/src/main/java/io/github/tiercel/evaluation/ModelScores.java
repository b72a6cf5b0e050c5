package io.github.tiercel.evaluation;

import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.store.StoredScores;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/** Scores of a model that is asked for what the store does not have. */
record ModelScores<X>(String model, Predictor<X> predictor, StoredInference<X> inference) implements ScoreSource {

    @Override
    public Optional<String> fingerprint() {
        return predictor.fingerprint().map(ModelFingerprint::model);
    }

    @Override
    public SortedMap<String, String> storedRows() {
        return predictor.fingerprint().isPresent() ? inference.storedRows() : Collections.emptySortedMap();
    }

    @Override
    public Optional<HoldoutUse> used(String tier) {
        return Optional.of(inference.used(predictor, tier));
    }

    @Override
    public ScoredRows of(SampledRows rows) {
        int[] outputs = inference.outputs(predictor);
        StoredScores stored = inference.scores(predictor, rows.size());
        double[][] prefix = Arrays.stream(outputs)
                .mapToObj(output -> stored.scores(output, rows.size()))
                .toArray(double[][]::new);
        return new ScoredRows(
                rows.predictions(model, prefix),
                stored.cost(),
                stored.notices(),
                () -> rows.byRow(model, prefix),
                fewer -> fewer.predictions(model, prefix));
    }
}
