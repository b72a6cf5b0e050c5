package io.github.tiercel.evaluation;

import io.github.tiercel.data.TextColumn;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.FoldSpread;
import io.github.tiercel.result.FoldSummary;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SliceResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How metrics spread over the folds of a cross-validation, from the slices that the folds are. */
final class FoldSpreads {

    /** Metrics of how rows rank each other across folds, which a mean over folds knows nothing of. */
    private static final String RANKS = "roc_auc";

    private final ModelResult pooled;
    private final FoldSummary summary;

    private FoldSpreads(ModelResult pooled, TextColumn folds) {
        this.pooled = pooled;
        List<SliceResult> slices = pooled.slices().stream()
                .filter(slice -> slice.column().equals(folds.name()))
                .toList();
        Map<String, FoldSpread> spreads = new LinkedHashMap<>();
        for (String metric : pooled.metrics().keySet()) {
            spreads.put(
                    metric,
                    FoldSpread.of(slices.stream()
                            .flatMap(slice -> Stream.ofNullable(slice.metrics().get(metric)))
                            .mapToDouble(estimate -> estimate.value().orNaN())
                            .toArray()));
        }
        this.summary = new FoldSummary(folds.name(), slices.size(), spreads);
    }

    static ModelResult of(ModelResult pooled, Optional<TextColumn> folds) {
        return folds.map(column -> new FoldSpreads(pooled, column).added()).orElse(pooled);
    }

    private ModelResult added() {
        List<Notice> apart = summary.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(RANKS))
                .flatMap(entry -> apart(entry.getKey(), entry.getValue()).stream())
                .toList();
        return pooled.withFolds(summary).withNotices(apart);
    }

    /** Both estimate the same if all folds' scores are on one scale; then they differ by less than either's error. */
    private Optional<Notice> apart(String metric, FoldSpread spread) {
        Estimate all = pooled.metric(metric);
        Optional<Interval> known = all.population();
        if (known.isEmpty() || Double.isNaN(spread.mean()) || known.get().contains(spread.mean())) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                "POOLED_FOLDS",
                String.format(
                        Locale.ROOT,
                        "The mean of %s over folds, %.4f, lies outside the interval of the pooled value, %.4f [%.4f,"
                                + " %.4f]. Scores of different folds' models may be on different scales, so that rows of"
                                + " different folds cannot be ranked: read the mean, and calibrate the models to pool"
                                + " them.",
                        metric,
                        spread.mean(),
                        all.value().orNaN(),
                        known.get().lower(),
                        known.get().upper())));
    }
}
