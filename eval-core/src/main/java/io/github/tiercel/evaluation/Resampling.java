package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.resample.Bootstrap;
import java.util.Optional;

/** Adds bootstrap replicates to models; nothing where none were asked for or the rows are a sample. */
final class Resampling<P extends Predictions> {

    private final Settings<P> settings;
    private final Optional<Bootstrap> bootstrap;

    Resampling(EvaluationSet set, Settings<P> settings, boolean isSample) {
        this.settings = settings;
        this.bootstrap = settings.replicates() > 0 && !isSample
                ? Optional.of(Bootstrap.of(set.unitKeys(), set.seed(), settings.replicates()))
                : Optional.empty();
    }

    Contender<P> of(Contender<P> model) {
        return bootstrap
                .map(draws -> model.resampled(draws, settings.metrics()))
                .orElse(model);
    }
}
