package io.github.tiercel.report;

import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Borrowed;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Difference;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads estimates, differences and intervals as {@link EstimateJson} writes them. */
final class EstimateReader {

    private static final String CODE = "code";

    private EstimateReader() {}

    static Map<String, Estimate> members(JsonSource json, String name) {
        return json.members(name, EstimateReader::estimate);
    }

    /** {@return differences by the metric's name; none where there is no baseline} */
    static Map<String, Difference> differences(JsonSource json, String name) {
        return json.maybeMembers(name, EstimateReader::difference);
    }

    static Estimate estimate(String metric, JsonSource json) {
        Direction direction = direction(json);
        return new Estimate(
                metric,
                direction,
                value(json, "value", worst(direction)),
                maybeInterval(json),
                json.maybeObject("full_set", EstimateReader::interval),
                json.maybeObject("gate", EstimateReader::interval),
                json.maybeObject("bootstrap", EstimateReader::bootstrap),
                json.maybeNumber("standard_error", Double.POSITIVE_INFINITY),
                flags(json),
                json.count("rows"),
                json.has("positives") ? json.count("positives") : 0,
                json.maybeObject("borrowed", EstimateReader::borrowed));
    }

    static Direction direction(JsonSource json) {
        return json.choice("direction", Arrays.asList(Direction.values()), EstimateJson::name);
    }

    static Interval interval(JsonSource json) {
        return new Interval(
                json.number("lower", Double.NEGATIVE_INFINITY),
                json.number("upper", Double.POSITIVE_INFINITY),
                json.number("level", Double.NaN),
                json.text("method"));
    }

    /** {@return the interval that stands beside a value; empty where there is none} */
    static Optional<Interval> maybeInterval(JsonSource json) {
        boolean some = Stream.of("lower", "upper", "level", "method").anyMatch(json::has);
        return some ? Optional.of(interval(json)) : Optional.empty();
    }

    /** An infinite value of a metric is as bad as can be. */
    private static double worst(Direction direction) {
        return direction == Direction.HIGHER_IS_BETTER ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    private static Value value(JsonSource json, String name, double whenNotSaid) {
        if (json.has(name) || !json.has(CODE)) {
            return Value.of(json.value(name, whenNotSaid));
        }
        return Value.undefined(json.choice(CODE, UndefinedReason.class));
    }

    private static Set<EstimateFlag> flags(JsonSource json) {
        List<EstimateFlag> flags = json.choices("flags", EstimateFlag.class);
        return flags.isEmpty() ? EnumSet.noneOf(EstimateFlag.class) : EnumSet.copyOf(flags);
    }

    private static BootstrapInterval bootstrap(JsonSource json) {
        return new BootstrapInterval(
                interval(json),
                json.count("replicates"),
                json.count("undefined_replicates"),
                json.number("bias", Double.NaN),
                json.number("standard_error", Double.NaN),
                json.number("monte_carlo_error", Double.NaN),
                json.text("scheme"),
                json.maybeNumber("approximation_error", Double.NaN));
    }

    private static Borrowed borrowed(JsonSource json) {
        double value = json.value("value", Double.NaN);
        return new Borrowed(
                json.text("reference"),
                Double.isNaN(value) ? Value.undefined(UndefinedReason.NOT_FINITE) : Value.of(value),
                maybeInterval(json),
                json.maybeObject("full_set", EstimateReader::interval),
                json.number("share", Double.NaN),
                json.number("correlation", Double.NaN));
    }

    private static Difference difference(String metric, JsonSource json) {
        Direction direction = direction(json);
        return new Difference(
                metric,
                direction,
                value(json, "difference", worst(direction)),
                maybeInterval(json),
                json.maybeNumber("p_value", Double.NaN),
                json.maybeText("p_value_method"),
                json.maybeNumber("standard_error", Double.POSITIVE_INFINITY),
                json.maybeNumber("degrees_of_freedom", Double.POSITIVE_INFINITY).orElse(Double.POSITIVE_INFINITY),
                json.truth("paired"));
    }
}
