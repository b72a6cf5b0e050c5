package io.github.tiercel.gate;

import io.github.tiercel.data.UsageException;
import io.github.tiercel.evaluation.Judge;
import io.github.tiercel.evaluation.ServingDemand;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.Support;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules that a model must all satisfy.
 *
 * <p>A rule reads {@code METRIC[@COLUMN[=VALUE]] >=|>|<=|< NUMBER} or {@code METRIC[@COLUMN[=VALUE]] no-worse-than
 * baseline by MARGIN}. It is judged on the interval for the population at the evaluation's level, both ends of which
 * are one-sided bounds at {@code (1 + level) / 2}:
 *
 * <ul>
 *   <li>PASS if every value in the interval satisfies it,
 *   <li>FAIL if none does,
 *   <li>INCONCLUSIVE otherwise, and where the metric or its interval is undefined; then with about how many rows would
 *       decide.
 * </ul>
 *
 * <p>"No worse than baseline by M" holds the interval of the paired difference against -M, or against +M for metrics
 * where lower is better: the direction belongs to the metric. {@code @COLUMN} applies a rule to every value with at
 * least 50 positive rows (50 rows of every class, 100 rows of a regression, 30 queries of a ranking); the others are
 * listed as not gated. A value named by {@code =VALUE} with fewer is INCONCLUSIVE. All rules must pass, so no
 * correction for their number is needed; any FAIL beats INCONCLUSIVE.
 *
 * <p>Other rules limit how a model behaves in service: {@code p99[@batch=ROWS][,rate=CALLS] <= 5ms}, of the percentiles
 * p50, p90, p95, p99 and p99.9, {@code throughput[@batch=ROWS][,p99=5ms] >= 200/s} in rows, {@code memory <= 512MiB} of
 * the most that the whole process had, which is what a container is ended for, and {@code size <= 50MiB} of the model's
 * files. Throughput is that of batches of 1,024 rows on as many threads as the model allows, unless it names another
 * batch size, or a latency to keep in the open loop. Latency and throughput are judged on their intervals, INCONCLUSIVE
 * where there is none or the measurement was noisy; memory and size as they are. A model that was not measured, or not
 * like that, is INCONCLUSIVE; if none was, judging is refused.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * Gates gates = Gates.of("roc_auc >= 0.7", "roc_auc@origin >= 0.6", "log_loss no-worse-than baseline by 0.001");
 * Evaluator evaluator = Evaluator.of(set).judgedBy(gates).build();
 * }</pre>
 *
 * @see Gate for rules made piece by piece
 * @since 0.1
 */
public final class Gates implements Judge {

    private final List<Rule> rules;

    private Gates(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * {@return gates}
     *
     * @param rules one or more rules
     * @throws IllegalArgumentException if there is none, or one cannot be read; the message quotes it and says how to
     *     write it
     */
    public static Gates of(String... rules) {
        return of(Arrays.stream(rules).map(Gate::parse).toArray(Gate[]::new));
    }

    /**
     * {@return gates}
     *
     * @param gates one or more
     * @throws IllegalArgumentException if there is none
     */
    public static Gates of(Gate... gates) {
        if (gates.length == 0) {
            throw new IllegalArgumentException("rules must hold at least one gate, got none");
        }
        return new Gates(Arrays.stream(gates).map(Gate::rule).toList());
    }

    /**
     * {@return these gates and more, all of which a model must pass}
     *
     * @param others gates that are judged after these, such as those of a serving budget
     */
    public Gates and(Gates others) {
        return new Gates(Stream.concat(rules.stream(), others.rules.stream()).toList());
    }

    /**
     * {@return these gates and more, all of which a model must pass}
     *
     * @param others rules that are judged after these
     * @throws IllegalArgumentException if there is none, or one cannot be read
     */
    public Gates and(String... others) {
        return and(of(others));
    }

    /** {@return the gates on metrics alone, which scores decide; there may be none, and then no verdict} */
    public Gates withoutServing() {
        return new Gates(List.copyOf(ofMetrics().toList()));
    }

    @Override
    public Set<String> metrics() {
        return names(ofMetrics().map(Rule.OfMetric::metric));
    }

    @Override
    public Set<String> sliceColumns() {
        return names(ofMetrics().flatMap(rule -> rule.scope().column().stream()));
    }

    /** Slices that a rule names, and those with enough rows to be judged. */
    @Override
    public boolean reads(String column, String value, Support support) {
        return ofMetrics().map(Rule.OfMetric::scope).anyMatch(scope -> scope.reads(column, value, support));
    }

    @Override
    public Set<ServingDemand> serving() {
        return ofServing().map(Rule.OfServing::demand).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public boolean needsBaseline() {
        return rules.stream().anyMatch(Rule.NoWorse.class::isInstance);
    }

    @Override
    public void check(List<Metric<?>> metrics) {
        for (Rule.OfMetric rule : ofMetrics().toList()) {
            metrics.stream()
                    .filter(metric -> metric.name().equals(rule.metric()))
                    .forEach(metric -> rule.check(metric.direction()));
        }
    }

    /**
     * {@return what these gates say of a model that was measured in service and not evaluated, one judgement a rule}
     *
     * @param profile what was measured
     * @throws io.github.tiercel.data.UsageException if a rule is about a metric
     */
    public List<GateResult> judge(ServingProfile profile) {
        ofMetrics().findFirst().ifPresent(rule -> {
            throw new UsageException(
                    "GATE_RULE",
                    "Gate \"" + rule.text() + "\" is about a metric, and only latency, throughput, memory and size were"
                            + " measured. Evaluate the model to judge both in one verdict.");
        });
        return ofServing()
                .map(rule -> ServingJudgement.of(rule, Optional.of(profile)))
                .toList();
    }

    /**
     * {@return what these gates say of numbers that no evaluation found, one judgement a rule, in the order of the
     * rules: PASS if every value in an estimate's {@linkplain Estimate#gate() interval for gates} satisfies the rule,
     * FAIL if none does, INCONCLUSIVE otherwise and where there is no value or interval}
     *
     * @param estimates at least one number that rules may name, all about the same rows
     * @param rows how many rows these are
     * @throws io.github.tiercel.data.UsageException if a rule names another number, reads slices or a baseline, or is
     *     about how a model behaves in service
     */
    public List<MetricGate> judge(Map<String, Estimate> estimates, int rows) {
        return rules.stream()
                .map(rule -> ModelJudge.judge(rule, estimates, rows))
                .toList();
    }

    private Stream<Rule.OfMetric> ofMetrics() {
        return rules.stream().filter(Rule.OfMetric.class::isInstance).map(Rule.OfMetric.class::cast);
    }

    private Stream<Rule.OfServing> ofServing() {
        return rules.stream().filter(Rule.OfServing.class::isInstance).map(Rule.OfServing.class::cast);
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * {@inheritDoc}
     *
     * @throws io.github.tiercel.data.UsageException if the result lacks what a rule reads: a metric, a slice, a
     *     baseline, or, for all models, how they behave in service
     */
    @Override
    public EvaluationResult judge(EvaluationResult result) {
        ServingDemand.requireMeasured(
                serving(), result.models().stream().map(ModelResult::serving).toList());
        return result.withModels(result.models().stream()
                .map(model -> ModelJudge.judge(model, rules))
                .toList());
    }

    /**
     * {@return how often each gate would say what of an equally good model on other rows, for every model in turn}
     *
     * @param result a result that holds all the gates read
     * @throws IllegalArgumentException if it lacks something
     */
    public List<GateRepeats> selfTest(EvaluationResult result) {
        return result.models().stream()
                .flatMap(model -> ModelJudge.repeats(model, rules).stream())
                .toList();
    }

    /**
     * {@return how often each gate says what of an equally good model on rows drawn anew, for every model in turn}
     *
     * <p>Where {@link #selfTest(EvaluationResult)} goes by standard errors, this counts: the gates judge each draw by
     * its own intervals. Against a number, the model is as good as observed; against the baseline, differences are
     * taken less the observed ones, so that the model is exactly as good as it. A gate whose slice has too few rows in
     * a draw is not decided there; one whose metric has no interval in any draw, as those that take the bootstrap,
     * keeps the rates from its standard error. With R draws, a rate is known to about {@code sqrt(rate (1 - rate) /
     * R)}.
     *
     * @param observed a result that holds all the gates read
     * @param draws how many draws there are, at least 1
     * @param redrawn what an evaluation finds of as many rows, drawn with replacement, for each draw from 0; with the
     *     models of {@code observed} by their names, compared with the same baseline
     * @throws IllegalArgumentException if there is no draw, or a result lacks something
     */
    public List<GateRepeats> selfTest(EvaluationResult observed, int draws, IntFunction<EvaluationResult> redrawn) {
        if (draws < 1) {
            throw new IllegalArgumentException("draws must be at least 1, got " + draws);
        }
        List<RedrawnVerdicts> verdicts = observed.models().stream()
                .map(model -> new RedrawnVerdicts(model, rules))
                .toList();
        for (int draw = 0; draw < draws; draw++) {
            EvaluationResult found = redrawn.apply(draw);
            verdicts.forEach(counted -> counted.add(found.model(counted.model())));
        }
        return verdicts.stream()
                .flatMap(counted -> counted.repeats(draws).stream())
                .toList();
    }
}
