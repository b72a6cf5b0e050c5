package io.github.tiercel.evaluation;

import io.github.tiercel.data.Scores;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.store.StoredScores;
import java.util.Optional;

/** Scores of a model that is asked for what the store does not have. */
record ModelScores<X>(String model, Predictor<X> predictor, StoredInference<X> inference) implements ScoreSource {

    @Override
    public Optional<String> fingerprint() {
        return predictor.fingerprint().map(ModelFingerprint::model);
    }

    @Override
    public ScoredRows of(SampledRows rows) {
        int output = inference.output(predictor);
        StoredScores stored = inference.scores(predictor, rows.size());
        double[] prefix = stored.scores(output, rows.size());
        return new ScoredRows(
                rows.predictions(model, prefix),
                stored.cost(),
                stored.notices(),
                () -> Scores.of(model, rows.byRow(prefix)));
    }
}
