package io.github.tiercel.report;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.Support;
import io.github.tiercel.result.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The estimates, differences and gates of results written by hand. */
final class HandMadeParts {

    private HandMadeParts() {}

    static Estimate estimate(String metric, double value, double lower, double upper) {
        return new Estimate(
                metric,
                Direction.HIGHER_IS_BETTER,
                Value.of(value),
                Optional.of(interval(lower, upper, "influence-logit-t")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of((upper - lower) / 3.92),
                Set.of(),
                78_543,
                3_948);
    }

    static Interval interval(double lower, double upper, String method) {
        return new Interval(lower, upper, 0.95, method);
    }

    static GateResult gate(
            String rule,
            Verdict verdict,
            double value,
            double lower,
            double upper,
            double limit,
            OptionalLong rowsNeeded,
            String reason) {
        Interval interval = new Interval(lower, upper, 0.975, "delong-logit-t");
        return new GateResult(
                rule, verdict, OptionalDouble.of(value), Optional.of(interval), limit, 78_543, rowsNeeded, reason);
    }

    static Difference difference(
            String metric, Direction direction, double value, double lower, double upper, double pValue) {
        return new Difference(
                metric,
                direction,
                Value.of(value),
                Optional.of(interval(lower, upper, "paired-influence-t")),
                OptionalDouble.of(pValue),
                OptionalDouble.of((upper - lower) / 3.92),
                true);
    }

    static Map<String, Estimate> metrics(Estimate... estimates) {
        return Arrays.stream(estimates)
                .collect(Collectors.toMap(Estimate::metric, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    static Map<String, Difference> differences(Difference... differences) {
        return Arrays.stream(differences)
                .collect(Collectors.toMap(Difference::metric, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    static SliceResult slice(String column, String value, int rows, int positives, Estimate estimate) {
        return new SliceResult(
                column, value, rows, new Support(Support.Unit.POSITIVES, positives), metrics(estimate), Map.of());
    }

    static SliceResult slice(
            String column, String value, int rows, int positives, Estimate estimate, Difference difference) {
        return new SliceResult(
                column,
                value,
                rows,
                new Support(Support.Unit.POSITIVES, positives),
                metrics(estimate),
                differences(difference));
    }

    static Estimate lower(Estimate higher) {
        return changed(higher, Direction.LOWER_IS_BETTER, higher.value(), higher.flags());
    }

    static Estimate neither(Estimate higher) {
        return changed(higher, Direction.NEITHER, higher.value(), higher.flags());
    }

    static Estimate flagged(Estimate estimate, EstimateFlag... flags) {
        return changed(estimate, estimate.direction(), estimate.value(), Set.of(flags));
    }

    static Estimate undefined(String metric, UndefinedReason reason) {
        return new Estimate(
                metric,
                Direction.HIGHER_IS_BETTER,
                Value.undefined(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                Set.of(),
                78_543,
                3_948);
    }

    static Estimate changed(Estimate from, Direction direction, Value value, Set<EstimateFlag> flags) {
        return new Estimate(
                from.metric(),
                direction,
                value,
                from.population(),
                from.fullSet(),
                from.gate(),
                from.bootstrap(),
                from.standardError(),
                flags,
                from.rows(),
                from.positives());
    }

    static Map<String, String> ordered(String... namesAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    static Difference unpaired(String metric, double value, double lower, double upper) {
        return new Difference(
                metric,
                Direction.LOWER_IS_BETTER,
                Value.of(value),
                Optional.of(interval(lower, upper, "influence-t")),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false);
    }
}
