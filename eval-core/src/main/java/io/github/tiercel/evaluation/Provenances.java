package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.result.Provenance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes down what an evaluation was made from and with. */
final class Provenances {

    /** The fingerprint of rows and features in stored order, by which a store finds scores. */
    static final String ORDER = "order";

    /** The fingerprint of labels in stored order. */
    static final String LABELS = "labels";

    /** What the name of a model's fingerprint begins with. */
    static final String MODEL = "model ";

    static final String WEIGHTED = "weighted";
    static final String CLUSTERED = "clustered";

    private Provenances() {}

    static Provenance of(EvaluationSet set, Settings<?> settings, int rows) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("tiercel", version());
        versions.put("java", Runtime.version().toString());
        return new Provenance(
                versions,
                Map.of("rows", set.fingerprint()),
                set.seed(),
                settings(set, settings, rows),
                Optional.empty());
    }

    private static Map<String, String> settings(EvaluationSet set, Settings<?> settings, int rows) {
        List<String> metrics = names(settings);
        Map<String, String> echoed = new LinkedHashMap<>();
        echoed.put("task", set.task().spelling());
        set.positive().ifPresent(positive -> echoed.put("positive", positive));
        echoed.put("tier", settings.tier().name());
        echoed.put("rows", String.valueOf(rows));
        echoed.put("row_keys", set.hasIds() ? "ids" : "positions");
        if (set.isWeighted()) {
            echoed.put(WEIGHTED, "true");
        }
        if (set.isClustered()) {
            echoed.put(CLUSTERED, "true");
        }
        echoed.put("metrics", String.join(",", metrics));
        if (set.task() == Task.BINARY) {
            echoed.put("threshold", String.valueOf(settings.threshold()));
        }
        echoed.putAll(settings.kind().echo());
        echoed.put("level", String.valueOf(settings.level()));
        echoed.put("intervals", settings.intervals().name().toLowerCase(Locale.ROOT));
        echoed.put("replicates", String.valueOf(settings.plan().replicates()));
        int minRows = settings.slices().minRows();
        if (minRows > 1) {
            echoed.put("min_slice_rows", String.valueOf(minRows));
        }
        settings.slices().searched().ifPresent(metric -> echoed.put("search_slices", metric.name()));
        set.folds().ifPresent(folds -> echoed.put("fold", folds.name()));
        return echoed;
    }

    private static <P extends Predictions> List<String> names(Settings<P> settings) {
        return settings.metrics().stream().map(Metric::name).toList();
    }

    /** The version in the jar's manifest; classes that come from no jar are a build in progress. */
    private static String version() {
        return Optional.ofNullable(Evaluator.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
