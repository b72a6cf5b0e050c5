package io.github.tiercel.gate;

import io.github.tiercel.data.UsageException;
import io.github.tiercel.metrics.compare.Adjustment;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.ModelResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The p-values of a model's differences from the baseline, adjusted for how many are read together.
 *
 * <p>On all rows, the family is the metrics that gates name, adjusted by {@link Adjustment#HOLM}: the chance that any
 * of those without a difference is called different stays below the level. A metric that no gate names belongs to no
 * family and has no adjusted p-value, and without gates no metric has. On slices, the family is all slices, for each
 * metric by itself, adjusted by {@link Adjustment#BENJAMINI_HOCHBERG}: of the slices called different, the share of
 * those that are not stays below the level on average; for slices that overlap negatively,
 * {@link Adjustment#BENJAMINI_YEKUTIELI} is the safe one. Verdicts need no adjustment, since all gates must pass.
 *
 * <p>Immutable, and safe for use by several threads. O(s log s) for s slices and each metric.
 *
 * <pre>{@code
 * AdjustedPValues adjusted = AdjustedPValues.of(result.model());
 * OptionalDouble p = adjusted.of("roc_auc");
 * }</pre>
 *
 * @since 0.1
 */
public final class AdjustedPValues {

    private final Map<String, Double> ofMetrics;

    /** By metric, one a slice in the order of the model's; NaN where there is none. */
    private final Map<String, double[]> ofSlices;

    private AdjustedPValues(Map<String, Double> ofMetrics, Map<String, double[]> ofSlices) {
        this.ofMetrics = ofMetrics;
        this.ofSlices = ofSlices;
    }

    /**
     * {@return the adjusted p-values of a model}
     *
     * @param model what was found of it
     */
    public static AdjustedPValues of(ModelResult model) {
        Map<String, double[]> ofSlices = new HashMap<>();
        for (String metric : comparedOnSlices(model)) {
            List<OptionalDouble> raw = model.slices().stream()
                    .map(slice -> pValue(slice.comparison(), metric))
                    .toList();
            ofSlices.put(metric, adjusted(raw, Adjustment.BENJAMINI_HOCHBERG));
        }
        return new AdjustedPValues(ofMetrics(model), ofSlices);
    }

    private static Map<String, Double> ofMetrics(ModelResult model) {
        List<String> gated = model.gates().stream()
                .flatMap(gate -> rule(gate.rule()).stream())
                .filter(rule -> rule.scope().equals(Scope.ALL))
                .map(Rule.OfMetric::metric)
                .filter(model.comparison()::containsKey)
                .distinct()
                .toList();
        double[] adjusted = adjusted(
                gated.stream().map(metric -> pValue(model.comparison(), metric)).toList(), Adjustment.HOLM);
        Map<String, Double> ofMetrics = new HashMap<>();
        for (int metric = 0; metric < adjusted.length; metric++) {
            ofMetrics.put(gated.get(metric), adjusted[metric]);
        }
        return ofMetrics;
    }

    /** Serving has no p-values, and a judge of the caller's own may write rules of another kind. */
    private static Optional<Rule.OfMetric> rule(String text) {
        try {
            return RuleParser.parse(text) instanceof Rule.OfMetric rule ? Optional.of(rule) : Optional.empty();
        } catch (UsageException e) {
            return Optional.empty();
        }
    }

    private static Set<String> comparedOnSlices(ModelResult model) {
        return model.slices().stream()
                .flatMap(slice -> slice.comparison().keySet().stream())
                .collect(Collectors.toSet());
    }

    private static OptionalDouble pValue(Map<String, Difference> comparison, String metric) {
        Difference difference = comparison.get(metric);
        return difference == null || !difference.value().isDefined() ? OptionalDouble.empty() : difference.pValue();
    }

    /** Those that are there make up the family; the others stay NaN. */
    private static double[] adjusted(List<OptionalDouble> raw, Adjustment adjustment) {
        double[] family = adjustment.adjust(
                raw.stream().flatMapToDouble(OptionalDouble::stream).toArray());
        double[] adjusted = new double[raw.size()];
        int next = 0;
        for (int test = 0; test < adjusted.length; test++) {
            adjusted[test] = raw.get(test).isPresent() ? family[next++] : Double.NaN;
        }
        return adjusted;
    }

    /** {@return whether a gate names a compared metric on all rows, so that those it names make up a family} */
    public boolean hasFamily() {
        return !ofMetrics.isEmpty();
    }

    /**
     * {@return the p-value of a metric's difference on all rows, adjusted for all that gates name}
     *
     * @param metric the metric's name; nothing for one that no gate names, or without a p-value
     */
    public OptionalDouble of(String metric) {
        return known(ofMetrics.getOrDefault(metric, Double.NaN));
    }

    /**
     * {@return the p-value of a metric's difference on a slice, adjusted for all slices}
     *
     * @param slice the slice's place in {@link ModelResult#slices()}, from 0
     * @param metric the metric's name; nothing for one without a p-value there
     * @throws IndexOutOfBoundsException if there is no such slice, though the metric is compared on some
     */
    public OptionalDouble ofSlice(int slice, String metric) {
        double[] slices = ofSlices.get(metric);
        return slices == null ? OptionalDouble.empty() : known(slices[slice]);
    }

    private static OptionalDouble known(double number) {
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
