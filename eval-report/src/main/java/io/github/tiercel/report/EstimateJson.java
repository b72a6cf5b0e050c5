package io.github.tiercel.report;

import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Difference;
import java.io.IOException;
import java.util.Locale;

/** The keys of estimates, differences and intervals, written into the object that is open. */
final class EstimateJson {

    private EstimateJson() {}

    static void write(JsonSink json, Estimate estimate) throws IOException {
        if (estimate.value() instanceof Value.Defined defined) {
            defined(json, estimate, defined.number());
        } else {
            json.optional(estimate.value().reason(), reason -> undefined(json, reason));
        }
        direction(json, estimate.direction());
        // A set has no order of its own; without sorting, bytes would differ from one JVM to the next.
        json.names("flags", estimate.flags().stream().sorted().map(Enum::name).toList());
        json.count("rows", estimate.rows());
        json.count("positives", estimate.positives());
    }

    private static void defined(JsonSink json, Estimate estimate, double value) throws IOException {
        json.number("value", value);
        json.optional(estimate.population(), interval -> write(json, interval));
        json.number("standard_error", estimate.standardError());
        json.object("gate", estimate.gate(), interval -> write(json, interval));
        json.object("bootstrap", estimate.bootstrap(), interval -> bootstrap(json, interval));
        json.object("full_set", estimate.fullSet(), interval -> write(json, interval));
    }

    private static void bootstrap(JsonSink json, BootstrapInterval bootstrap) throws IOException {
        write(json, bootstrap.interval());
        json.count("replicates", bootstrap.replicates());
        json.count("undefined_replicates", bootstrap.undefined());
        json.number("bias", bootstrap.bias());
        json.number("standard_error", bootstrap.standardError());
        json.number("monte_carlo_error", bootstrap.monteCarloError());
    }

    static void write(JsonSink json, Difference difference) throws IOException {
        if (difference.value() instanceof Value.Defined defined) {
            json.number("difference", defined.number());
            json.optional(difference.interval(), interval -> write(json, interval));
            json.number("p_value", difference.pValue());
            json.number("standard_error", difference.standardError());
        } else {
            json.optional(difference.value().reason(), reason -> undefined(json, reason));
        }
        direction(json, difference.direction());
        json.truth("paired", difference.paired());
    }

    static void write(JsonSink json, Interval interval) throws IOException {
        json.number("lower", interval.lower());
        json.number("upper", interval.upper());
        json.number("level", interval.level());
        json.text("method", interval.method());
    }

    private static void undefined(JsonSink json, UndefinedReason reason) throws IOException {
        json.text("undefined", reason.sentence());
        json.text("code", reason.name());
    }

    private static void direction(JsonSink json, Direction direction) throws IOException {
        json.text("direction", direction.name().toLowerCase(Locale.ROOT));
    }
}
