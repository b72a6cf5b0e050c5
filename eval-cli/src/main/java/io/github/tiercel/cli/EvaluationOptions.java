package io.github.tiercel.cli;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.IntervalKind;
import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.metrics.ranking.WithoutRelevant;
import io.github.tiercel.metrics.resample.Execution;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** How thoroughly to evaluate. */
final class EvaluationOptions {

    /** The presets. */
    enum Preset {
        fast,
        full
    }

    private static final String METRICS = "--metrics";

    /** A comma that separates names: not one in the class of precision[New York, NY]. */
    private static final String OUTSIDE_BRACKETS = ",(?![^\\[]*\\])";

    @Mixin
    private final SliceOptions slices = new SliceOptions();

    @Option(
            names = "--tier",
            defaultValue = "full",
            paramLabel = "TIER",
            description = "${COMPLETION-CANDIDATES}: a stratified sample with margins, or all rows (default:"
                    + " ${DEFAULT-VALUE}).")
    Preset tier = Preset.full;

    @Option(names = "--rows", paramLabel = "N", description = "Evaluate a stratified sample of N rows.")
    @Nullable
    Integer rows;

    @Option(
            names = "--half-width",
            paramLabel = "H",
            description = "Evaluate a stratified sample that grows until the interval of every metric, for its value on"
                    + " all rows, reaches at most H to either side; a plan says first how many rows that takes.")
    @Nullable
    Double halfWidth;

    @Option(
            names = METRICS,
            split = OUTSIDE_BRACKETS,
            splitSynopsisLabel = ",",
            paramLabel = "M",
            description =
                    "Metrics instead of the tier's, for example roc_auc,log_loss; an unknown name lists those there"
                            + " are.")
    List<String> metrics = new ArrayList<>();

    @Option(
            names = "--threshold",
            defaultValue = "0.5",
            paramLabel = "T",
            description = "Rows with a score of at least T are predicted positive (default: ${DEFAULT-VALUE}).")
    double threshold;

    @Option(
            names = "--without-relevant",
            defaultValue = "skip",
            paramLabel = "RULE",
            description = "For ranking: what queries without a relevant row count: skip, zero or one (default:"
                    + " ${DEFAULT-VALUE}).")
    WithoutRelevant withoutRelevant = WithoutRelevant.SKIP;

    @Option(
            names = "--intervals",
            defaultValue = "influence",
            paramLabel = "KIND",
            description = "Which interval stands first: influence or bootstrap (default: ${DEFAULT-VALUE}).")
    IntervalKind intervals = IntervalKind.INFLUENCE;

    @Option(
            names = "--replicates",
            paramLabel = "B",
            description = "Bootstrap replicates; 0 for none (default: 1000 in the full tier).")
    @Nullable
    Integer replicates;

    @Option(
            names = "--resampling",
            defaultValue = "auto",
            paramLabel = "SCHEME",
            converter = SchemeChoice.Converter.class,
            description = "How replicates get their weights: row-hashed, compressed, rank-blocks, or auto for the"
                    + " fastest that is no approximation (default: ${DEFAULT-VALUE}).")
    SchemeChoice resampling = SchemeChoice.AUTO;

    @Option(
            names = "--monte-carlo-error",
            paramLabel = "SHARE",
            description = "End the bootstrap early when other seeds would move the ends of intervals by this share of"
                    + " their width, for example 0.02.")
    @Nullable
    Double monteCarloError;

    @Option(
            names = "--level",
            defaultValue = "0.95",
            paramLabel = "L",
            description = "Confidence level of intervals (default: ${DEFAULT-VALUE}).")
    double level;

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "S",
            description = "Seed of sample and bootstrap (default: ${DEFAULT-VALUE}).")
    long seed;

    /** Refuses what would be read as if it had not been said. */
    void check(ParseResult given) {
        if (given.hasMatchedOption(METRICS) && metrics.isEmpty()) {
            throw Usage.mistake(METRICS + " names no metric. Name some, as in --metrics"
                    + " roc_auc,log_loss, or leave it out for those of the tier.");
        }
        if (rows != null && halfWidth != null) {
            throw Usage.mistake("--rows and --half-width exclude each other: one says how many rows to"
                    + " take, the other how closely to know the metrics. Leave out one of them.");
        }
    }

    Tier chosenTier() {
        return Usage.of(this::asked);
    }

    private Tier asked() {
        Tier preset = tier == Preset.fast ? Tier.fast() : Tier.full();
        if (halfWidth != null) {
            return preset.withRows(new SampleRows.HalfWidth(halfWidth));
        }
        return rows == null ? preset : preset.withRows(new SampleRows.Exactly(rows));
    }

    Evaluator.Builder evaluator(EvaluationSet set, Optional<Gates> gates, PrintWriter progress) {
        Evaluator.Builder builder = Usage.of(() -> options(set));
        builder.execution(Execution.common().reportingTo(ProgressBar.of(progress)));
        gates.ifPresent(builder::judgedBy);
        return builder;
    }

    private Evaluator.Builder options(EvaluationSet set) {
        Evaluator.Builder builder = Evaluator.of(set)
                .threshold(threshold)
                .withoutRelevant(withoutRelevant)
                .level(level)
                .intervals(intervals)
                .slicing(slices.slicing());
        if (!metrics.isEmpty()) {
            builder.metrics(metrics.toArray(String[]::new));
        }
        Optional.ofNullable(replicates).ifPresent(builder::replicates);
        resampling.scheme().ifPresent(builder::resampling);
        Optional.ofNullable(monteCarloError).ifPresent(builder::untilMonteCarloError);
        return builder;
    }
}
