package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.data.UsageException;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.ranking.Counting;
import io.github.tiercel.metrics.ranking.Ties;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was asked of an evaluator, whatever the tier.
 *
 * @param metricNames instead of those of the tier
 * @param replicates instead of those of the tier
 */
record Configuration(
        EvaluationSet set,
        TaskKind<?> kind,
        List<Metric<?>> ownMetrics,
        Optional<List<String>> metricNames,
        double threshold,
        double level,
        IntervalKind intervals,
        OptionalInt replicates,
        ReplicatePlan plan,
        Optional<Judge> judge,
        Slicing slicing) {

    /** Replicates where a gate reads an interval that only the bootstrap can give. */
    private static final int GATE_REPLICATES = 2000;

    /** Copies the metrics, and refuses those of another task. */
    Configuration {
        ownMetrics = List.copyOf(ownMetrics);
        new MetricChoice<>(kind, ownMetrics, threshold);
    }

    static Configuration of(Evaluator.Builder builder, EvaluationSet set) {
        return new Configuration(
                set,
                TaskKind.of(set.task(), new Counting(builder.withoutRelevant, Ties.AVERAGED)),
                builder.ownMetrics,
                Optional.ofNullable(builder.metricNames),
                builder.threshold,
                builder.level,
                builder.intervals,
                builder.replicates == null ? OptionalInt.empty() : OptionalInt.of(builder.replicates),
                builder.plan,
                Optional.ofNullable(builder.judge),
                builder.slicing);
    }

    /** What an evaluation of a tier computes. */
    Settings<?> settings(Tier tier) {
        return settings(kind, tier);
    }

    /** The metric of a name, at the decision threshold. */
    Metric<?> metric(String name) {
        return new MetricChoice<>(kind, ownMetrics, threshold).of(Set.of(name)).get(0);
    }

    /** Looks at what is to be evaluated before any model is asked for scores. */
    void check(Tier tier, Sources sources) {
        List<String> models = sources.models();
        if (models.isEmpty() || models.stream().distinct().count() < models.size()) {
            throw new IllegalArgumentException(
                    "candidates must be at least one model with distinct names, got " + models);
        }
        judge.ifPresent(asked -> check(asked, tier, sources.baseline().isPresent()));
        if (slicing.searches()) {
            checkSearch(tier);
        }
    }

    /** Nobody waits for an evaluation whose verdict cannot be given. */
    void checkServing(Sources sources) {
        judge.ifPresent(asked -> ServingDemand.requireMeasured(
                asked.serving(),
                sources.candidates().stream().map(ScoreSource::serving).toList()));
    }

    private void checkSearch(Tier tier) {
        if (searchedColumns(set).isEmpty()) {
            throw new UsageException(
                    "USAGE",
                    "A search for worse slices needs columns to slice by, and folds are none."
                            + " Name some with --slice (in code: add slices to the set).");
        }
        settings(tier);
    }

    /** Folds are parts of a cross-validation, not of the world, so no search is about them. */
    static List<TextColumn> searchedColumns(EvaluationSet set) {
        Optional<String> folds = set.folds().map(TextColumn::name);
        return set.slices().stream()
                .filter(column -> !folds.equals(Optional.of(column.name())))
                .toList();
    }

    private void check(Judge asked, Tier tier, boolean hasBaseline) {
        if (asked.needsBaseline() && !hasBaseline) {
            throw new UsageException(
                    "NO_BASELINE",
                    "A gate compares with a baseline, but there is none. Name one with"
                            + " --baseline (in code: pass the baseline's scores).");
        }
        List<String> slices = set.slices().stream().map(TextColumn::name).toList();
        for (String column : asked.sliceColumns()) {
            if (!slices.contains(column)) {
                throw new UsageException(
                        "UNKNOWN_SLICE",
                        "A gate names slices of column \"" + column
                                + "\", but the rows are not sliced by it. Slice columns: "
                                + (slices.isEmpty() ? "none" : String.join(", ", slices)) + ".");
            }
        }
        asked.check(List.copyOf(settings(tier).metrics()));
    }

    private <P extends Predictions> Settings<P> settings(TaskKind<P> of, Tier tier) {
        Set<String> demanded = new LinkedHashSet<>(metricNames.orElse(List.of()));
        Set<String> names = new LinkedHashSet<>(metricNames.orElseGet(() -> tier.metrics(set.task())));
        ownMetrics.forEach(metric -> names.add(metric.name()));
        Set<String> gated = judge.map(Judge::metrics).orElse(Set.of());
        names.addAll(gated);
        demanded.addAll(gated);
        slicing.metric().ifPresent(names::add);
        slicing.metric().ifPresent(demanded::add);
        MetricChoice<P> choice = new MetricChoice<>(of, ownMetrics, threshold);
        boolean resampledGate = choice.of(gated).stream().anyMatch(metric -> !(metric instanceof SmoothMetric));
        List<Metric<P>> metrics = choice.of(names);
        List<Metric<P>> gatedFirst =
                Stream.concat(choice.of(gated).stream(), metrics.stream()).toList();
        return new Settings<>(
                of,
                tier,
                metrics,
                demanded,
                threshold,
                level,
                intervals,
                plan.withReplicates(replicates(tier, resampledGate)),
                new SlicePlan<>(slicing.minRows(), judge, searched(gatedFirst)));
    }

    private <P extends Predictions> Optional<SmoothMetric<P>> searched(List<Metric<P>> metrics) {
        if (!slicing.searches()) {
            return Optional.empty();
        }
        Optional<SmoothMetric<P>> found = metrics.stream()
                .filter(metric -> slicing.metric().map(metric.name()::equals).orElse(true))
                .filter(metric -> metric.direction() != Direction.NEITHER)
                .flatMap(Configuration::smooth)
                .findFirst();
        if (found.isEmpty()) {
            throw new UsageException(
                    "USAGE",
                    "Slices cannot be searched by "
                            + slicing.metric().orElse("any of the metrics")
                            + ": that takes a metric with a better end and a standard error without the bootstrap, such as"
                            + " roc_auc, log_loss, accuracy or mae.");
        }
        return found;
    }

    private static <P extends Predictions> Stream<SmoothMetric<P>> smooth(Metric<P> metric) {
        return metric instanceof SmoothMetric<P> smooth ? Stream.of(smooth) : Stream.empty();
    }

    private int replicates(Tier tier, boolean resampledGate) {
        if (replicates.isPresent()) {
            return replicates.getAsInt();
        }
        // Whoever puts the bootstrap first means to have one, also in a tier that has none by itself.
        int least = intervals == IntervalKind.BOOTSTRAP ? Tier.DEFAULT_REPLICATES : 0;
        int usual = Math.max(least, tier.replicates());
        return resampledGate && usual > 0 ? Math.max(GATE_REPLICATES, usual) : usual;
    }
}
