package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.UsageException;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.resample.Bootstrap;
import io.github.tiercel.metrics.resample.Replicates;
import io.github.tiercel.metrics.resample.Scheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds bootstrap replicates to models; nothing where none were asked for or the rows are a sample.
 *
 * <p>Of one model on independent rows, metrics get compressed replicates where these hold, and row-hashed ones
 * elsewhere. Several models get row-hashed replicates, because only these pair them.
 */
final class Resampling<P extends Predictions> {

    private final EvaluationSet set;
    private final Settings<P> settings;
    private final boolean isSample;

    Resampling(EvaluationSet set, Settings<P> settings, boolean isSample) {
        this.set = set;
        this.settings = settings;
        this.isSample = isSample;
    }

    /** All models on the same rows, in the same order. */
    List<Contender<P>> of(List<Contender<P>> models) {
        if (settings.plan().replicates() == 0 || isSample) {
            return models;
        }
        List<P> predictions = models.stream().map(Contender::predictions).toList();
        List<Map<String, Replicates>> replicates = settings.plan().scheme().isPresent()
                ? demanded(settings.plan().scheme().get(), predictions)
                : models.size() == 1 && !set.isClustered()
                        ? List.of(fastest(predictions.get(0)))
                        : rowHashed().replicates(settings.metrics(), predictions);
        List<Contender<P>> resampled = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            resampled.add(models.get(m).resampled(replicates.get(m)));
        }
        return resampled;
    }

    /** What a user asks for by name holds, or is refused with the reason. */
    private List<Map<String, Replicates>> demanded(Scheme scheme, List<P> predictions) {
        if (scheme == Scheme.ROW_HASHED) {
            return rowHashed().replicates(settings.metrics(), predictions);
        }
        if (set.isClustered()) {
            throw refused(scheme, "independent rows", "rows in clusters");
        }
        if (predictions.size() > 1) {
            throw refused(scheme, "one model", predictions.size() + " models, which would not share their weights");
        }
        Bootstrap bootstrap = oneModel(scheme);
        for (Metric<P> metric : settings.metrics()) {
            bootstrap.refusal(metric, predictions.get(0)).ifPresent(text -> {
                throw new UsageException("USAGE", text);
            });
        }
        return bootstrap.replicates(settings.metrics(), predictions);
    }

    private static UsageException refused(Scheme scheme, String needed, String got) {
        return new UsageException(
                "USAGE",
                scheme.title() + " replicates need " + needed + ", got " + got
                        + "; use row-hashed replicates, which hold for everything");
    }

    private Map<String, Replicates> fastest(P predictions) {
        Bootstrap compressed = oneModel(Scheme.COMPRESSED);
        List<Metric<P>> some = new ArrayList<>();
        List<Metric<P>> others = new ArrayList<>();
        for (Metric<P> metric : settings.metrics()) {
            (compressed.refusal(metric, predictions).isEmpty() ? some : others).add(metric);
        }
        Map<String, Replicates> byName = new LinkedHashMap<>(compressed.replicates(some, predictions));
        if (!others.isEmpty()) {
            byName.putAll(rowHashed().replicates(others, predictions));
        }
        return byName;
    }

    private Bootstrap oneModel(Scheme scheme) {
        int replicates = settings.plan().replicates();
        return planned(
                scheme == Scheme.COMPRESSED
                        ? Bootstrap.compressed(set.seed(), replicates)
                        : Bootstrap.rankBlocks(set.seed(), replicates));
    }

    private Bootstrap rowHashed() {
        return planned(Bootstrap.of(set.unitKeys(), set.seed(), settings.plan().replicates()));
    }

    private Bootstrap planned(Bootstrap bootstrap) {
        return settings.plan().applyTo(bootstrap, settings.level());
    }
}
