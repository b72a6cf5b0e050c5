package io.github.tiercel.serving;

import io.github.tiercel.data.NearestName;
import io.github.tiercel.data.UsageException;
import io.github.tiercel.gate.Gate;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.registry.MetricFamily;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ParityFigures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far served scores may be from those of training.
 *
 * <p>A rule is written as any gate: {@code max_difference <= 0.001}, {@code mean_difference <= 1e-5},
 * {@code beyond_tolerance <= 0.0005}, {@code label_flips <= 0.0005}, {@code rank_correlation >= 0.999}, or of a metric,
 * where labels are there: {@code roc_auc no-worse-than baseline by 0.002}, the baseline being the reference.
 *
 * <ul>
 *   <li>The largest and the mean difference are known of the rows that were compared, and claim nothing of others: PASS
 *       or FAIL.
 *   <li>The shares {@code beyond_tolerance} and {@code label_flips}, and {@code rank_correlation}, are judged on their
 *       intervals, as {@link Gates} does it: PASS if every value in the interval satisfies the rule, FAIL if none does,
 *       else INCONCLUSIVE, with about how many rows would decide. A rank correlation of exactly 1 has no interval and
 *       is taken as it is.
 *   <li>Metrics are judged by {@link Gates}.
 * </ul>
 *
 * <p>All rules must pass; any FAIL beats INCONCLUSIVE. Judgements of scores come first, then those of metrics. No flip
 * among n rows proves a share of at most about 3.7 / n, so {@code label_flips <= 0.0005} takes 7,376 rows without any.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * ParityLimits limits = ParityLimits.of("max_difference <= 0.001", "label_flips <= 0.0005");
 * }</pre>
 *
 * @since 0.1
 */
public final class ParityLimits {

    static final String MAX_DIFFERENCE = "max_difference";
    static final String MEAN_DIFFERENCE = "mean_difference";
    static final String BEYOND_TOLERANCE = "beyond_tolerance";
    static final String LABEL_FLIPS = "label_flips";
    static final String RANK_CORRELATION = "rank_correlation";

    private static final List<String> FIGURES =
            List.of(MAX_DIFFERENCE, MEAN_DIFFERENCE, BEYOND_TOLERANCE, LABEL_FLIPS, RANK_CORRELATION);

    private final List<Gate> rules;

    private ParityLimits(List<Gate> rules) {
        this.rules = rules;
    }

    /**
     * {@return limits}
     *
     * @param rules one or more rules
     * @throws IllegalArgumentException if there is none, or one is no rule or not of one of these kinds; the message
     *     quotes it and says how to write it
     */
    public static ParityLimits of(String... rules) {
        return of(Arrays.stream(rules).map(Gate::parse).toArray(Gate[]::new));
    }

    /**
     * {@return limits}
     *
     * @param rules one or more rules
     * @throws IllegalArgumentException if there is none, or one is not of one of these kinds
     */
    public static ParityLimits of(Gate... rules) {
        if (rules.length == 0) {
            throw new IllegalArgumentException("rules must hold at least one limit, got none");
        }
        Arrays.stream(rules).forEach(ParityLimits::check);
        return new ParityLimits(List.of(rules));
    }

    private static void check(Gate rule) {
        Gates alone = Gates.of(rule);
        if (isFigure(rule) && (alone.needsBaseline() || !alone.sliceColumns().isEmpty())) {
            throw new UsageException(
                    "GATE_RULE",
                    "Gate \"" + rule + "\" cannot be judged: " + metric(rule)
                            + " is itself a comparison, of all rows. Write " + metric(rule)
                            + (metric(rule).equals(RANK_CORRELATION) ? " >= NUMBER." : " <= NUMBER."));
        }
        Optional<String> meant = NearestName.of(metric(rule), FIGURES);
        if (!isFigure(rule) && !isMetric(rule) && meant.isPresent()) {
            throw new UsageException(
                    "UNKNOWN_METRIC",
                    "Gate \"" + rule + "\" names an unknown metric. Did you mean \"" + meant.get()
                            + "\"? No gate was judged.");
        }
    }

    /** {@return the names of what a rule may be about besides metrics} */
    public static List<String> figures() {
        return FIGURES;
    }

    private static String metric(Gate rule) {
        return Gates.of(rule).metrics().iterator().next();
    }

    private static boolean isFigure(Gate rule) {
        return FIGURES.contains(metric(rule));
    }

    private static boolean isMetric(Gate rule) {
        return Arrays.stream(Task.values())
                .anyMatch(task -> MetricFamily.of(task).named(metric(rule)).isPresent());
    }

    /** {@return the rules about metrics, which take labels} */
    Optional<Gates> ofMetrics() {
        Gate[] ofMetrics = rules.stream().filter(rule -> !isFigure(rule)).toArray(Gate[]::new);
        return ofMetrics.length == 0 ? Optional.empty() : Optional.of(Gates.of(ofMetrics));
    }

    /** Refuses rules about metrics where there are no labels. */
    void requireNoMetrics() {
        rules.stream().filter(rule -> !isFigure(rule)).findFirst().ifPresent(rule -> {
            throw new UsageException(
                    "GATE_RULE",
                    "Gate \"" + rule + "\" is about a metric, which takes labels. Name their column, or write a rule"
                            + " about " + String.join(", ", FIGURES) + ".");
        });
    }

    /** {@return one judgement a rule about scores, in the order of the rules} */
    List<GateResult> judge(ParityFigures figures, int rows, double level) {
        Gate[] ofFigures = rules.stream().filter(ParityLimits::isFigure).toArray(Gate[]::new);
        return ofFigures.length == 0 ? List.of() : new FigureJudge(figures, rows, level).judge(Gates.of(ofFigures));
    }
}
